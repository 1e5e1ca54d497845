package io.portolan.firewall.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Whatever a text holds, it is the same after the real parser has read it. */
class HclPropertyTest {
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "$",
            "%",
            "{",
            "}",
            "${",
            "%{",
            "$${",
            "$$${",
            "%%{",
            "\\\"",
            "\n",
            "\r",
            "\t",
            "#",
            "//",
            "/*",
            "<<EOT",
            "'",
            "`",
            "$(reboot)",
            ";",
            "\u202e",
            "\u2028",
            "\u0000",
            "\u0007",
            "\u00e4",
            "\ud83d\ude00",
            "a",
            " ",
            "${file(\"/etc/passwd\")}",
            "%{ if true }",
            "\\u0041",
            "\ufeff",
            "~}",
            "${~");

    @Test
    @JudgedBy(Judge.HCL)
    void quotingKeepsEveryText() {
        List<String> texts = new ArrayList<>(PIECES);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(9);
            for (int piece = 0; piece < length; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        texts.add("${".repeat(5000));
        Hcl hcl = new Hcl();
        for (int i = 0; i < texts.size(); i++) {
            hcl.open("locals").string("t" + i, texts.get(i)).close();
        }
        JsonNode locals =
                HclParser.parse(List.of(hcl.toString())).get(0).field("locals").orElseThrow();
        for (int i = 0; i < texts.size(); i++) {
            String value = locals.asArray().get(i).field("t" + i).orElseThrow().asString();
            // the parser's JSON is for Terraform, which takes what is not escaped there for an expression
            assertThat(value)
                    .as("text %d", i)
                    .isEqualTo(texts.get(i).replace("${", "$${").replace("%{", "%%{"));
        }
    }
}
