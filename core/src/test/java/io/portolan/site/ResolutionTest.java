package io.portolan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import io.portolan.site.Harbor.Role;
import io.portolan.site.Harbor.Tide;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final Site EVERYTHING = Site.builder()
            .set(Harbor.RADIO, 3390)
            .set(Harbor.HTTP, 8530)
            .set(Harbor.HTTPS, 8531)
            .set(Harbor.CONTROL, 21)
            .set(Harbor.FREE, 7777)
            .set(Harbor.HIGH, 5001)
            .enable(Harbor.FOG)
            .disable(Harbor.NIGHT)
            .choose(Harbor.TIDE, Tide.EBB)
            .choose(Harbor.SWELL, Tide.FLOOD)
            .windows(WindowsEstate.MODERN)
            .optionalFlows(true)
            .build();

    private static Resolution resolve(Site site) {
        return site.resolve(Harbor.CATALOG);
    }

    /** The one line that tells what became of the flow that carries a service. */
    private static String fate(Resolution resolution, String service) {
        String id = Harbor.id(service);
        for (ResolvedFlow flow : resolution.flows()) {
            if (flow.flow().id().equals(id)) {
                return flow.toString().substring(id.length() + 2);
            }
        }
        for (RuledOutFlow flow : resolution.ruledOut()) {
            if (flow.flow().id().equals(id)) {
                return flow.toString().substring(id.length() + 2);
            }
        }
        for (WaitingFlow flow : resolution.waiting()) {
            if (flow.flow().id().equals(id)) {
                return flow.toString().substring(id.length() + 2);
            }
        }
        throw new AssertionError(id + " is lost");
    }

    @Nested
    class WithDefaults {
        private final Resolution resolution = resolve(Site.empty());

        @Test
        void takesThePortOfTheDocument() {
            assertThat(fate(resolution, "fixed")).isEqualTo("tcp 88");
            assertThat(fate(resolution, "radio")).isEqualTo("tcp 3389 [radio-port=3389 (default)]");
            assertThat(fate(resolution, "vrrp")).isEqualTo("vrrp");
        }

        @Test
        void waitsWhereTheDocumentGivesAlternativesOrNothing() {
            assertThat(fate(resolution, "http")).isEqualTo("waits for [http-port]");
            assertThat(fate(resolution, "free")).isEqualTo("waits for [free-port]");
            assertThat(fate(resolution, "fog")).isEqualTo("waits for [fog]");
            assertThat(fate(resolution, "ebb")).isEqualTo("waits for [tide]");
            assertThat(fate(resolution, "extra")).isEqualTo("waits for [optional-flows]");
        }

        @Test
        void takesTheDefaultOfAFeature() {
            assertThat(fate(resolution, "night")).isEqualTo("ruled out by [night=no (default)]");
            assertThat(fate(resolution, "day")).isEqualTo("tcp 1004 [night=no (default)]");
            assertThat(fate(resolution, "calm")).isEqualTo("tcp 1007 [swell=slack (default)]");
        }

        @Test
        void takesCurrentWindows() {
            assertThat(fate(resolution, "rpc")).isEqualTo("tcp 49152-65535 [windows=modern (default)]");
            assertThat(fate(resolution, "printed")).isEqualTo("tcp 49152-65535 [windows=modern (default)]");
            assertThat(fate(resolution, "old")).isEqualTo("ruled out by [windows=modern (default)]");
            assertThat(fate(resolution, "new")).isEqualTo("tcp 49152-65535 [windows=modern (default)]");
            assertThat(resolution.flow(Harbor.id("tftp")).orElseThrow().replyPorts())
                    .contains(PortSet.ofRange(49_152, 65_535));
        }

        @Test
        void keepsTheRangeThatAProductKeepsItself() {
            assertThat(fate(resolution, "own")).isEqualTo("tcp 10000-65535");
        }

        @Test
        void givesBackWhatItAssumed() {
            assertThat(resolution.assumed())
                    .hasToString("[control-port=21, data-port=20, high-port=5000, night=no, radio-port=3389,"
                            + " swell=slack, windows=modern]");
        }

        @Test
        void accountsForEveryFlowOnce() {
            assertThat(resolution).hasToString("harbor: 17 flows, 3 ruled out, 8 waiting, 13 questions");
            assertThat(Harbor.CATALOG.flows()).hasSize(28);
        }
    }

    @Nested
    class Questions {
        @Test
        void tellDefaultAnswersCitationAndWhoWaits() {
            Question http = question("http-port");
            assertThat(http.decision()).isEqualTo(Decision.of(Harbor.HTTP));
            assertThat(http.defaultAnswer()).isEmpty();
            assertThat(http.documentedAnswers()).hasToString("[http-port=80, http-port=8530]");
            assertThat(http.allowed()).isEqualTo("1-65535");
            assertThat(http.citation()).isEqualTo(Harbor.PLACE);
            assertThat(http.flows()).extracting(Flow::id).containsExactly(Harbor.id("http"));
            assertThat(question("radio-port"))
                    .hasToString("radio-port: radio-port, set in the log? 1-65535, default 3389 [chart: Harbor, text]");
            assertThat(question("radio-port").flows()).hasSize(3);
            assertThat(question("tide").documentedAnswers()).hasToString("[tide=ebb, tide=flood, tide=slack]");
            assertThat(question("windows").defaultAnswer().orElseThrow()).hasToString("windows=modern");
            assertThat(question("windows").flows()).hasSize(6);
            assertThat(question("optional-flows").defaultAnswer()).isEmpty();
        }

        @Test
        void comeInTheOrderOfTheCatalog() {
            assertThat(resolve(Site.empty()).questions())
                    .extracting(question -> question.decision().id())
                    .containsExactly(
                            "radio-port",
                            "http-port",
                            "https-port",
                            "control-port",
                            "data-port",
                            "free-port",
                            "high-port",
                            "fog",
                            "night",
                            "tide",
                            "swell",
                            "windows",
                            "optional-flows")
                    .hasSize(13);
        }

        @Test
        void areNotAskedForFlowsThatAreRuledOut() {
            Site noNight =
                    Site.builder().disable(Harbor.NIGHT).set(Harbor.RADIO, 1).build();
            assertThat(question(noNight, "fog").orElseThrow().flows())
                    .extracting(Flow::id)
                    .containsExactly(Harbor.id("fog"), Harbor.id("clear"));
        }

        @Test
        void leaveOutWhatOtherAnswersExclude() {
            Site site = Site.builder().set(Harbor.HTTPS, 8531).build();
            Question http = question(site, "http-port").orElseThrow();
            assertThat(http.documentedAnswers()).hasToString("[http-port=8530]");
            assertThat(http.allowed()).isEqualTo("1-79,81-65535");
            Site moved = Site.builder().set(Harbor.DATA, 5000).build();
            assertThat(question(moved, "control-port").orElseThrow().defaultAnswer())
                    .isEmpty();
            assertThat(fate(resolve(moved), "control")).isEqualTo("waits for [control-port]");
        }

        @Test
        void areGoneWhenAnswered() {
            assertThat(EVERYTHING.resolve(Harbor.CATALOG, OpenQuestions.STRICT).questions())
                    .isEmpty();
        }

        private Question question(String id) {
            return question(Site.empty(), id).orElseThrow();
        }

        private Optional<Question> question(Site site, String id) {
            return resolve(site).questions().stream()
                    .filter(question -> question.decision().id().equals(id))
                    .findFirst();
        }
    }

    @Nested
    class Couplings {
        @Test
        void answerTheOtherSetting() {
            Resolution resolution = resolve(Site.builder().set(Harbor.HTTP, 80).build());
            assertThat(fate(resolution, "https")).isEqualTo("tcp 443 [https-port=443 (coupled)]");
            assertThat(fate(resolve(Site.builder().set(Harbor.CONTROL, 4131).build()), "data"))
                    .isEqualTo("tcp 4130 [data-port=4130 (coupled)]");
            assertThat(fate(resolve(Site.builder().set(Harbor.CONTROL, 99).build()), "data"))
                    .isEqualTo("tcp 20 [data-port=20 (default)]");
        }

        @Test
        void refuseAnswersThatContradictThem() {
            Site site = Site.builder()
                    .set(Harbor.HTTP, 80)
                    .set(Harbor.HTTPS, 8531)
                    .set(Harbor.CONTROL, 21)
                    .set(Harbor.DATA, 22)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> resolve(site))
                    .withMessage(
                            "the site contradicts harbor: http-port=80 demands https-port=443 (chart: Harbor, text),"
                                    + " but it is 8531; control-port=21 demands data-port=20 (chart: Harbor, text), but it is"
                                    + " 22");
        }

        @Test
        void letTheOtherAlternativeBeAnything() {
            Site site =
                    Site.builder().set(Harbor.HTTP, 8530).set(Harbor.HTTPS, 443).build();
            assertThat(fate(resolve(site), "https")).isEqualTo("tcp 443 [https-port=443]");
        }
    }

    @Nested
    class Strict {
        @Test
        void listsEveryOpenQuestion() {
            Site site = EVERYTHING.toBuilder()
                    .leaveOpen(Decision.of(Harbor.FOG))
                    .leaveOpen(Decision.of(Harbor.FREE))
                    .build();
            assertThatExceptionOfType(OpenQuestionsException.class)
                    .isThrownBy(() -> site.resolve(Harbor.CATALOG, OpenQuestions.STRICT))
                    .withMessage("""
                            the site leaves 2 questions of harbor open:
                              free-port: free-port, set in the log? 1-65535 [chart: Harbor, text]
                              fog: there is fog? yes or no [chart: Harbor, text]""")
                    .satisfies(e -> assertThat(e.questions()).hasSize(2));
        }

        @Test
        void resolvesWhatIsAnswered() {
            Resolution resolution = EVERYTHING.resolve(Harbor.CATALOG, OpenQuestions.STRICT);
            assertThat(resolution.waiting()).isEmpty();
            assertThat(resolution.assumed()).isEqualTo(Site.empty());
            assertThat(fate(resolution, "radio")).isEqualTo("tcp 3390 [radio-port=3390]");
            assertThat(fate(resolution, "data")).isEqualTo("tcp 20 [data-port=20 (coupled)]");
            assertThat(fate(resolution, "fog")).isEqualTo("tcp 1001 [fog=yes]");
            assertThat(fate(resolution, "clear")).isEqualTo("ruled out by [fog=yes]");
            assertThat(fate(resolution, "both")).isEqualTo("ruled out by [night=no]");
            assertThat(fate(resolution, "calm")).isEqualTo("ruled out by [swell=flood]");
            assertThat(fate(resolution, "extra")).isEqualTo("tcp 1008 [optional-flows=yes]");
            assertThat(resolution.flow(Harbor.id("clear"))).isEmpty();
        }
    }

    @Nested
    class Permissive {
        private final Resolution resolution = Site.empty().resolve(Harbor.CATALOG, OpenQuestions.PERMISSIVE);

        @Test
        void takesEveryDocumentedAnswer() {
            assertThat(fate(resolution, "http"))
                    .isEqualTo("tcp 80,8530 [http-port=80 (alternative), http-port=8530 (alternative)]");
            assertThat(fate(resolution, "radio")).isEqualTo("tcp 3389 [radio-port=3389 (alternative)]");
            assertThat(fate(resolution, "data")).isEqualTo("tcp 20 [data-port=20 (alternative)]");
            assertThat(fate(resolution, "fog")).isEqualTo("tcp 1001 [fog=yes (alternative)]");
            assertThat(fate(resolution, "clear")).isEqualTo("tcp 1002 [fog=no (alternative)]");
            assertThat(fate(resolution, "rpc"))
                    .isEqualTo(
                            "tcp 1025-5000,49152-65535 [windows=modern (alternative), windows=legacy (alternative)]");
            assertThat(fate(resolution, "old")).isEqualTo("tcp 1024-65535 [windows=legacy (alternative)]");
            assertThat(resolution.ruledOut()).isEmpty();
        }

        @Test
        void stillWaitsWhereTheDocumentGivesNoAnswer() {
            assertThat(resolution.waiting()).hasToString("[" + Harbor.id("free") + ": waits for [free-port]]");
        }

        @Test
        void takesNoAlternativeThatAnswersExclude() {
            Site site = Site.builder().set(Harbor.HTTPS, 8531).build();
            assertThat(fate(site.resolve(Harbor.CATALOG, OpenQuestions.PERMISSIVE), "http"))
                    .isEqualTo("tcp 8530 [http-port=8530 (alternative)]");
        }
    }

    @Nested
    class DynamicRanges {
        @Test
        void ofASiteReachEveryHostButNotARangeOfAProduct() {
            Resolution resolution = resolve(
                    Site.builder().dynamicPorts(DynamicPorts.of(50_000, 50_999)).build());
            assertThat(fate(resolution, "rpc")).isEqualTo("tcp 50000-50999 [dynamic-ports=50000-50999]");
            assertThat(fate(resolution, "printed")).isEqualTo("tcp 50000-50999 [dynamic-ports=50000-50999]");
            assertThat(fate(resolution, "new"))
                    .isEqualTo("tcp 50000-50999 [windows=modern (default), dynamic-ports=50000-50999]");
            assertThat(resolution.flow(Harbor.id("tftp")).orElseThrow().replyPorts())
                    .contains(PortSet.ofRange(50_000, 50_999));
            assertThat(fate(resolution, "own")).isEqualTo("tcp 10000-65535");
        }

        @Test
        void ofAnEndpointReachEveryFlowTowardsIt() {
            Resolution resolution = resolve(Site.builder()
                    .dynamicPorts(Infrastructure.DOMAIN_CONTROLLER, DynamicPorts.of(50_000, 50_999))
                    .dynamicPorts(Role.QUAY, DynamicPorts.of(20_000, 29_999))
                    .build());
            assertThat(fate(resolution, "rpc"))
                    .isEqualTo("tcp 50000-50999 [dynamic-ports@domain-controller=50000-50999]");
            assertThat(fate(resolution, "ntds"))
                    .isEqualTo("tcp 50000-50999 [dynamic-ports@domain-controller=50000-50999]");
            assertThat(fate(resolution, "printed")).isEqualTo("tcp 49152-65535 [windows=modern (default)]");
            assertThat(fate(resolution, "own")).isEqualTo("tcp 20000-29999 [dynamic-ports@quay=20000-29999]");
        }

        @Test
        void forRpcAloneLeaveOtherProgramsAsTheyAre() {
            Resolution resolution = resolve(Site.builder()
                    .dynamicPorts(DynamicPorts.rpcOnly(PortSet.ofRange(5001, 5100)))
                    .windows(Role.QUAY, WindowsEstate.LEGACY)
                    .build());
            assertThat(fate(resolution, "rpc")).isEqualTo("tcp 5001-5100 [dynamic-ports=rpc:5001-5100]");
            assertThat(resolution.flow(Harbor.id("tftp")).orElseThrow().replyPorts())
                    .contains(PortSet.ofRange(1025, 5000));
        }

        @Test
        void giveWayToAFixedPort() {
            Resolution resolution = resolve(Site.builder()
                    .dynamicPorts(DynamicPorts.of(50_000, 50_999))
                    .staticRpc(RpcService.NTDS, 40_000)
                    .build());
            assertThat(fate(resolution, "ntds")).isEqualTo("tcp 40000 [static-rpc.ntds=40000]");
            assertThat(fate(resolution, "rpc")).isEqualTo("tcp 50000-50999 [dynamic-ports=50000-50999]");
            Resolution own = resolve(Site.builder()
                    .staticRpc(RpcService.NTDS, 40_000)
                    .staticRpc(Infrastructure.DOMAIN_CONTROLLER, RpcService.NTDS, 40_001)
                    .staticRpc(Role.QUAY, RpcService.NTDS, 40_002)
                    .build());
            assertThat(fate(own, "ntds")).isEqualTo("tcp 40001 [static-rpc.ntds@domain-controller=40001]");
        }

        @Test
        void followTheGenerationOfWindows() {
            Resolution legacy =
                    resolve(Site.builder().windows(WindowsEstate.LEGACY).build());
            assertThat(fate(legacy, "rpc")).isEqualTo("tcp 1025-5000 [windows=legacy]");
            assertThat(fate(legacy, "printed")).isEqualTo("tcp 1025-5000 [windows=legacy]");
            assertThat(fate(legacy, "old")).isEqualTo("tcp 1024-65535 [windows=legacy]");
            assertThat(fate(legacy, "new")).isEqualTo("ruled out by [windows=legacy]");
            Resolution mixed = resolve(Site.builder()
                    .windows(WindowsEstate.MIXED)
                    .windows(Infrastructure.DOMAIN_CONTROLLER, WindowsEstate.MODERN)
                    .build());
            assertThat(fate(mixed, "rpc")).isEqualTo("tcp 49152-65535 [windows@domain-controller=modern]");
            assertThat(fate(mixed, "printed")).isEqualTo("tcp 1025-5000,49152-65535 [windows=mixed]");
            assertThat(fate(mixed, "old")).isEqualTo("tcp 1024-65535 [windows=mixed]");
            assertThat(fate(mixed, "new")).isEqualTo("tcp 49152-65535 [windows=mixed]");
        }
    }

    @Nested
    class OptionalFlows {
        @Test
        void areDecidedTogetherOrOneByOne() {
            Flow extra = Harbor.CATALOG.flow(Harbor.id("extra")).orElseThrow();
            assertThat(fate(resolve(Site.builder().optionalFlows(false).build()), "extra"))
                    .isEqualTo("ruled out by [optional-flows=no]");
            assertThat(fate(
                            resolve(Site.builder()
                                    .optionalFlows(false)
                                    .optionalFlow(extra, true)
                                    .build()),
                            "extra"))
                    .isEqualTo("tcp 1008 [optional-flows@harbor.pilot.quay.extra-tcp=yes]");
        }
    }

    @Nested
    class Advises {
        @Test
        void againstSmallAndLowRanges() {
            assertThat(texts(Site.builder()
                            .dynamicPorts(DynamicPorts.rpcOnly(PortSet.ofRange(4001, 4050)))
                            .build()))
                    .contains(
                            "SMALL_DYNAMIC_RANGE dynamic-ports=rpc:4001-4050: fewer than 100 ports; a busy host can run"
                                    + " out of them",
                            "LOW_DYNAMIC_RANGE dynamic-ports=rpc:4001-4050: ports up to 5000 collide with fixed ports of"
                                    + " other programs; start above 5000");
        }

        @Test
        void againstBothGenerations() {
            String text = "BOTH_GENERATIONS windows=mixed: both the legacy and the modern range; bind each host to its"
                    + " own to open less";
            assertThat(texts(Site.builder().windows(WindowsEstate.MIXED).build()))
                    .contains(text);
            assertThat(Site.empty()
                            .resolve(Harbor.CATALOG, OpenQuestions.PERMISSIVE)
                            .advice())
                    .extracting(advice -> advice.kind() + " " + advice)
                    .contains(text);
            assertThat(texts(Site.empty())).doesNotContain(text);
        }

        @Test
        void againstAFixedPortInTheDynamicRange() {
            assertThat(texts(Site.empty()))
                    .containsExactly("FIXED_PORT_IN_DYNAMIC_RANGE tcp 50002 of quay is inside the dynamic range"
                            + " 49152-65535, so that the host can hand it to another program first; reserve it there, or"
                            + " move the range");
            assertThat(texts(Site.builder()
                            .dynamicPorts(Role.QUAY, DynamicPorts.of(20_000, 29_999))
                            .build()))
                    .isEmpty();
        }

        @Test
        void againstTwoServicesOnOnePort() {
            assertThat(texts(Site.builder()
                            .set(Harbor.RADIO, 8530)
                            .set(Harbor.HTTP, 8530)
                            .build()))
                    .contains("PORT_COLLISION radio-port=8530 collides with http-port on tcp 8530 of tower");
            assertThat(texts(Site.builder().set(Harbor.RADIO, 88).build()))
                    .contains("PORT_COLLISION radio-port=88 collides with Fixed on tcp 88 of tower");
            assertThat(texts(Site.builder().set(Harbor.RADIO, 69).build()))
                    .as("the same port over UDP, on another endpoint")
                    .contains("PORT_COLLISION radio-port=69 collides with TFTP on udp 69 of quay");
            assertThat(texts(Site.builder().set(Harbor.RADIO, 3389).build()))
                    .noneMatch(text -> text.startsWith("PORT_COLLISION"));
        }

        @Test
        void withTheFlowsThatItConcerns() {
            Advice advice = resolve(Site.builder().set(Harbor.RADIO, 88).build()).advice().stream()
                    .filter(each -> each.kind() == Advice.Kind.PORT_COLLISION)
                    .findFirst()
                    .orElseThrow();
            assertThat(advice.flows()).extracting(Flow::id).containsExactly(Harbor.id("radio"), Harbor.id("fixed"));
        }

        private java.util.List<String> texts(Site site) {
            return resolve(site).advice().stream()
                    .map(advice -> advice.kind() + " " + advice)
                    .toList();
        }
    }
}
