package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code portolan traffic} and {@code portolan review} on logs of a small branch. */
class TrafficCommandsTest {
    private static final String SITE = """
            optional-flows: false
            deployments:
              rds:
                features: {web-access: false, direct-clients: false, nps: false, crl-by-http: false, crl-by-ldap: false, crl-by-ftp: false}
            topology:
              hosts:
                gw1: {addresses: [10.0.0.10], roles: {rds: [gateway]}}
                sh1: {addresses: [10.0.0.21], roles: {rds: [session-host]}}
                sh2: {addresses: [10.0.0.22], roles: {rds: [session-host]}}
              networks:
                desks: {addresses: [10.0.9.0/24], roles: {rds: [client]}}
            """;

    private static final String LOG = """
            version srcaddr dstaddr srcport dstport protocol tcp-flags packets bytes start end action log-status
            5 10.0.9.5 10.0.0.10 50123 443 6 2 10 1000 1767225600 1767225660 ACCEPT OK
            5 10.0.0.10 10.0.9.5 443 50123 6 18 10 2000 1767225600 1767225660 ACCEPT OK
            5 10.0.9.5 10.0.0.10 50124 443 6 0 10 1000 1767225700 1767225760 ACCEPT OK
            5 10.0.0.21 10.0.0.22 50125 9100 6 2 1 60 1767225700 1767225760 ACCEPT OK
            5 10.0.0.21 10.0.0.22 50126 22 6 2 1 60 1767225700 1767225760 REJECT OK
            5 203.0.113.5 10.0.0.22 50126 22 6 2 1 60 1767225700 1767225760 REJECT OK
            5 - - - - - - - - 1767225700 1767225760 - NODATA
            5 10.0.9.5 10.0.0.999 50124 443 6 0 10 1000 1767225700 1767225760 ACCEPT OK
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private String site;

    @SuppressWarnings("NullAway.Init")
    private String log;

    @BeforeEach
    void write() throws IOException {
        site = written("site.yaml", SITE);
        log = written("a.log", LOG);
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8).toString();
    }

    @Nested
    class Traffic {
        @Test
        void tableHasVerdictsUnwantedTrafficAndWhatToKnow() {
            Run run = Run.portolan("traffic", site, "--logs", log);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("needed", "unknown", "incomplete", "address-unknown")
                    .containsPattern("sh1 +sh2 +tcp 9100 +1 +0")
                    .containsPattern("sh1 +sh2 +tcp 22 +1 +1")
                    .contains(
                            "1 records do not tell who opened the connection, so that both ways were tried; 0 fit both")
                    .contains("1 records are broken\n  " + log + ":9: destination: \"10.0.0.999\" is not an address");
        }

        @Test
        void csvAndJsonHaveEveryFlow() {
            Run csv = Run.portolan("traffic", site, "--logs", log, "--format", "csv");
            assertThat(csv.out().lines().toList())
                    .contains(
                            "unwanted,,,10.0.0.21,10.0.0.22,tcp,9100,false,1,0,1,60,2026-01-01T00:01:40Z,2026-01-01T00:02:40Z")
                    .contains("broken,,,,,,,,1,0,0,0,,")
                    .anyMatch(line -> line.startsWith("needed,,rds.client.gateway.") && line.contains(",2,0,20,2000,"))
                    .anyMatch(line -> line.startsWith("answer,,rds.client.gateway."));
            Run json = Run.portolan("traffic", site, "--logs", log, "--format", "json");
            assertThat(json.out())
                    .contains("\"broken\" : 1", "\"needed\" : {\n      \"records\" : 2", "\"triedBothWays\" : 1");
        }

        @Test
        void patternsNameFilesBelowFolders() throws IOException {
            Files.createDirectories(folder.resolve("x/y"));
            written("x/y/b.log", LOG);
            Run run = Run.portolan("traffic", site, "--logs", folder + "/**/*.log", "--logs", log, "--format", "json");
            assertThat(run.out()).contains("\"records\" : 14"); // seven of each of two logs
        }

        @Test
        void timesOfTheTopologyLimitWhatCanBeJudged() {
            Run run = Run.portolan(
                    "traffic", site, "--logs", log, "--format", "csv", "--topology-from", "2026-01-01T00:01:00Z");
            assertThat(run.out()).contains("unknown,other-time,");
        }

        @Test
        void aTextOfOnesOwnIsReadByItsColumns() throws IOException {
            String own = written("own.csv", "from,to,service,proto\n10.0.9.5,10.0.0.10,443,tcp\n");
            Run run = Run.portolan(
                    "traffic",
                    site,
                    "--logs",
                    own,
                    "--columns",
                    "source=from,destination=to,destination-port=service,protocol=proto",
                    "--format",
                    "json");
            assertThat(run.out()).contains("\"needed\" : {\n      \"records\" : 1");
        }

        @Test
        void aDraftOfOwnFlowsIsForAPersonToApprove() {
            Run run = Run.portolan("traffic", site, "--logs", log, "--draft");
            assertThat(run.out()).isEqualTo("""
                            # Traffic that no flow needs, as flows that would need it. Nothing here is approved: keep what ought
                            # to be, give it a name, a purpose and an owner, and drop the rest.
                            own-flows:
                              draft-1:
                                from: ["sh1"]
                                to: ["sh2"]
                                traffic: [tcp/22, tcp/9100]
                                purpose: "to be approved: 2 records from 2026-01-01T00:01:40Z to 2026-01-01T00:02:40Z"
                            """);
        }

        @Test
        void badArgumentsAreSaidInOneLine() throws IOException {
            assertThat(Run.portolan("traffic", site, "--logs", "none/*.log").err())
                    .startsWith("portolan traffic: none/*.log: ");
            assertThat(Run.portolan("traffic", site, "--logs", "none.log").err())
                    .isEqualToNormalizingNewlines("portolan traffic: none.log: there is no such file\n");
            assertThat(Run.portolan("traffic", site, "--logs", written("no.log", "hello\n"))
                            .err())
                    .contains("begins like no log of traffic that is known")
                    .contains("with --log-format");
            assertThat(Run.portolan("traffic", site, "--logs", log, "--log-format", "xml")
                            .err())
                    .contains(
                            "'xml' is no format of logs; expected aws, azure, gcp, zeek, windows, suricata, netflow,");
            assertThat(Run.portolan("traffic", site, "--logs", log, "--log-format", "columns")
                            .err())
                    .contains("needs --columns");
            assertThat(Run.portolan("traffic", site, "--logs", log, "--columns", "a=b")
                            .err())
                    .contains("not names of columns");
            assertThat(Run.portolan("traffic", site, "--logs", log, "--zone", "Moon")
                            .err())
                    .contains("'Moon' is no time zone");
            assertThat(Run.portolan("traffic", site, "--logs", log, "--topology-to", "now")
                            .err())
                    .contains("'now' is no time");
            assertThat(Run.portolan("traffic", site, "--logs", written("a.parquet", "PAR1"))
                            .err())
                    .contains("Parquet is read by DuckDB, which is not at hand");
        }
    }

    @Nested
    class Review {
        private static final String RULES = """
                {"matching": "first-match", "otherwise": "deny", "rules": [
                  {"id": "web", "action": "allow", "sources": ["10.0.9.0/24"], "destinations": ["10.0.0.10"], "protocol": "tcp", "ports": 443},
                  {"id": "jet", "action": "allow", "sources": ["10.0.0.21"], "destinations": ["10.0.0.22"], "protocol": "tcp", "ports": 9100},
                  {"id": "old", "action": "allow", "sources": ["10.0.0.21"], "destinations": ["10.0.0.10"], "protocol": "tcp", "ports": 23}
                ]}
                """;

        @Test
        void everythingStandsInACell() throws IOException {
            String rules = written("rules.json", RULES);
            Run run = Run.portolan("review", site, "--observed", rules, "--logs", log);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains("Needed, allowed, used: ")
                    .contains(
                            "Allowed, used, not needed: a flow is missing, or it should stop: 0 flows, 1\nrule, 1 conversation")
                    .contains("Allowed, unused, not needed: remove first: 0 flows, 1 rule, 0 conversations")
                    .contains("Tried, not allowed, not needed: 0 flows, 0 rules, 1 conversation")
                    .contains("Needed, not allowed: broken: ")
                    .contains("Proposal, not applied")
                    .contains("- old: 10.0.0.21 -> 10.0.0.10: tcp 23\n")
                    .contains("shorter than what runs once a month, so that unused may only be rare");
            Run csv = Run.portolan("review", site, "--observed", rules, "--logs", log, "--format", "csv");
            assertThat(csv.out())
                    .contains("allowed-unused-not-needed,rule,old,10.0.0.21,10.0.0.10,tcp 23,0,0,0,0,,,true,")
                    .contains("used-not-allowed,conversation,,10.0.0.21,10.0.0.22,tcp 22,0,1,0,1,")
                    .contains("needed-not-allowed,flow,");
            Run json = Run.portolan("review", site, "--observed", rules, "--logs", log, "--format", "json");
            assertThat(json.out())
                    .contains(
                            "\"cell\" : \"allowed-used-not-needed\"",
                            "\"remove\" : \"old: 10.0.0.21 -> 10.0.0.10: tcp 23\"");
        }

        @Test
        void schedulesAreCheckedAndBelieved() throws IOException {
            String rules = written("rules.json", RULES);
            assertThat(Run.portolan(
                                    "review",
                                    site,
                                    "--observed",
                                    rules,
                                    "--logs",
                                    log,
                                    "--scheduled",
                                    "rds.nothing=P31D")
                            .err())
                    .contains("no flow of the policy is called rds.nothing");
            assertThat(Run.portolan("review", site, "--observed", rules, "--logs", log, "--scheduled", "rds=monthly")
                            .err())
                    .contains("'rds=monthly' is no flow and interval");
            assertThat(Run.portolan("review", site, "--observed", rules, "--reader", "windows", "--logs", log)
                            .err())
                    .contains("needs --host");
        }
    }
}
