package io.portolan.configmgr;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSetMultimap.toImmutableSetMultimap;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog against the text of the article itself, where a copy of it is at hand; skipped where there is none. */
class ConfigMgrDocumentTest {
    private static final Path ARTICLE = Path.of("..", "..", "shared", "seeds", "003_4b53f4d03886e4d3.txt");
    private static final Pattern ARROW = Pattern.compile("(.+) (<?-->)");
    private static final Pattern HEADING = Pattern.compile("(.+) (<?-->) (.+)");

    /** The parties of the headings, as their text names them. */
    private static final ImmutableMap<String, ImmutableSet<String>> PARTIES =
            ImmutableMap.<String, ImmutableSet<String>>builder()
                    .put("Asset Intelligence synchronization point", ImmutableSet.of("asset-intelligence-point"))
                    .put("Azure (CMG)", ImmutableSet.of("azure"))
                    .put("CMG classic cloud service", ImmutableSet.of("cloud-management-gateway"))
                    .put("CMG virtual machine scale set", ImmutableSet.of("cloud-management-gateway"))
                    .put("Cloud management gateway (CMG)", ImmutableSet.of("cloud-management-gateway"))
                    .put("Configuration Manager console", ImmutableSet.of("console"))
                    .put(
                            "Configuration Manager Network Device Enrollment Service (NDES) policy module",
                            ImmutableSet.of("ndes-policy-module"))
                    .put("Data warehouse service point", ImmutableSet.of("data-warehouse-point"))
                    .put(
                            "Distribution point configured as source",
                            ImmutableSet.of("distribution-point", "pull-distribution-point"))
                    .put(
                            "Distribution point configured for PXE, both standard and pull",
                            ImmutableSet.of("distribution-point", "pull-distribution-point"))
                    .put(
                            "Distribution point configured for multicast, both standard and pull",
                            ImmutableSet.of("distribution-point", "pull-distribution-point"))
                    .put(
                            "Distribution point, both standard and pull",
                            ImmutableSet.of("distribution-point", "pull-distribution-point"))
                    .put("Exchange Server Connector", ImmutableSet.of("exchange-connector"))
                    .put("Global catalog domain controller", ImmutableSet.of("global-catalog"))
                    .put("Issuing certification authority (CA)", ImmutableSet.of("certification-authority"))
                    .put("On-premises Exchange Server", ImmutableSet.of("exchange-server"))
                    .put("SQL Server for WSUS", ImmutableSet.of("wsus-sql-server"))
                    .put("Server hosting remote content library share", ImmutableSet.of("file-server"))
                    .buildOrThrow();

    private record TableRow(String heading, int number, String description, String udp, String tcp) {
        String place() {
            return heading + ", row " + number;
        }
    }

    private static String text = "";
    private static ImmutableList<String> lines = ImmutableList.of();
    private static ImmutableList<TableRow> rows = ImmutableList.of();

    @BeforeAll
    static void readArticle() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "no copy of the article here");
        text = Files.readString(ARTICLE, UTF_8);
        lines = ImmutableList.copyOf(Splitter.on('\n').splitToList(text));
        ImmutableList.Builder<TableRow> read = ImmutableList.builder();
        String heading = "";
        int number = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher arrow = ARROW.matcher(line);
            List<String> cells = Splitter.on('|').trimResults().splitToList(line);
            if (arrow.matches()) {
                heading = line + " " + lines.get(i + 1);
                number = 0;
            } else if (line.equals("Client to server shares") || line.equals("Ports used by Windows Server")) {
                heading = line;
                number = 0;
            } else if (cells.size() == 4 && !line.startsWith("Description") && !line.startsWith("---")) {
                number++;
                read.add(new TableRow(heading, number, cells.get(0), cells.get(1), cells.get(2)));
            }
        }
        rows = read.build();
    }

    private static String place(Flow flow) {
        return flow.citations().get(0).section() + ", "
                + flow.citations().get(0).row();
    }

    private static ImmutableList<Flow> at(String place) {
        return ConfigMgr.editions().get(0).flows().stream()
                .filter(flow -> place(flow).equals(place))
                .collect(toImmutableList());
    }

    private static String traffic(Flow flow) {
        return flow.traffic() + (flow.setting().isPresent() ? " changeable" : "");
    }

    @Test
    void articleHasItsArrowsAndRows() {
        assertThat(rows.stream().map(TableRow::heading).filter(heading -> heading.contains("-->")))
                .hasSize(141);
        assertThat(rows.stream()
                        .map(TableRow::heading)
                        .filter(heading -> heading.contains("-->"))
                        .distinct())
                .hasSize(69);
        assertThat(rows).hasSize(148);
    }

    @Test
    void everyRowOfATableHasFlowsInTheOrderOfTheArticle() {
        ImmutableSet<String> printed = rows.stream().map(TableRow::place).collect(toImmutableSet());
        assertThat(ConfigMgr.editions().get(0).flows().stream()
                        .map(ConfigMgrDocumentTest::place)
                        .distinct()
                        .filter(printed::contains))
                .containsExactlyElementsOf(printed);
    }

    @Test
    void flowsThatStandInNoTableAreThoseOfTextAndLists() {
        ImmutableSet<String> printed = rows.stream().map(TableRow::place).collect(toImmutableSet());
        assertThat(ConfigMgr.editions().get(0).flows().stream()
                        .filter(flow -> !printed.contains(place(flow)))
                        .map(flow -> flow.citations().get(0).section())
                        .distinct())
                .containsExactly(
                        "Client --> Client",
                        "Configuration Manager console --> SMS Provider",
                        "Connections to SQL Server",
                        "Discovery and publishing",
                        "Installation requirements for site systems that support internet-based clients");
    }

    @Test
    void flowsOfARowHaveTheProtocolsAndPortsThatItPrints() {
        SetMultimap<String, String> printed = LinkedHashMultimap.create();
        for (TableRow row : rows) {
            printed.putAll(row.place(), ports("udp ", row.udp()));
            printed.putAll(row.place(), ports("tcp ", row.tcp()));
        }
        // see the erratum ndes-http-column
        String ndes = "Client --> Configuration Manager Network Device Enrollment Service (NDES) policy module, row 1";
        assertThat(printed.replaceValues(ndes, ImmutableSet.of("tcp 80"))).containsExactly("udp 80");
        // see the erratum cmg-management-point-ports
        String gateway = "CMG connection point --> Management point, row ";
        assertThat(printed.replaceValues(gateway + 1, ImmutableSet.of("tcp 443 changeable")))
                .containsExactly("tcp 443");
        assertThat(printed.replaceValues(gateway + 2, ImmutableSet.of("tcp 80 changeable")))
                .containsExactly("tcp 80");
        ImmutableSetMultimap<String, String> flows = ConfigMgr.editions().get(0).flows().stream()
                .filter(flow -> printed.containsKey(place(flow)))
                .collect(toImmutableSetMultimap(ConfigMgrDocumentTest::place, ConfigMgrDocumentTest::traffic));
        assertThat(flows).isEqualTo(ImmutableSetMultimap.copyOf(printed));
    }

    /** Reads a cell: "--", "135", "67 and 68", "80 or 8530 Note 3", "1433 Note 2 Alternate port available". */
    private static ImmutableSet<String> ports(String protocol, String cell) {
        if (cell.isEmpty() || cell.equals("--")) {
            return ImmutableSet.of();
        }
        String ports = cell.replaceAll(" \\*?Note.*", "")
                .replace(" or ", "|")
                .replace("/", "|")
                .replace("67 and 68", "67 from 68") // 68 is the port of the client
                .replace("DYNAMIC", "rpc-dynamic");
        boolean changeable = cell.contains("Note 2") || cell.contains("Note 3") || ports.contains("|");
        return ImmutableSet.of(protocol + ports + (changeable ? " changeable" : ""));
    }

    @Test
    void flowsOfARowRunBetweenThePartiesOfTheHeadingAsItsArrowSays() {
        SetMultimap<String, String> printed = LinkedHashMultimap.create();
        for (TableRow row : rows) {
            Matcher heading = HEADING.matcher(row.heading());
            if (heading.matches()) {
                ImmutableSet<String> left = parties(heading.group(1));
                ImmutableSet<String> right = row.description().equals("Global catalog LDAP")
                        ? ImmutableSet.of("global-catalog")
                        : parties(heading.group(3));
                printed.putAll(row.place(), pairs(left, right));
                if (heading.group(2).equals("<-->")) {
                    printed.putAll(row.place(), pairs(right, left));
                }
            }
        }
        ImmutableSetMultimap<String, String> flows = ConfigMgr.editions().get(0).flows().stream()
                .filter(flow -> printed.containsKey(place(flow)))
                .collect(toImmutableSetMultimap(
                        ConfigMgrDocumentTest::place,
                        flow -> flow.source().id() + " to " + flow.destination().id()));
        assertThat(flows).isEqualTo(ImmutableSetMultimap.copyOf(printed));
    }

    private static ImmutableSet<String> parties(String name) {
        return PARTIES.getOrDefault(
                name, ImmutableSet.of(name.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    private static ImmutableSet<String> pairs(ImmutableSet<String> sources, ImmutableSet<String> destinations) {
        return Sets.cartesianProduct(sources, destinations).stream()
                .map(pair -> pair.get(0) + " to " + pair.get(1))
                .collect(toImmutableSet());
    }

    /** Every protocol of a row goes both ways on an arrow with two heads, not only one of them. */
    @Test
    void bothHeadsOfAnArrowHaveTheSameTraffic() {
        for (TableRow row : rows) {
            if (row.heading().contains("<-->") && !row.heading().endsWith("Reporting services point")) {
                ImmutableList<Flow> flows = at(row.place());
                assertThat(flows.stream()
                                .filter(flow -> flow.source() == ConfigMgr.Role.SITE_SERVER)
                                .map(ConfigMgrDocumentTest::traffic))
                        .containsExactlyElementsOf(flows.stream()
                                .filter(flow -> flow.destination() == ConfigMgr.Role.SITE_SERVER)
                                .map(ConfigMgrDocumentTest::traffic)
                                .toList());
            }
        }
    }

    @Test
    void discoveryHasThePortsOfItsList() {
        List<String> printed = new ArrayList<>();
        for (String item : list("Configuration Manager uses the following ports for the discovery", "External")) {
            String ports = item.startsWith("- TCP: ")
                    ? item.substring(7).replace(": ", "-")
                    : item.substring(item.indexOf(": ") + 2);
            printed.add(ports.startsWith("Dynamically") ? "tcp rpc-dynamic" : "tcp " + ports);
        }
        assertThat(ConfigMgr.editions().get(0).flows().stream()
                        .filter(flow -> flow.citations().get(0).section().equals("Discovery and publishing"))
                        .map(ConfigMgrDocumentTest::traffic))
                .containsExactlyElementsOf(printed)
                .hasSize(7);
    }

    @Test
    void replicaBehindALoadBalancerHasThePortsOfItsList() {
        List<String> printed = list("Configure the following ports:", "Warning");
        assertThat(printed).hasSize(4);
        for (int i = 0; i < 4; i++) {
            String item = printed.get(i);
            String ports = item.substring(item.indexOf(": TCP ") + 6);
            assertThat(at("Connections to SQL Server, load balancer, row " + (i + 1)))
                    .isNotEmpty()
                    .allSatisfy(flow -> assertThat(flow.traffic()).hasToString("tcp " + ports));
        }
    }

    /** The roles of the list, each with a flow to SQL Server that cites its place. */
    @Test
    void rolesThatTalkToSqlServerAreThoseOfTheList() {
        int first =
                lines.indexOf("The following site system roles communicate directly with the SQL Server database:") + 1;
        for (int i = 0; i < 7; i++) {
            String place = "Connections to SQL Server, roles, row " + (i + 1);
            String role = lines.get(first + i).replace(" role", "");
            assertThat(ConfigMgr.editions().get(0).flows().stream()
                            .filter(flow -> flow.citations().stream()
                                    .anyMatch(citation -> citation.toString().endsWith(place)))
                            .map(flow -> flow.source().id())
                            .distinct())
                    .containsExactlyElementsOf(parties(role));
        }
    }

    @Test
    void internetBasedSiteSystemsHaveThePortsOfTheirLists() {
        String section = text.substring(
                text.indexOf("Internet-based management points, distribution points"),
                text.indexOf("Use IPsec to help"));
        List<MatchResult> items = Pattern.compile(
                        "(<?-->)\\s+(Site system|Distribution point): (.*?)(?=Site server|\\n)")
                .matcher(section)
                .results()
                .toList();
        assertThat(items).hasSize(5);
        for (int i = 0; i < 5; i++) {
            String place = "Installation requirements for site systems that support internet-based clients, row ";
            ImmutableList<Flow> flows = at(place + (i + 1));
            String item = items.get(i).group(3);
            List<String> printed = new ArrayList<>();
            if (item.contains("UDP")) {
                printed.add("udp 135");
            }
            printed.add(item.contains("dynamic") ? "tcp rpc-dynamic" : "tcp " + item.substring(item.length() - 3));
            assertThat(flows.stream().map(ConfigMgrDocumentTest::traffic).distinct())
                    .containsExactlyElementsOf(printed);
            assertThat(flows.stream().anyMatch(flow -> flow.destination() == ConfigMgr.Role.SITE_SERVER))
                    .isEqualTo(items.get(i).group(1).equals("<-->"));
            ImmutableSet<Endpoint> siteSystems = flows.stream()
                    .map(Flow::destination)
                    .filter(destination -> destination != ConfigMgr.Role.SITE_SERVER)
                    .collect(toImmutableSet());
            assertThat(flows.stream()
                            .filter(flow -> flow.destination() == ConfigMgr.Role.SITE_SERVER)
                            .map(Flow::source))
                    .containsExactlyInAnyOrderElementsOf(
                            items.get(i).group(1).equals("<-->") ? siteSystems : ImmutableSet.of());
            assertThat(siteSystems).hasSize(items.get(i).group(2).equals("Site system") ? 5 : 2);
        }
    }

    private static List<String> list(String before, String after) {
        int start = 0;
        while (!lines.get(start).startsWith(before)) {
            start++;
        }
        int end = start;
        while (!lines.get(end).startsWith(after)) {
            end++;
        }
        return lines.subList(start + 1, end);
    }
}
