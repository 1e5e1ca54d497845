package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the command prints, byte for byte, against files that a person has read. To renew them, run with
 * {@code -Dgolden.update=true} and read the difference.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @CsvSource({
        "catalogs.txt, catalogs",
        "rds.csv, export rds --format csv",
        "rds.json, export rds --format json",
        "rds-gateway.txt, flows rds --of gateway",
        "rds-radius.txt, flows rds --to radius-server",
        "rds-radius.csv, flows rds --to radius-server --format csv",
        "rds-radius.json, flows rds --to radius-server --format json",
        "rds-radius.md, flows rds --to radius-server --format markdown",
        "port-tcp-587.txt, port tcp/587",
        "rds-settings.txt, settings rds",
        "rds-features.txt, features rds",
        "rds-errata.txt, errata rds",
        "rds-questions.txt, questions rds",
        "company-questions.csv, questions ../site-file/src/test/resources/site/company.yaml --format csv",
        "rds-questions.json, questions rds --format json",
        "rds-init.yaml, init rds",
        "configmgr-ras-init.yaml, init configmgr ras",
        "rds-resolved.txt, resolve ../site-file/src/test/resources/site/company.yaml rds",
        "rds-resolved.csv, resolve ../site-file/src/test/resources/site/company.yaml rds --format csv",
        "rds-resolved.json, resolve ../site-file/src/test/resources/site/company.yaml rds --format json",
        "farms-resolved.csv, resolve ../site-file/src/test/resources/site/company.yaml ras --format csv",
        "configmgr-permissive.csv, resolve configmgr --open permissive --format csv",
        "help.txt, --help",
        "help-flows.txt, flows --help",
        "help-port.txt, port --help",
        "help-export.txt, export --help",
        "help-init.txt, init --help",
        "help-import.txt, import --help",
        "help-questions.txt, questions --help",
        "help-resolve.txt, resolve --help",
        "help-plan.txt, plan --help",
        "help-explain.txt, explain --help",
        "help-diff.txt, diff --help",
        "help-audit.txt, audit --help",
        "help-traffic.txt, traffic --help",
        "help-review.txt, review --help",
        "help-render.txt, render --help",
        "branch-plan.txt, plan BRANCH",
        "branch-plan.csv, plan BRANCH --format csv",
        "branch-plan.json, plan BRANCH --format json",
        "branch-gw1.txt, plan BRANCH --host gw1",
        "branch-gw1.csv, plan BRANCH --host gw1 --format csv",
        "branch-gw1.json, plan BRANCH --host gw1 --format json",
        "branch-inside.txt, plan BRANCH --from-zone perimeter --to-zone inside",
        "branch-allowed.txt, explain BRANCH --from gw1 --to dc1 --port tcp/50000",
        "branch-one-host.txt, explain BRANCH --from gw1 --to 2001:db8::10 --port tcp/443",
    })
    void printsWhatItPrinted(String file, String command) throws IOException {
        check(file, command, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "branch-closed.txt, explain BRANCH --from desks --to sh1 --port tcp/3389",
        "branch-ping.txt, explain BRANCH --from licensing --to north-1 --port icmp/8",
        "branch-diff.txt, diff BRANCH NEXT",
        "branch-diff.csv, diff BRANCH NEXT --format csv",
        "branch-diff.json, diff BRANCH NEXT --format json",
        "branch-audit.txt, audit BRANCH --observed OBSERVED --expect-closed tcp/8443 --expect-closed icmp",
        "branch-audit.csv, audit BRANCH --observed OBSERVED --format csv",
        "branch-audit.json, audit BRANCH --observed OBSERVED --format json",
    })
    void printsWhatItPrintedWhereTheAnswerIsNo(String file, String command) throws IOException {
        check(file, command, 3);
    }

    private static void check(String file, String command, int status) throws IOException {
        Run run = Run.portolan(command.replace("BRANCH", "../site-file/src/test/resources/site/branch.yaml")
                .replace("NEXT", "../site-file/src/test/resources/site/branch-next.yaml")
                .replace("OBSERVED", "../site-file/src/test/resources/observed/branch.json")
                .split(" ", -1));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(status);
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, run.out(), UTF_8);
        }
        String expected = Files.readString(golden, UTF_8);
        if (file.endsWith(".txt")) {
            assertThat(run.out()).isEqualToNormalizingNewlines(expected); // texts for a terminal end lines as it does
        } else {
            assertThat(run.out()).isEqualTo(expected);
        }
    }
}
