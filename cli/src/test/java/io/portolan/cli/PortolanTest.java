package io.portolan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;
import io.portolan.catalogs.Catalogs;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class PortolanTest {
    private static List<CSVRecord> csv(String... args) throws IOException {
        Run run = Run.portolan(args);
        assertThat(run.status()).as(run.err()).isZero();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(run.out()), format)) {
            return parser.getRecords();
        }
    }

    @Nested
    class Questions {
        @Test
        void narrowTheFlowsTogether() throws IOException {
            assertThat(csv("flows", "rds", "--from", "gateway", "--to", "domain-controller", "--format", "csv"))
                    .extracting(record -> record.get("protocol") + "/" + record.get("ports"))
                    .containsExactly("tcp/88", "tcp/135", "tcp/rpc-dynamic", "tcp/389", "udp/389");
            assertThat(csv(
                            "flows",
                            "rds",
                            "--from",
                            "gateway",
                            "--to",
                            "domain-controller",
                            "--protocol",
                            "17",
                            "--format",
                            "csv"))
                    .hasSize(1);
            assertThat(csv(
                            "flows",
                            "rds",
                            "--from",
                            "gateway",
                            "--to",
                            "domain-controller",
                            "--port",
                            "50000",
                            "--format",
                            "csv"))
                    .extracting(record -> record.get("ports"))
                    .containsExactly("rpc-dynamic");
            assertThat(csv("flows", "rds", "--of", "dns-server", "--format", "csv"))
                    .hasSize(2);
        }

        @Test
        void findAPortOverTcpAndUdpUnlessAProtocolIsGiven() throws IOException {
            assertThat(csv("flows", "rds", "--port", "53", "--format", "csv")).hasSize(2);
            assertThat(csv("flows", "rds", "--port", "53", "--protocol", "tcp", "--format", "csv"))
                    .hasSize(1);
            assertThat(csv("port", "udp/53", "--format", "csv"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.get("protocol")).isEqualTo("udp"));
        }

        @Test
        void findWhatNamesAPortBeforeRangesThatHoldIt() throws IOException {
            List<CSVRecord> flows = csv("port", "tcp/8530", "--format", "csv");
            assertThat(flows.get(0).get("id")).startsWith("configmgr.");
            assertThat(flows.get(0).get("ports")).isEqualTo("80|8530");
            assertThat(flows.get(flows.size() - 1).get("ports")).isEqualTo("1024-65535");
        }

        @Test
        void withoutAnAnswerPrintNoFlows() {
            Run run = Run.portolan("flows", "rds", "--from", "gateway", "--to", "client");
            assertThat(run.status()).isZero();
            assertThat(run.out()).isEqualTo("0 flows\n");
        }
    }

    @Nested
    class Formats {
        private final ImmutableList<Flow> flows =
                ImmutableList.copyOf(Catalogs.rds().flows());

        @Test
        void csvHasOneLineForEachFlowWithTheColumnsOfTheFormat() throws IOException {
            List<CSVRecord> records = csv("export", "rds", "--format", "csv");
            assertThat(Run.portolan("export", "rds", "--format", "csv").out())
                    .startsWith(
                            "id,source,destination,protocol,ports,service,necessity,conditions,setting,cast,document,"
                                    + "section\r\n");
            assertThat(records).hasSameSizeAs(flows);
            for (int i = 0; i < flows.size(); i++) {
                Flow flow = flows.get(i);
                CSVRecord line = records.get(i);
                assertThat(line.get("id")).isEqualTo(flow.id());
                assertThat(line.get("source")).isEqualTo(flow.source().id());
                assertThat(line.get("destination")).isEqualTo(flow.destination().id());
                assertThat(line.get("section"))
                        .isEqualTo(flow.citations().get(0).section());
                assertThat(line.get("protocol")).isIn("tcp", "udp");
            }
            assertThat(records.stream().map(line -> line.get("ports")).distinct())
                    .contains("1812-1813", "rpc-dynamic", "?", "1024-65535", "443");
        }

        @ParameterizedTest
        @ValueSource(strings = {"export rds --format json", "flows rds --format json", "port tcp/443 --format json"})
        void jsonIsOneWholeObject(String command) {
            String out = Run.portolan(command.split(" ", -1)).out();
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), out)) {
                assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                json.skipChildren();
                assertThat(json.currentToken()).isEqualTo(JsonToken.END_OBJECT);
                assertThat(json.nextToken()).isNull();
            }
        }

        @Test
        void tablesFitATerminalAndLeaveIdentifiersWhole() {
            String flows = Run.portolan("flows", "rds").out();
            assertThat(flows.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
            Catalogs.rds()
                    .flows()
                    .forEach(flow -> assertThat(flows)
                            .contains(flow.source().id(), flow.destination().id()));
        }
    }

    @Nested
    class WrongUsage {
        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
            flows rdx | portolan flows: Invalid value for positional parameter at index 0 (CATALOG): unknown catalog 'rdx'; did you mean rds? expected one of rds, ras, configmgr, windows, ad, identity
            flows sharepoint | portolan flows: Invalid value for positional parameter at index 0 (CATALOG): unknown catalog 'sharepoint'; expected one of rds, ras, configmgr, windows, ad, identity
            flows | portolan flows: Missing required parameter: 'CATALOG'
            flows rds --port -1 | portolan flows: Invalid value for option '--port': '-1' is not a port; expected a number 0-65535, or a form such as tcp/443
            flows rds --port 65536 | portolan flows: Invalid value for option '--port': '65536' is not a port; expected a number 0-65535, or a form such as tcp/443
            flows rds --port 80-90 | portolan flows: Invalid value for option '--port': '80-90' is not a port; expected a number 0-65535, or a form such as tcp/443
            flows rds --port 0x50 | portolan flows: Invalid value for option '--port': '0x50' is not a port; expected a number 0-65535, or a form such as tcp/443
            flows rds --protocol tpc | portolan flows: Invalid value for option '--protocol': not an IP protocol: "tpc"; expected tcp, udp, icmp, icmpv6, gre, esp, ah, vrrp or a number 0-255
            flows rds --port 112 --protocol vrrp | portolan flows: --port needs tcp or udp, but --protocol is vrrp
            flows rds --port udp/53 --protocol tcp | portolan flows: --port needs udp, but --protocol is tcp
            flows rds --format xml | portolan flows: Invalid value for option '--format': unknown format 'xml'; expected one of table, csv, json, markdown
            flows rds --form csv | portolan flows: Unknown options: '--form', 'csv'; did you mean --format?
            flows rds --from | portolan flows: Missing required parameter for option '--from' (ENDPOINT)
            export rds | portolan export: Missing required option: '--format=FORMAT'
            export rds --format table | portolan export: Invalid value for option '--format': unknown format 'table'; expected one of csv, json, markdown
            port 70000 | portolan port: Invalid value for positional parameter at index 0 (PORT): '70000' is not a port; expected a number 0-65535, or a form such as tcp/443
            port vrrp/112 | portolan port: Invalid value for positional parameter at index 0 (PORT): vrrp has no ports; expected tcp or udp
            port tcp/ | portolan port: Invalid value for positional parameter at index 0 (PORT): '' is not a port; expected a number 0-65535
            resolve | portolan resolve: Missing required parameter: 'SITE'
            questions | portolan questions: Missing required parameter: 'SITE'
            resolve rdx | portolan resolve: unknown site file or catalog 'rdx'; did you mean rds? expected one of rds, ras, configmgr, windows, ad, identity
            resolve rds --open lax | portolan resolve: Invalid value for option '--open': unknown policy 'lax'; expected one of strict, defaults, permissive
            resolve rds --format markdown | portolan resolve: Invalid value for option '--format': unknown format 'markdown'; expected one of table, csv, json
            init | portolan init: Missing required parameter: 'CATALOG'
            init rds sharepoint | portolan init: unknown catalog 'sharepoint'; expected one of rds, ras, configmgr, windows, ad, identity
            plan | portolan plan: Missing required parameter: 'FILE'
            plan a.yaml --host gw1 --to-zone dmz | portolan plan: --host goes without --from-zone and --to-zone; expected one or the others
            plan a.yaml --format markdown | portolan plan: Invalid value for option '--format': unknown format 'markdown'; expected one of table, csv, json
            explain a.yaml --from gw1 --to dc1 | portolan explain: Missing required option: '--port=TRAFFIC'
            explain a.yaml --from gw1 --to dc1 --port tcp/x | portolan explain: Invalid value for option '--port': not a port list: "x": "x" at character 1 is not a port; expected ports 0-65535 and ranges, joined by commas without blanks, such as 80,443,49152-65535
            explain a.yaml --from gw1 --to dc1 --port vrrp/112 | portolan explain: Invalid value for option '--port': 'vrrp/112' says more than vrrp has; expected a form such as tcp/443, icmp/8 or vrrp
            explain a.yaml --from gw1 --to dc1 --port icmp/x | portolan explain: Invalid value for option '--port': 'icmp/x' is no type of ICMP; expected numbers 0-255, such as icmp/8 or icmp/3/4
            explain a.yaml --from gw1 --to dc1 --port vrrp --source-port 1 | portolan explain: --source-port needs tcp or udp, but --port is vrrp, which has no ports
            diff a.yaml | portolan diff: Missing required parameter: 'AFTER'
            audit a.yaml | portolan audit: Missing required option: '--observed=RULES'
            audit a.yaml --observed r.json --expect-closed tcp/ | portolan audit: Invalid value for option '--expect-closed' (TRAFFIC): 'tcp/' names no port; expected a form such as tcp/443, icmp/8 or vrrp
            audit a.yaml --observed r.json --open lax | portolan audit: Invalid value for option '--open': unknown policy 'lax'; expected one of strict, defaults, permissive
            exprot rds | portolan: Unmatched arguments from index 0: 'exprot', 'rds'; did you mean export?
            """)
        void isSaidInOneLine(String command, String message) {
            Run run = Run.portolan(command.split(" ", -1));
            assertThat(run.err()).isEqualToNormalizingNewlines(message + "\n");
            assertThat(run.out()).isEmpty();
            assertThat(run.status()).isEqualTo(2);
        }

        @Test
        void ofAnUnknownRoleNamesTheNearestAndListsTheRoles() {
            Run run = Run.portolan("flows", "rds", "--from", "gatewy");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith(
                            "portolan flows: --from: unknown endpoint 'gatewy'; did you mean gateway? expected one of"
                                    + " client, web-access, gateway, connection-broker, session-host, virtualization-host,"
                                    + " virtual-desktop, license-server, ");
            assertThat(run.err().lines()).hasSize(1);
        }

        @Test
        void withoutACommandNamesThem() {
            Run run = Run.portolan();
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualToNormalizingNewlines(
                            "portolan: a command is missing; expected catalogs, flows, roles, port, settings,"
                                    + " features, errata, export, init, import, questions, resolve, plan, explain, diff,"
                                    + " changes, audit, traffic, review, render, script, schema, completion, man, help\n");
        }

        @Test
        void ofAConstantsNameNamesItsIdentifier() {
            assertThat(Run.portolan("flows", "rds", "--from", "DOMAIN_CONTROLLER")
                            .err())
                    .contains("did you mean domain-controller?");
            assertThat(Run.portolan("flows", "RDS").err()).contains("did you mean rds?");
        }

        @Test
        void staysOneShortLineWhateverTheArgumentHolds() {
            Run run = Run.portolan("flows", "rds", "--from", "a\nb\u001b[31m\u202ec\u2028");
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("'a?b?[31m?c?'");
            assertThat(Run.portolan("flows", "rds", "--from", "x".repeat(100_000))
                            .err())
                    .hasSizeLessThan(1000);
            assertThat(Run.portolan("flows", "rds", "x".repeat(100_000)).err()).hasSizeLessThan(2100);
        }

        @Test
        void takesNoFileForArguments() {
            assertThat(Run.portolan("flows", "@rds").err()).contains("unknown catalog '@rds'");
        }
    }
}
