package io.portolan.windows;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Necessity;
import io.portolan.net.PortRange;
import io.portolan.windows.Windows.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The catalog against the text and the tables of the article, where copies are at hand; skipped where there are none. */
class WindowsDocumentTest {
    private static final Map<String, String> PORTLESS =
            Map.of("GRE IP:47", "gre", "AH IP:51", "ah", "ESP IP:50", "esp");

    /** What a footnote code makes of the necessity and conditions of a flow. */
    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("NETBIOS_OPT_DFSN", "optional"),
            Map.entry("NETBIOS_OPT_NETLOGON", "optional"),
            Map.entry("NETBIOS_OPT_SERVER", "optional"),
            Map.entry("NODE_JOIN", "cluster-node-join"),
            Map.entry("NODE_JOIN_WIZARD", "add-node-wizard"),
            Map.entry("DC_2008_ONLY", "domain-controllers-2008"),
            Map.entry("XP_2003_CLIENT", "xp-clients"),
            Map.entry("HYPERV_REPLICA", "hyper-v-replica"),
            Map.entry("HYPERV_LIVE_MIGRATION", "live-migration"),
            Map.entry("ISA_N1", "!isa-2000"),
            Map.entry("ISA_N4", "isa-web-management"),
            Map.entry("ISA_N6", "isa-status-monitoring"));

    private static String section(Flow flow) {
        String heading = flow.citations().get(0).section();
        return heading.substring(heading.lastIndexOf(" > ") + 3);
    }

    /** Returns what a flow goes to, port by port: "tcp 139" and "tcp 445" for SMB on both. */
    private static List<String> listening(Flow flow) {
        if (flow.ports().isEmpty()) {
            return List.of(flow.protocol().toString());
        }
        List<String> listening = new ArrayList<>();
        for (PortRange range : flow.ports().get().expected().ranges()) {
            listening.add(flow.protocol() + " " + range);
        }
        return listening;
    }

    private static List<String> listening(List<String> line) {
        String transport = PORTLESS.getOrDefault(line.get(3), line.get(3).toLowerCase(Locale.ROOT));
        if (line.get(4).isEmpty()) {
            return List.of(transport);
        }
        return Splitter.on(';')
                .splitToStream(line.get(4))
                .map(ports -> transport + " " + ports)
                .toList();
    }

    private static List<String> codes(List<String> line) {
        return Splitter.on(';').omitEmptyStrings().splitToList(line.get(5));
    }

    @Test
    void servicesAreThoseOfTheTablesWithTheirLogicalNames() {
        ListMultimap<String, String> printed = LinkedListMultimap.create();
        for (List<String> line : References.services()) {
            if (!printed.containsKey(line.get(0))) {
                printed.put(line.get(0).replace("BranchCache information", "BranchCache"), line.get(1));
            }
        }
        assertThat(Windows.catalog().roles()).extracting(Role::heading).containsExactlyElementsOf(printed.keySet());
        assertThat(Windows.catalog().roles())
                .allSatisfy(service -> assertThat(String.join(";", service.systemServiceNames()))
                        .isEqualTo(printed.get(service.heading()).get(0)));
    }

    @Test
    void everyLineListensOnWhatItPrintsAndNothingElseDoes() {
        ImmutableListMultimap.Builder<String, String> printed = ImmutableListMultimap.builder();
        for (List<String> line : References.services()) {
            printed.putAll(line.get(0), listening(line));
        }
        ImmutableListMultimap.Builder<String, String> flows = ImmutableListMultimap.builder();
        for (Flow flow : Windows.catalog().flows()) {
            flows.putAll(section(flow), listening(flow));
        }
        ImmutableListMultimap<String, String> expected = printed.build();
        ImmutableListMultimap<String, String> found = flows.build();
        assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
        for (String section : expected.keySet()) {
            assertThat(found.get(section)).as(section).containsExactlyInAnyOrderElementsOf(expected.get(section));
        }
    }

    @Test
    void dynamicPortsAreTheDynamicRangeWithItsPrintedNumbers() {
        ImmutableSet<String> printed = References.services().stream()
                .filter(line -> codes(line).contains("DYN_RANDOM"))
                .flatMap(line -> listening(line).stream()
                        .filter(ports -> ports.contains("-"))
                        .map(ports -> line.get(0) + ": " + ports))
                .collect(toImmutableSet());
        assertThat(Windows.catalog().flows().stream()
                        .filter(flow -> flow.ports().orElse(null) instanceof AllocatedPorts)
                        .map(flow -> section(flow) + ": " + listening(flow).get(0)))
                .containsAll(printed)
                .allSatisfy(flow -> assertThat(printed).contains(flow));
    }

    @Test
    void footnotesAreConditionsOfTheFlowsOfTheirLine() {
        for (List<String> line : References.services()) {
            List<String> demanded = codes(line).stream()
                    .flatMap(code -> Optional.ofNullable(CONDITIONS.get(code)).stream())
                    .toList();
            for (String ports : listening(line)) {
                assertThat(Windows.catalog().flows().stream()
                                .filter(flow -> section(flow).equals(line.get(0)))
                                .filter(flow -> listening(flow).contains(ports))
                                .map(WindowsDocumentTest::conditions))
                        .as("%s: %s", line.get(0), ports)
                        .anySatisfy(conditions -> assertThat(conditions).containsAll(demanded));
            }
        }
    }

    private static List<String> conditions(Flow flow) {
        List<String> conditions = new ArrayList<>();
        if (flow.necessity() == Necessity.OPTIONAL) {
            conditions.add("optional");
        }
        flow.conditions().stream().map(Condition::toString).forEach(conditions::add);
        return conditions;
    }

    @Test
    void tableSortedByPortIsKeptRowByRow() {
        assertThat(PortTable.entries().stream()
                        .map(entry -> List.of(entry.port, entry.transport, entry.application, entry.service)))
                .containsExactlyElementsOf(References.ports().stream()
                        .map(line -> List.of(line.get(0), transportAsPrinted(line), line.get(2), line.get(3)))
                        .collect(toImmutableList()));
    }

    /** The copy corrects the one misprint of the table. */
    private static String transportAsPrinted(List<String> line) {
        boolean misprint = line.get(2).equals("SMS Remote Chat") && line.get(1).equals("UDP");
        return misprint ? "upd" : PORTLESS.getOrDefault(line.get(1), line.get(1).toLowerCase(Locale.ROOT));
    }

    @Test
    void whatIsLeftOfTheTextNamesTheServicesUpToWhereItEnds() {
        String text = References.seed();
        List<String> unnamed = new ArrayList<>();
        for (Role service : Role.values()) {
            String name = service.heading().replaceAll(" \\(.*\\)|/.*| [Ss]ervice$", "");
            if (!text.contains(name)) {
                unnamed.add(name);
            }
            if (service == Role.KERBEROS_KEY_DISTRIBUTION_CENTER) {
                break;
            }
        }
        // their headings are lost, and the first sentences under them
        assertThat(unnamed)
                .containsExactly(
                        "Application Layer Gateway",
                        "ASP.NET State",
                        "Dynamic Host Configuration Protocol Server",
                        "Distributed File System Namespaces",
                        "DNS Server",
                        "FTP Publishing",
                        "HTTP SSL",
                        "Hyper-V",
                        "Internet Connection Firewall",
                        "IP Address Management",
                        "BranchCache",
                        "ISA");
    }

    @Test
    void textWarnsOfWindowsFirewall() {
        assertThat(References.seed())
                .contains("use the port information in this article to configure Windows Firewall");
        assertThat(Windows.WARNING).contains("Windows Firewall");
    }
}
