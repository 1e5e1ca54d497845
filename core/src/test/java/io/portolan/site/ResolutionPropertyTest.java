package io.portolan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.site.Harbor.Role;
import io.portolan.site.Harbor.Tide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every site, judged by a plain restatement of what each flow of {@link Harbor} needs. */
class ResolutionPropertyTest {
    private static final String WAITS = "waits";
    private static final String OUT = "out";

    /** The decisions of Harbor with answers to choose from, under plain names that the oracle uses. */
    private static final Map<String, List<Answer<?>>> ANSWERS = new LinkedHashMap<>();

    /** The services of the flows that may change when a decision is answered. */
    private static final Map<String, Set<String>> DEPENDENTS = new HashMap<>();

    private static final Set<String> DYNAMIC = Set.of("rpc", "ntds", "printed", "old", "new", "tftp");

    static {
        answers(
                Set.of("radio", "radio-udp", "both"),
                Answer.of(Decision.of(Harbor.RADIO), 3389),
                Answer.of(Decision.of(Harbor.RADIO), 3390));
        answers(
                Set.of("http", "https"),
                Answer.of(Decision.of(Harbor.HTTP), 80),
                Answer.of(Decision.of(Harbor.HTTP), 8530),
                Answer.of(Decision.of(Harbor.HTTP), 81));
        answers(
                Set.of("http", "https"),
                Answer.of(Decision.of(Harbor.HTTPS), 443),
                Answer.of(Decision.of(Harbor.HTTPS), 8531));
        answers(
                Set.of("control", "data"),
                Answer.of(Decision.of(Harbor.CONTROL), 21),
                Answer.of(Decision.of(Harbor.CONTROL), 4131),
                Answer.of(Decision.of(Harbor.CONTROL), 99));
        answers(
                Set.of("control", "data"),
                Answer.of(Decision.of(Harbor.DATA), 20),
                Answer.of(Decision.of(Harbor.DATA), 4130),
                Answer.of(Decision.of(Harbor.DATA), 98));
        answers(Set.of("free"), Answer.of(Decision.of(Harbor.FREE), 7));
        answers(Set.of("high"), Answer.of(Decision.of(Harbor.HIGH), 6000));
        answers(
                Set.of("fog", "clear", "both"),
                Answer.of(Decision.of(Harbor.FOG), true),
                Answer.of(Decision.of(Harbor.FOG), false));
        answers(
                Set.of("night", "day", "both"),
                Answer.of(Decision.of(Harbor.NIGHT), true),
                Answer.of(Decision.of(Harbor.NIGHT), false));
        answers(
                Set.of("ebb", "flood"),
                Answer.of(Decision.of(Harbor.TIDE), Tide.EBB),
                Answer.of(Decision.of(Harbor.TIDE), Tide.FLOOD),
                Answer.of(Decision.of(Harbor.TIDE), Tide.SLACK));
        answers(
                Set.of("calm"),
                Answer.of(Decision.of(Harbor.SWELL), Tide.EBB),
                Answer.of(Decision.of(Harbor.SWELL), Tide.SLACK));
        answers(
                DYNAMIC,
                Answer.of(Decision.windows(), WindowsEstate.MODERN),
                Answer.of(Decision.windows(), WindowsEstate.MIXED),
                Answer.of(Decision.windows(), WindowsEstate.LEGACY));
        answers(
                Set.of("printed", "old", "new"),
                Answer.of(Decision.windows(Role.TOWER), WindowsEstate.MODERN),
                Answer.of(Decision.windows(Role.TOWER), WindowsEstate.LEGACY));
        answers(
                DYNAMIC,
                Answer.of(Decision.dynamicPorts(), DynamicPorts.of(50_000, 50_999)),
                Answer.of(Decision.dynamicPorts(), DynamicPorts.rpcOnly(PortSet.ofRange(5001, 5100))));
        answers(
                Set.of("rpc", "ntds"),
                Answer.of(Decision.dynamicPorts(Infrastructure.DOMAIN_CONTROLLER), DynamicPorts.of(20_000, 29_999)));
        answers(
                Set.of("tftp", "own"),
                Answer.of(Decision.dynamicPorts(Role.QUAY), DynamicPorts.rpcOnly(PortSet.ofRange(30_000, 30_999))));
        answers(Set.of("ntds"), Answer.of(Decision.staticRpc(RpcService.NTDS), 40_000));
        answers(Set.of("extra"), Answer.of(Decision.optionalFlows(), true), Answer.of(Decision.optionalFlows(), false));
    }

    private static void answers(Set<String> dependents, Answer<?>... answers) {
        ANSWERS.put(answers[0].decision().id(), List.of(answers));
        DEPENDENTS.put(answers[0].decision().id(), dependents);
    }

    @Provide
    Arbitrary<Site> sites() {
        return Arbitraries.longs().map(seed -> site(new Random(seed))).filter(ResolutionPropertyTest::isConsistent);
    }

    private static Site site(Random random) {
        Site.Builder site = Site.builder();
        for (List<Answer<?>> answers : ANSWERS.values()) {
            if (random.nextInt(3) > 0) {
                site.answer(answers.get(random.nextInt(answers.size())));
            }
        }
        return site.build();
    }

    private static boolean isConsistent(Site site) {
        String http = given(site, "http-port");
        String https = given(site, "https-port");
        String control = given(site, "control-port");
        String data = given(site, "data-port");
        return !("80".equals(http) && https != null && !"443".equals(https))
                && !("21".equals(control) && data != null && !"20".equals(data))
                && !("4131".equals(control) && data != null && !"4130".equals(data));
    }

    private static @Nullable String given(Site site, String decision) {
        for (Answer<?> answer : site.answers()) {
            if (answer.decision().id().equals(decision)) {
                return answer.text();
            }
        }
        return null;
    }

    private static String given(Site site, String decision, String otherwise) {
        String answer = given(site, decision);
        return answer == null ? otherwise : answer;
    }

    /** What must become of each flow where defaults are taken, by its service. */
    private static Map<String, String> expected(Site site) {
        Map<String, String> fates = new LinkedHashMap<>();
        String radio = given(site, "radio-port", "3389");
        String fog = given(site, "fog", WAITS);
        String night = given(site, "night", "no");
        String tide = given(site, "tide", WAITS);
        fates.put("fixed", "tcp 88");
        fates.put("radio", "tcp " + radio);
        fates.put("radio-udp", "udp " + radio);
        expectCoupled(site, fates);
        fates.put("free", tcp(given(site, "free-port", WAITS)));
        fates.put("high", "tcp " + given(site, "high-port", "5000"));
        fates.put("fog", fog.equals(WAITS) ? WAITS : fog.equals("yes") ? "tcp 1001" : OUT);
        fates.put("clear", fog.equals(WAITS) ? WAITS : fog.equals("no") ? "tcp 1002" : OUT);
        fates.put("night", night.equals("yes") ? "tcp 1003" : OUT);
        fates.put("day", night.equals("no") ? "tcp 1004" : OUT);
        fates.put("ebb", tide.equals(WAITS) ? WAITS : tide.equals("ebb") ? "tcp 1005" : OUT);
        fates.put("flood", tide.equals(WAITS) ? WAITS : tide.equals("flood") ? "tcp 1006" : OUT);
        fates.put("calm", given(site, "swell", "slack").equals("slack") ? "tcp 1007" : OUT);
        fates.put("both", fog.equals("no") || night.equals("no") ? OUT : fog.equals(WAITS) ? WAITS : "tcp " + radio);
        expectDynamic(site, fates);
        String optional = given(site, "optional-flows", WAITS);
        fates.put("extra", optional.equals(WAITS) ? WAITS : optional.equals("yes") ? "tcp 1008" : OUT);
        fates.put("outside", "tcp 50001");
        fates.put("vrrp", "vrrp");
        fates.put("inside", "tcp 50002");
        return fates;
    }

    private static String tcp(String port) {
        return port.equals(WAITS) ? WAITS : "tcp " + port;
    }

    private static void expectCoupled(Site site, Map<String, String> fates) {
        String http = given(site, "http-port", WAITS);
        fates.put("http", tcp(http));
        fates.put("https", tcp(given(site, "https-port", http.equals("80") ? "443" : WAITS)));
        String data = given(site, "data-port", "");
        String control = given(site, "control-port", data.isEmpty() || data.equals("20") ? "21" : WAITS);
        fates.put("control", tcp(control));
        fates.put("data", "tcp " + (data.isEmpty() ? (control.equals("4131") ? "4130" : "20") : data));
    }

    private static void expectDynamic(Site site, Map<String, String> fates) {
        String everywhere = given(site, "windows", "modern");
        String tower = given(site, "windows@tower", everywhere);
        String narrowed = numbers(given(site, "dynamic-ports", ""));
        String controller = numbers(given(site, "dynamic-ports@domain-controller", ""));
        if (controller.isEmpty()) {
            controller = narrowed.isEmpty() ? range(everywhere) : narrowed;
        }
        String ntds = given(site, "static-rpc.ntds", "");
        fates.put("rpc", "tcp " + controller);
        fates.put("ntds", "tcp " + (ntds.isEmpty() ? controller : ntds));
        fates.put("printed", "tcp " + (narrowed.isEmpty() ? range(tower) : narrowed));
        fates.put("old", tower.equals("modern") ? OUT : "tcp " + (narrowed.isEmpty() ? "1024-65535" : narrowed));
        fates.put("new", tower.equals("legacy") ? OUT : "tcp " + (narrowed.isEmpty() ? "49152-65535" : narrowed));
        boolean rpcAlone = given(site, "dynamic-ports", "").startsWith("rpc:");
        String replies = narrowed.isEmpty() || rpcAlone ? range(everywhere) : narrowed;
        fates.put("tftp", "udp 69 replies " + replies);
        String own = numbers(given(site, "dynamic-ports@quay", ""));
        fates.put("own", "tcp " + (own.isEmpty() ? "10000-65535" : own));
    }

    private static String numbers(String dynamicPorts) {
        return dynamicPorts.replace("rpc:", "");
    }

    private static String range(String estate) {
        return switch (estate) {
            case "modern" -> "49152-65535";
            case "legacy" -> "1025-5000";
            default -> "1025-5000,49152-65535";
        };
    }

    private static Map<String, String> fates(Resolution resolution) {
        Map<String, String> fates = new LinkedHashMap<>();
        for (Flow flow : Harbor.CATALOG.flows()) {
            fates.put(flow.service().id(), "lost");
        }
        for (ResolvedFlow flow : resolution.flows()) {
            String replies = flow.replyPorts().map(ports -> " replies " + ports).orElse("");
            assertThat(fates.put(flow.flow().service().id(), flow.transport() + replies))
                    .isEqualTo("lost");
        }
        for (RuledOutFlow flow : resolution.ruledOut()) {
            assertThat(fates.put(flow.flow().service().id(), OUT)).isEqualTo("lost");
        }
        for (WaitingFlow flow : resolution.waiting()) {
            assertThat(fates.put(flow.flow().service().id(), WAITS)).isEqualTo("lost");
        }
        return fates;
    }

    @Property
    void everyFlowIsWhatTheAnswersMakeOfIt(@ForAll("sites") Site site) {
        assertThat(fates(site.resolve(Harbor.CATALOG))).isEqualTo(expected(site));
    }

    @Property
    void anAnswerChangesOnlyFlowsThatDependOnIt(@ForAll("sites") Site site, @ForAll Random random) {
        List<List<Answer<?>>> all = new ArrayList<>(ANSWERS.values());
        List<Answer<?>> one = all.get(random.nextInt(all.size()));
        Answer<?> answer = one.get(random.nextInt(one.size()));
        Site more = site.toBuilder().answer(answer).build();
        if (!isConsistent(more)) {
            assertThatIllegalArgumentException().isThrownBy(() -> more.resolve(Harbor.CATALOG));
            return;
        }
        for (OpenQuestions policy : List.of(OpenQuestions.DEFAULTS, OpenQuestions.PERMISSIVE)) {
            Map<String, String> before = fates(site.resolve(Harbor.CATALOG, policy));
            Map<String, String> after = fates(more.resolve(Harbor.CATALOG, policy));
            Set<String> changed = new LinkedHashSet<>();
            before.forEach((service, fate) -> {
                if (!fate.equals(after.get(service))) {
                    changed.add(service);
                }
            });
            assertThat(changed)
                    .isSubsetOf(Objects.requireNonNull(
                            DEPENDENTS.get(answer.decision().id())));
        }
    }

    @Property
    void theOrderOfAnswersDoesNotMatter(@ForAll("sites") Site site, @ForAll Random random) {
        List<Answer<?>> answers = new ArrayList<>(site.answers());
        Collections.shuffle(answers, random);
        Site.Builder shuffled = Site.builder();
        answers.forEach(shuffled::answer);
        for (OpenQuestions policy : List.of(OpenQuestions.DEFAULTS, OpenQuestions.PERMISSIVE)) {
            Resolution one = site.resolve(Harbor.CATALOG, policy);
            Resolution other = shuffled.build().resolve(Harbor.CATALOG, policy);
            assertThat(other).isEqualTo(one);
            assertThat(other.flows()).hasToString(one.flows().toString());
        }
    }

    @Property
    void statingWhatWasAssumedChangesNoFlow(@ForAll("sites") Site site) {
        Resolution assumed = site.resolve(Harbor.CATALOG);
        Site stated = site.mergedWith(assumed.assumed());
        Resolution again = stated.resolve(Harbor.CATALOG);
        assertThat(fates(again)).isEqualTo(fates(assumed));
        assertThat(again.assumed()).isEqualTo(Site.empty());
        assertThat(again.questions())
                .as("only what has no default is still open")
                .allSatisfy(question -> assertThat(question.defaultAnswer()).isEmpty());
    }

    @Property
    void mergingIsAssociativeAndTheLaterAnswerWins(@ForAll Random random) {
        Site a = site(random);
        Site b = site(random);
        Site c = site(random);
        assertThat(a.mergedWith(b).mergedWith(c)).isEqualTo(a.mergedWith(b.mergedWith(c)));
        assertThat(a.mergedWith(a)).isEqualTo(a);
        assertThat(a.mergedWith(Site.empty()))
                .isEqualTo(a)
                .isEqualTo(Site.empty().mergedWith(a));
        for (String decision : ANSWERS.keySet()) {
            String later = given(b, decision);
            assertThat(given(a.mergedWith(b), decision)).isEqualTo(later == null ? given(a, decision) : later);
        }
        assertThat(a.differences(b).isEmpty()).isEqualTo(a.equals(b));
    }

    @Property(tries = 60)
    void permissiveIsTheUnionOfAllChoices(@ForAll("sites") Site site) {
        Site fixed = site.toBuilder().set(Harbor.FREE, 7).build(); // the one port without a documented answer
        Map<String, PortSet> union = new LinkedHashMap<>();
        for (Site complete : completions(fixed, new ArrayList<>(documentedAnswers(fixed)))) {
            for (ResolvedFlow flow :
                    complete.resolve(Harbor.CATALOG, OpenQuestions.STRICT).flows()) {
                union.merge(flow.flow().id(), ports(flow), PortSet::union);
            }
        }
        Map<String, PortSet> permissive = new LinkedHashMap<>();
        Resolution resolution = fixed.resolve(Harbor.CATALOG, OpenQuestions.PERMISSIVE);
        for (WaitingFlow waiting : resolution.waiting()) {
            assertThat(waiting.flow().id()).isEqualTo(Harbor.id("control"));
            union.remove(waiting.flow().id());
        }
        for (ResolvedFlow flow : resolution.flows()) {
            permissive.put(flow.flow().id(), ports(flow));
        }
        assertThat(permissive).isEqualTo(union);
    }

    /** The answers that the documents name for what a site left open, one list for each decision. */
    private static List<List<Answer<?>>> documentedAnswers(Site site) {
        List<List<Answer<?>>> open = new ArrayList<>();
        for (String decision : List.of("radio-port", "http-port", "https-port", "control-port", "data-port")) {
            open.add(documented(decision));
        }
        open.add(List.of(Answer.of(Decision.of(Harbor.HIGH), 5000)));
        for (String decision : List.of("fog", "night", "tide", "optional-flows")) {
            open.add(Objects.requireNonNull(ANSWERS.get(decision)));
        }
        List<Answer<?>> swells = new ArrayList<>();
        for (Tide swell : Tide.values()) {
            swells.add(Answer.of(Decision.of(Harbor.SWELL), swell));
        }
        open.add(swells);
        open.add(List.of(
                Answer.of(Decision.windows(), WindowsEstate.MODERN),
                Answer.of(Decision.windows(), WindowsEstate.LEGACY)));
        open.removeIf(answers -> site.answer(answers.get(0).decision()).isPresent());
        return open;
    }

    private static List<Answer<?>> documented(String setting) {
        return switch (setting) {
            case "radio-port" -> List.of(Answer.of(Decision.of(Harbor.RADIO), 3389));
            case "http-port" ->
                List.of(Answer.of(Decision.of(Harbor.HTTP), 80), Answer.of(Decision.of(Harbor.HTTP), 8530));
            case "https-port" ->
                List.of(Answer.of(Decision.of(Harbor.HTTPS), 443), Answer.of(Decision.of(Harbor.HTTPS), 8531));
            case "control-port" -> List.of(Answer.of(Decision.of(Harbor.CONTROL), 21));
            default -> List.of(Answer.of(Decision.of(Harbor.DATA), 20), Answer.of(Decision.of(Harbor.DATA), 4130));
        };
    }

    private static List<Site> completions(Site site, List<List<Answer<?>>> open) {
        List<Site> sites = new ArrayList<>(List.of(site));
        for (List<Answer<?>> answers : open) {
            List<Site> next = new ArrayList<>();
            for (Site partial : sites) {
                int before = next.size();
                for (Answer<?> answer : answers) {
                    Site completed = partial.toBuilder().answer(answer).build();
                    // 4130 is an answer only where the control port demands it
                    boolean demanded = !answer.text().equals("4130") || "4131".equals(given(completed, "control-port"));
                    if (isConsistent(completed) && demanded) {
                        next.add(completed);
                    }
                }
                if (next.size() == before) {
                    // the data port excludes the one documented control port: any other will do, for its flow waits
                    next.add(partial.toBuilder().set(Harbor.CONTROL, 99).build());
                }
            }
            sites = next;
        }
        return sites;
    }

    private static PortSet ports(ResolvedFlow flow) {
        return flow.transport() instanceof PortTransport transport ? transport.destinationPorts() : PortSet.all();
    }

    @Property
    void portsOfASettingAreWithinWhatItAllows(@ForAll("sites") Site site) {
        for (OpenQuestions policy : List.of(OpenQuestions.DEFAULTS, OpenQuestions.PERMISSIVE)) {
            for (ResolvedFlow flow : site.resolve(Harbor.CATALOG, policy).flows()) {
                flow.flow()
                        .setting()
                        .ifPresent(setting -> assertThat(setting.allowed().contains(ports(flow)))
                                .isTrue());
            }
        }
    }
}
