package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about the policy for a site, where golden files do not say it all. */
class PolicyCommandsTest {
    private static final String BRANCH = "../site-file/src/test/resources/site/branch.yaml";
    private static final String OBSERVED = "../site-file/src/test/resources/observed/branch.json";

    @TempDir
    private Path folder;

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8).toString();
    }

    private static String branch() throws IOException {
        return Files.readString(Path.of(BRANCH), UTF_8);
    }

    private static void fails(Run run, int status, String message) {
        assertThat(run.err()).isEqualToNormalizingNewlines(message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(status);
    }

    @Nested
    class Planning {
        @Test
        void needsProductsAndATopology() throws IOException {
            String answers = written("a.yaml", "deployments: {rds: {}}\n");
            fails(
                    Run.portolan("plan", answers),
                    1,
                    "portolan plan: " + answers
                            + ": the file has no topology, so that nothing lives anywhere; add the key topology");
            String places = written("b.yaml", "topology: {hosts: {gw1: {addresses: [10.0.0.1]}}}\n");
            fails(
                    Run.portolan("plan", places),
                    1,
                    "portolan plan: " + places + ": the file has no deployments, whose flows could be planned");
            fails(Run.portolan("plan", "none.yaml"), 1, "portolan plan: none.yaml: there is no such file");
        }

        @Test
        void isStoppedByOpenQuestionsIfStrict() {
            Run run = Run.portolan("plan", BRANCH, "--open", "strict");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("portolan plan: the site leaves ").contains("\n  farm-north: ");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--host gw2 | --host: unknown place 'gw2'; did you mean gw1? expected one of gw1, dc1, sh1, sh2, north-gw,"
                            + " south-gw, north-1, south-1, anywhere, desks, licensing, cloud",
                    "--from-zone insid | --from-zone: unknown zone or place 'insid'; did you mean inside? expected one of"
                            + " perimeter, inside, gw1, dc1, sh1, sh2, north-gw, south-gw, north-1, south-1, anywhere, desks,"
                            + " licensing, cloud",
                })
        void needsNamesOfTheTopology(String options, String message) {
            fails(Run.portolan(("plan " + BRANCH + " " + options).split(" ", -1)), 2, "portolan plan: " + message);
        }

        @Test
        void toOnePlaceHasNoRuleForAnother() {
            assertThat(Run.portolan("plan", BRANCH, "--to-zone", "dc1", "--format", "csv")
                            .out()
                            .lines()
                            .skip(1))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains(",10.0.0.5,"));
            assertThat(Run.portolan("plan", BRANCH, "--from-zone", "cloud").out())
                    .isEqualTo("From cloud\n\n0 rules\n");
        }

        /** Names of people do nothing to the terminal, whatever they are. */
        @Test
        void showsNamesWithoutTheirPower() throws IOException {
            String site = written("s.yaml", branch().replace("dc1", "\"dc\u202e1\""));
            Run run = Run.portolan("plan", site);
            assertThat(run.out() + run.err()).contains("dc?1").doesNotContain("\u202e");
        }
    }

    @Nested
    class Explaining {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--from gw1 --to dc1 --port tcp/135 | 0",
                    "--from gw1 --to dc1 --port tcp/80 | 3",
                    "--from 198.51.100.7 --to gw1 --port tcp/443 | 0",
                    "--from 198.51.100.7 --to 192.0.2.10 --port tcp/443 | 0",
                    "--from anywhere --to gw1 --port udp/3391 | 0",
                    "--from desks --to north-gw --port tcp/443 | 0",
                    "--from desks --to north-gw --port tcp/8443 | 3",
                    "--from north-1 --to ras.parallels.com --port tcp/443 | 0",
                    "--from north-1 --to cloud --port icmp/8 | 3",
                    "--from north-gw --to south-gw --port vrrp | 3",
                    "--from north-gw --to south-gw --port ip:112 | 3",
                    "--from dc1 --to dc1 --port tcp/1 | 0",
                    "--from gw1 --to dc1 --port tcp/135 --source-port 50000 | 0",
                })
        void endsWithZeroOnlyIfAllIsAllowed(String options, int status) {
            Run run = Run.portolan(("explain " + BRANCH + " " + options).split(" ", -1));
            assertThat(run.status()).as(run.out() + run.err()).isEqualTo(status);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith(status == 3 ? "not allowed: " : "allowed: ");
        }

        @Test
        void takesANumberForEitherProtocolAndSaysSo() {
            Run run = Run.portolan("explain", BRANCH, "--from", "gw1", "--to", "dc1", "--port", "389");
            assertThat(run.err()).isEqualTo("portolan explain: 389 stands for tcp/389 and udp/389\n");
            assertThat(run.out()).contains("tcp 389", "udp 389");
        }

        @Test
        void takesAZoneForEachOfItsPlaces() {
            Run zone = Run.portolan("explain", BRANCH, "--from", "perimeter", "--to", "dc1", "--port", "tcp/135");
            Run place = Run.portolan("explain", BRANCH, "--from", "gw1", "--to", "dc1", "--port", "tcp/135");
            assertThat(zone.err()).isEmpty();
            assertThat(zone.out()).contains(place.out().lines().findFirst().orElseThrow());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "--from gw --to dc1 --port tcp/1 | --from: unknown zone or place 'gw'; did you mean gw1? expected one of perimeter, inside, gw1, dc1, sh1,"
                            + " sh2, north-gw, south-gw, north-1, south-1, anywhere, desks, licensing, cloud",
                    "--from gw1 --to 10.0.0.300 --port tcp/1 | --to: not a list of peers: \"10.0.0.300\": at character 1: not an"
                            + " address range: \"10.0.0.300\": it has a number that is not 0-255; expected an address such as"
                            + " 10.0.0.5, a prefix such as 10.0.0.0/24, or a range such as 10.0.0.1-10.0.0.9; or the name of a"
                            + " place",
                    "--from gw1 --to dc1 --port tcp/1-2 | not the transport of one packet: tcp 1-2; expected one port, or one type"
                            + " of ICMP",
                    "--from 2001:db8::1 --to dc1 --port tcp/1 | no packet goes from 2001:db8::1 to 10.0.0.5: one is IPv4 and the"
                            + " other IPv6",
                    "--from 10.0.0.0/24 --to dc1 --port tcp/1 | source of a packet: \"10.0.0.0/24\" is not one address or name",
                })
        void needsTwoEndsOfOnePacket(String options, String message) {
            fails(
                    Run.portolan(("explain " + BRANCH + " " + options).split(" ", -1)),
                    2,
                    "portolan explain: " + message);
        }
    }

    @Nested
    class Comparing {
        @Test
        void findsNoDifferenceBetweenFilesThatMeanTheSame() throws IOException {
            String same = written("s.yaml", branch().replace("10.0.9.0/24", "10.0.9.0/25, 10.0.9.128-10.0.9.255"));
            assertThat(Run.portolan("diff", BRANCH, same)).isEqualTo(new Run(0, "both allow the same packets\n", ""));
            assertThat(Run.portolan("diff", BRANCH, same, "--format", "csv")
                            .out()
                            .lines())
                    .hasSize(1);
        }

        @Test
        void tellsWhichFileIsBroken() throws IOException {
            String broken = written("s.yaml", "topology: {zones: {dmz: [gw1]}}\n");
            fails(
                    Run.portolan("diff", BRANCH, broken),
                    1,
                    "portolan diff: " + broken + ":1:26: topology.zones.dmz: unknown place 'gw1'; there is none");
        }
    }

    @Nested
    class Auditing {
        /** The rules of the plan, as a firewall has them that was given exactly these. */
        private String ownRules() throws IOException {
            String csv = Run.portolan("plan", BRANCH, "--format", "csv").out();
            StringBuilder rules = new StringBuilder();
            int id = 0;
            for (String line : csv.lines().skip(1).toList()) {
                String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                id++;
                rules.append(id == 1 ? "" : ",\n")
                        .append("{\"id\": ")
                        .append(id)
                        .append(", \"action\": \"allow\", \"sources\": ")
                        .append(list(cells[0]))
                        .append(", \"destinations\": ")
                        .append(list(cells[1]))
                        .append(", \"protocol\": \"")
                        .append(cells[2])
                        .append("\", \"ports\": \"")
                        .append(cells[3].replace("\"", ""))
                        .append("\"}");
            }
            return "{\"matching\": \"deny-wins\", \"otherwise\": \"deny\", \"rules\": [\n" + rules + "]}";
        }

        private String list(String cell) {
            return "[\"" + cell.replace("\"", "").replace(",", "\", \"") + "\"]";
        }

        @Test
        void isCleanWhereTheFirewallHasTheRulesOfThePlan() throws IOException {
            Run run = Run.portolan("audit", BRANCH, "--open", "defaults", "--observed", written("r.json", ownRules()));
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains(
                            " met, 0 missing, 0 unknown, 0 excess, 0 possible excess, 0 open question, 0 not closed\n");
            assertThat(run.status()).isZero();
        }

        @Test
        void missesWhatTheDeletedRuleCarried() throws IOException {
            String rules = ownRules().replaceFirst("(?s)\\{\"id\": 1,.*?\\},\n", "");
            Run run = Run.portolan("audit", BRANCH, "--open", "defaults", "--observed", written("r.json", rules));
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.out()).contains("Missing: ").doesNotContain("Excess: ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"tcp/443 from any to perimeter", "tcp/443 to gw1", "tcp", "tcp/400-500 from 198.51.100.0/24"
                })
        void findsWhatMustBeClosed(String closed) throws IOException {
            String rules = written("r.json", ownRules());
            Run run =
                    Run.portolan("audit", BRANCH, "--open", "defaults", "--observed", rules, "--expect-closed", closed);
            assertThat(run.out()).contains("expected to be closed: " + closed).contains(" 0 excess, ");
            assertThat(run.status()).isEqualTo(3);
        }

        @Test
        void isContentWithWhatIsClosed() throws IOException {
            String rules = written("r.json", ownRules());
            String[] audit = {
                "audit",
                BRANCH,
                "--open",
                "defaults",
                "--observed",
                rules,
                "--expect-closed",
                "tcp/139,445 from any to perimeter",
                "--expect-closed",
                "gre"
            };
            assertThat(Run.portolan(audit).status()).isZero();
        }

        @Test
        void tellsWhatIsWrong() throws IOException {
            fails(
                    Run.portolan("audit", BRANCH, "--observed", OBSERVED, "--expect-closed", "tcp/1 to insid"),
                    2,
                    "portolan audit: --expect-closed: unknown zone or place 'insid'; did you mean inside? expected one of"
                            + " perimeter, inside, gw1, dc1, sh1, sh2, north-gw, south-gw, north-1, south-1, anywhere,"
                            + " desks, licensing, cloud");
            fails(
                    Run.portolan("audit", BRANCH, "--observed", OBSERVED, "--expect-closed", "tcp/1 between"),
                    2,
                    "portolan audit: Invalid value for option '--expect-closed' (TRAFFIC): 'tcp/1 between' is not traffic;"
                            + " expected a form such as 'tcp/139,445 from any to dmz'");
            String broken =
                    written("r.json", "{\"matching\": \"deny-wins\", \"otherwise\": \"deny\", \"rules\": [{}]}");
            fails(
                    Run.portolan("audit", BRANCH, "--observed", broken),
                    1,
                    "portolan audit: " + broken
                            + ":1:58: rules[0]: expected a mapping of the properties of a rule, but found an empty"
                            + " mapping; leave the key out");
        }
    }

    @Nested
    class Waiting {
        private record Screen(int width, boolean showsProgress) implements Terminal {}

        private Run run(boolean showsProgress, String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int status = Portolan.run(new PrintWriter(out), new PrintWriter(err), new Screen(80, showsProgress), args);
            return new Run(status, out.toString(), err.toString());
        }

        @Test
        void showsProgressOnATerminalAndLeavesNothingOfIt() {
            Run run = run(true, "plan", BRANCH);
            assertThat(run.out()).isEqualTo(Run.portolan("plan", BRANCH).out());
            assertThat(run.err().split("\r", -1))
                    .anyMatch(line -> line.startsWith("portolan: reading " + BRANCH))
                    .anyMatch(line -> line.startsWith("portolan: planning "))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
            assertThat(run.err()).endsWith("\r");
            String[] lines = run.err().split("\r", -1);
            assertThat(lines[lines.length - 2]).isBlank();
        }

        @Test
        void removesProgressBeforeAnError() {
            Run run = run(true, "plan", "no\u001bne.yaml");
            assertThat(run.err())
                    .startsWith("\rportolan: reading no?ne.yaml")
                    .endsWith("\rportolan plan: no?ne.yaml: there is no such file" + System.lineSeparator());
        }

        @Test
        void isSilentElsewhere() {
            assertThat(run(false, "plan", BRANCH).err()).isEmpty();
        }
    }
}
