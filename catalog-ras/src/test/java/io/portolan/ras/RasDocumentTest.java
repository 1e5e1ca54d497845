package io.portolan.ras;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.Toggle;
import io.portolan.net.PortSet;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Role;
import io.portolan.ras.Tables.AddressRow;
import io.portolan.ras.Tables.PortRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog against the text of the article itself, where a copy of it is at hand; skipped where there is none. */
class RasDocumentTest {
    private static final Path SHARED = Path.of("..", "..", "shared");
    private static final Path ARTICLE = SHARED.resolve("seeds").resolve("001_4a96bc54d1e1cace.txt");
    private static final Path ADDRESSES = SHARED.resolve("reference").resolve("ras-avd-endpoints.csv");

    private static final String PUSHED =
            "session-host-agent guest-agent remote-pc-agent connection-broker" + " secure-gateway enrollment-server";

    /** The parties by the names that the article prints. */
    private static final Map<String, String> PARTIES = Map.ofEntries(
            entry("2FA Server(s)", "mfa-server radius-server"),
            entry("AD DS controllers", "domain-controller global-catalog"),
            entry("AWS", "aws"),
            entry("Azure Virtual Desktop Services", "avd-services"),
            entry("Certificate Authority (CA)", "certification-authority"),
            entry("FSlogix", "fslogix"),
            entry("HALB", "halb"),
            entry("Hyper-V", "hyper-v"),
            entry("Let's Encrypt Service", "lets-encrypt"),
            entry("Localhost", "localhost"),
            entry("MFA Server(s)", "mfa-server radius-server"),
            entry("MS SQL", "sql-server"),
            entry("Microsoft Azure", "azure"),
            entry("Microsoft SQL Server", "sql-server"),
            entry("Microsoft site", "microsoft-site"),
            entry("Nutanix", "nutanix"),
            entry("Parallels Client", "client"),
            entry("Parallels Licensing Server", "parallels-licensing-server"),
            entry("Parallels site", "parallels-site"),
            entry("Provider Agent", "provider-agent"),
            entry("RAS Connection Broker", "connection-broker"),
            entry("RAS Console", "console"),
            entry("RAS Enrollment Server", "enrollment-server"),
            entry("RAS Guest Agent", "guest-agent"),
            entry("RAS Guest Agent (used by Azure Virtual Desktop)", "guest-agent"),
            entry("RAS Performance Monitor", "performance-monitor"),
            entry("RAS PowerShell", "powershell"),
            entry("RAS Provider Agent", "provider-agent"),
            entry("RAS RD Session Host Agent", "session-host-agent"),
            entry(
                    "RAS RD Session Host Agent RAS Guest Agent RAS Remote PC Agent RAS Connection Broker"
                            + " RAS Secure Gateway RAS Enrollment Server",
                    PUSHED),
            entry("RAS Remote Installer Service", "remote-installer"),
            entry("RAS Remote PC Agent", "remote-pc-agent"),
            entry("RAS Reporting", "reporting"),
            entry("RAS Reporting Service", "reporting"),
            entry("RAS Secure Gateway", "secure-gateway"),
            entry("RAS Secure Gateway Forwarding mode", "forwarding-gateway"),
            entry("RAS Secure Gateway Normal mode", "normal-gateway"),
            entry("RAS Secure Gateway in Forwarding Mode", "forwarding-gateway"),
            entry("RAS Secure Gateway in Forwarding mode", "forwarding-gateway"),
            entry("RAS Secure Gateway in Normal Mode", "normal-gateway"),
            entry("RAS Secure Gateway in Normal mode", "normal-gateway"),
            entry("RAS Web Admin Service [RAS Management Portal]", "web-administration"),
            entry("RAS Web Administration Service", "web-administration"),
            entry("Remote Desktop Services", "session-host"),
            entry("Remote PC over VDI", "remote-pc-over-vdi"),
            entry("SMTP", "mail-server"),
            entry("SSRS", "ssrs"),
            entry("Scale", "scale"),
            entry("Session host (VDI, RDS, RemotePC)", "session-host"),
            entry("Tenant - RAS Connection Broker", "connection-broker"),
            entry("Tenant Broker - RAS Connection Broker", "tenant-broker"),
            entry("VMWare", "vmware"),
            entry("Web browser (HTML5) and Let's Encrypt service", "web-browser lets-encrypt"),
            entry("Wyse Broker", "wyse-broker"));

    /** What a purpose says where flows of its row depend on a feature. */
    private static final Map<Toggle, String> PHRASES = Map.ofEntries(
            entry(Features.RDP_LOAD_BALANCING, "rdp load balancing is enabled"),
            entry(Features.DIRECT_MODE, "in direct mode only"),
            entry(Features.SHORT_PATH, "in shortpath mode only"),
            entry(Features.INDIRECT_SHADOWING, "(indirect network connection)"),
            entry(Features.DIRECT_SHADOWING, "in case of direct network connection"),
            entry(Features.CONSOLE_ON_BROKER, "if ras console runs on ras connection broker"),
            entry(Features.LETS_ENCRYPT, "let's encrypt"),
            entry(Features.TENANT_BROKER, "not required for tenant broker"),
            entry(Features.TENANT, "to join tenant broker"),
            entry(Features.DEEPNET_OR_SAFENET, "deepnet"),
            entry(Features.RADIUS, "radius"),
            entry(Features.GATEWAY_PORT_DISABLED, "if the normal port is disabled"),
            entry(Features.BEFORE_RAS_18, "pre-ras 18"),
            entry(Features.HYPER_V, "hyper-v only"));

    private static final Map<String, PortRow> ROWS = new LinkedHashMap<>();
    private static List<String> lines = List.of();
    private static String text = "";

    @BeforeAll
    static void readArticle() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "no copy of the article here");
        text = Files.readString(ARTICLE, UTF_8);
        lines = Splitter.on('\n').splitToList(text);
        Tables.ports(lines).forEach(row -> ROWS.put(row.place(), row));
    }

    private static Stream<Flow> flows(Predicate<Flow> filter) {
        return Ras.catalog().flows().stream()
                .filter(flow -> ROWS.containsKey(place(flow)))
                .filter(filter);
    }

    private static String place(Flow flow) {
        Citation citation = flow.citations().get(0);
        return citation.section() + ", " + citation.row();
    }

    private static PortRow row(Flow flow) {
        return requireNonNull(ROWS.get(place(flow)));
    }

    private static Set<String> ids(String printed) {
        String ids = requireNonNull(PARTIES.get(printed), printed);
        return new LinkedHashSet<>(Splitter.on(' ').splitToList(ids));
    }

    @Test
    void everyRowOfEveryTableHasFlowsInItsPlace() {
        assertThat(ROWS).hasSize(93);
        assertThat(Tables.addresses(lines)).hasSize(22);
        List<String> places = new ArrayList<>();
        places.add("All Components, text");
        places.addAll(ROWS.keySet());
        for (int row = 1; row <= 22; row++) {
            places.add("Azure Virtual Desktop, row " + row);
        }
        assertThat(Ras.catalog().flows().stream().map(RasDocumentTest::place).distinct())
                .containsExactlyElementsOf(places);
    }

    @Test
    void flowsOfARowHaveTheProtocolsAndPortsThatItPrints() {
        Map<String, Map<String, PortSet>> printed = new LinkedHashMap<>();
        ROWS.forEach((place, row) -> printed.put(place, row.traffic()));
        Map<String, Map<String, PortSet>> stated = new LinkedHashMap<>();
        flows(flow -> true).forEach(flow -> {
            PortSet ports = flow.ports().isPresent() ? flow.ports().get().expected() : PortSet.none();
            stated.computeIfAbsent(place(flow), place -> new TreeMap<>())
                    .merge(flow.protocol().toString(), ports, PortSet::union);
        });
        assertThat(stated).isEqualTo(printed);
    }

    @Test
    void flowsOfARowHaveThePartiesThatItPrints() {
        SetMultimap<String, String> printed = LinkedHashMultimap.create();
        ROWS.forEach((place, row) -> {
            for (String source : ids(row.source())) {
                for (String destination : ids(row.destination())) {
                    printed.put(place, source + " > " + destination);
                }
            }
        });
        // its purpose is for administrators; see the erratum browser-and-lets-encrypt
        printed.remove("Web (external), row 1", "lets-encrypt > web-administration");
        // "inbound only"; see the erratum wyse-reply
        printed.put("RAS Console, row 16", "wyse-broker > console");
        SetMultimap<String, String> stated = LinkedHashMultimap.create();
        flows(flow -> true)
                .forEach(flow -> stated.put(
                        place(flow),
                        flow.source().id() + " > " + flow.destination().id()));
        assertThat(stated).isEqualTo(printed);
    }

    @Test
    void everyTargetOfAPushHasAllPortsOfItsRow() {
        assertThat(flows(flow -> ids(row(flow).destination()).size() == 6))
                .hasSize(12)
                .allSatisfy(flow -> assertThat(flow.ports().orElseThrow().expected())
                        .isEqualTo(row(flow).traffic().get("tcp")));
    }

    @Test
    void componentsOfTheIntroductionAreTargetsOfThePush() {
        assertThat(lines).contains("All Components: TCP 135, 445 - remote agent push.");
        assertThat(Ras.catalog().flows().stream()
                        .filter(flow -> place(flow).equals("All Components, text"))
                        .map(flow -> flow.destination().id() + " " + flow.traffic()))
                .containsExactlyElementsOf(Splitter.on(' ').splitToList(PUSHED).stream()
                        .map(target -> target + " tcp 135,445")
                        .toList());
    }

    @Test
    void flowsDependOnAFeatureWhereThePurposeOfTheRowSpeaksOfIt() {
        assertThat(PHRASES.keySet())
                .containsExactlyInAnyOrderElementsOf(Ras.catalog().features().stream()
                        .map(Toggle.class::cast)
                        .toList());
        PHRASES.forEach((feature, phrase) -> assertThat(
                        flows(flow -> Ras.catalog().flows().withFeature(feature).contains(flow))
                                .map(RasDocumentTest::place)
                                .distinct())
                .as(phrase)
                .isNotEmpty()
                .containsExactlyElementsOf(speakingOf(phrase)));
    }

    @Test
    void flowsAreBroadcastWhereThePurposeOfTheRowSpeaksOfIt() {
        assertThat(flows(flow -> flow.cast() == Cast.BROADCAST)
                        .map(RasDocumentTest::place)
                        .distinct())
                .isNotEmpty()
                .containsExactlyElementsOf(speakingOf("broadcast"));
    }

    private static List<String> speakingOf(String phrase) {
        return ROWS.values().stream()
                .filter(row -> Ascii.toLowerCase(row.purpose()).contains(phrase))
                .map(PortRow::place)
                .toList();
    }

    @Test
    void addressesHaveThePortsAndServiceTagsThatAreLeftOfTheirRows() {
        List<AddressRow> printed = Tables.addresses(lines);
        List<Flow> flows = List.copyOf(Ras.catalog().flowsFrom(Role.AVD_VIRTUAL_MACHINE));
        assertThat(flows).hasSameSizeAs(printed);
        for (int i = 0; i < printed.size(); i++) {
            AddressRow row = printed.get(i);
            Flow flow = flows.get(i);
            OutsideSite site = (OutsideSite) flow.destination();
            assertThat(flow.traffic()).as(flow.id()).hasToString("tcp " + row.port());
            assertThat(site.serviceTag().orElse("")).as(flow.id()).isEqualTo(row.serviceTag());
            if (row.address().isEmpty()) {
                assertThat(flow.errata()).as(flow.id()).contains(RasAzureErrata.ADDRESSES_LOST);
                assertThat(flow.citations()).as(flow.id()).hasSize(2);
            } else {
                assertThat(site.address()).contains(row.address());
                assertThat(flow.errata()).as(flow.id()).doesNotContain(RasAzureErrata.ADDRESSES_LOST);
                assertThat(flow.citations()).as(flow.id()).hasSize(1);
            }
        }
    }

    @Test
    void recoveredAddressesAreThoseOfTheList() throws IOException {
        assumeTrue(Files.exists(ADDRESSES), "no copy of the recovered addresses here");
        List<String> recovered = Files.readAllLines(ADDRESSES, UTF_8).stream()
                .skip(1)
                .map(line -> Splitter.on(',').splitToList(line))
                .map(cells -> cells.get(0) + " " + cells.get(1) + " " + cells.get(3) + " "
                        + cells.get(5).replace("N/A", ""))
                .toList();
        assertThat(Ras.catalog().flowsFrom(Role.AVD_VIRTUAL_MACHINE).stream().map(flow -> {
                    OutsideSite site = (OutsideSite) flow.destination();
                    return flow.necessity().id() + " " + site.address().orElseThrow() + " "
                            + flow.ports().orElseThrow() + " "
                            + site.serviceTag().orElse("");
                }))
                .containsExactlyElementsOf(recovered);
    }
}
