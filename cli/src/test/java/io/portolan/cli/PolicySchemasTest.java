package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of policies, findings and observed rules, against JSON that is printed and read, and the examples. */
class PolicySchemasTest {
    private static final String SITE = "../site-file/src/test/resources/site/";
    private static final String OBSERVED = "../site-file/src/test/resources/observed/branch.json";
    private static final Path EXAMPLES = Path.of("..", "examples");

    private static List<Error> errors(String schema, String json) throws IOException {
        return Schemas.of(schema).validate(json, InputFormat.JSON);
    }

    private static String json(String command) {
        Run run = Run.portolan((command + " --format json").split(" ", -1));
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan " + SITE + "branch.yaml",
                "plan " + SITE + "branch.yaml --host gw1",
                "plan " + SITE + "branch.yaml --from-zone perimeter",
                "plan ../examples/site.yaml",
                "plan ../examples/site.yaml --open permissive",
                "diff " + SITE + "branch.yaml " + SITE + "branch-next.yaml",
                "diff " + SITE + "branch.yaml " + SITE + "branch.yaml",
                "diff ../examples/site.yaml ../examples/site-next.yaml",
            })
    void policiesAreAsTheSchemaSays(String command) throws IOException {
        assertThat(errors("policy.schema.json", json(command))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit " + SITE + "branch.yaml --observed " + OBSERVED,
                "audit " + SITE + "branch.yaml --observed " + OBSERVED + " --expect-closed icmp",
                "audit ../examples/site.yaml --observed ../examples/observed-rules.json",
            })
    void findingsAreAsTheSchemaSays(String command) throws IOException {
        assertThat(errors("findings.schema.json", json(command))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"site.yaml", "site-next.yaml"})
    void exampleSitesAreAsTheSchemaSays(String file) throws IOException {
        assertThat(Schemas.of("site.schema.json")
                        .validate(Files.readString(EXAMPLES.resolve(file), UTF_8), InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {OBSERVED, "../examples/observed-rules.json"})
    void observedRulesAreAsTheSchemaSays(String file) throws IOException {
        assertThat(errors("observed-rules.schema.json", Files.readString(Path.of(file), UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"protocol\" : \"tcp\" | \"protocol\" : \"TCP\"",
                "\"ports\" : \"3389\" | \"ports\" : \"any\"",
                "\"reason\" : \"not-placed\" | \"reason\" : \"lost\"",
                "\"open\" : \" | \"open\" : \"about ",
                "\"summary\" : | \"figures\" :",
                "\"causes\" : | \"reasons\" :",
                "\"deployment\" : \"rds\", | ``",
            })
    void schemaRefusesWhatNoPlanSays(String right, String wrong) throws IOException {
        String plan = json("plan " + SITE + "branch.yaml");
        assertThat(plan).contains(right);
        assertThat(errors("policy.schema.json", plan.replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\" : \"excess\" | \"kind\" : \"too-much\"",
                "\"witness\" : | \"example\" :",
                "\"clean\" : false | \"clean\" : \"no\"",
                "\"met\" : | \"fulfilled\" :",
            })
    void schemaRefusesWhatNoAuditSays(String right, String wrong) throws IOException {
        String findings = json("audit " + SITE + "branch.yaml --observed " + OBSERVED);
        assertThat(findings).contains(right);
        assertThat(errors("findings.schema.json", findings.replace(right, wrong)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"first-match\" | \"best-match\"",
                "\"otherwise\": \"deny\", | ``",
                "\"action\": \"allow\" | \"action\": \"accept\"",
                "\"protocol\": \"any\" | \"protocol\": null",
                "\"sources\": \"any\" | \"sources\": []",
                "\"ports\": \"443\" | \"ports\": \"https\"",
                "\"icmpType\": 8, | ``",
                "\"notUnderstood\" | \"not-understood\"",
            })
    void schemaRefusesWhatTheReaderRefuses(String right, String wrong) throws IOException {
        String rules = Files.readString(Path.of(OBSERVED), UTF_8).replace("\"ports\": 443", "\"ports\": \"443\"");
        assertThat(rules).contains(right);
        assertThat(errors("observed-rules.schema.json", rules.replace(right, wrong)))
                .isNotEmpty();
    }
}
