package io.portolan.firewall.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Texts that mean to break out of their quotes, and what the grammar of PowerShell makes of them. */
@JudgedBy(Judge.POWERSHELL)
class PowerShellTextPropertyTest {
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "`",
            "$(Stop-Computer)",
            ";",
            "#",
            "#>",
            "@'\n",
            "\n'@",
            "\r\n",
            "\n",
            "\0",
            "\u2018",
            "\u2019",
            "\u201A",
            "\u201B",
            "\u201C",
            "\u202E",
            "\u00E4",
            "${x}",
            "{",
            "}",
            ")",
            "\\",
            "a",
            " ",
            "\uD83D\uDE00",
            "\uFEFF",
            "\u2028",
            "--%",
            "|");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.longs().map(PowerShellTextPropertyTest::text);
    }

    private static String text(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20) == 0 ? 10_000 : random.nextInt(12);
        while (text.length() < length) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Property(tries = 500)
    void aQuotedTextIsReadAsItWasMeant(@ForAll("texts") String text) {
        String script =
                "$group = 'x'\n$rules = @(\n    @{\n        Name = " + PowerShellText.quote(text) + "\n    }\n)\n";
        assertThat(script.chars()).allMatch(c -> c < 128);
        PowerShellParser.Script read = PowerShellParser.get().read(script);
        assertThat(read.rules()).hasSize(1);
        assertThat(read.rules().get(0)).hasSize(1).containsEntry("Name", List.of(reduced(text)));
    }

    /** Typographic quotes are quotes to PowerShell, all else that is not printed ASCII becomes an underscore. */
    private static String reduced(String text) {
        StringBuilder reduced = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean quote = c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B;
            reduced.append(quote ? '\'' : c >= 32 && c < 127 ? c : '_');
        }
        return reduced.toString();
    }

    @Test
    void theParserRefusesWhatIsBroken() {
        PowerShellParser parser = PowerShellParser.get();
        assertThat(parser.accepts("$rules = @( @{ Name = 'a' } )\n")).isTrue();
        assertThat(parser.accepts("$rules = @( @{ Name = 'a'' } )\n")).isFalse();
        assertThat(parser.accepts("$rules = @( @{ Name = 'a' )\n")).isFalse();
        assertThat(parser.accepts("$rules = @( @{ Name = $x } )\n")).isFalse();
    }

    @Test
    void theScriptThatListsRulesIsPowerShell() {
        String script = io.portolan.firewall.WindowsFirewallReader.script();
        assertThat(script.chars()).allMatch(c -> c < 128);
        assertThat(PowerShellParser.get().accepts(script.replace("$rules =", "$listed =")))
                .isTrue();
    }
}
