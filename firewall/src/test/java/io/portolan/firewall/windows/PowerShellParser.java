package io.portolan.firewall.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.testing.Judge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grammar of PowerShell as others wrote it, in a process of its own that lives as long as the tests. */
final class PowerShellParser {
    private static final Path HOME = Judge.nodeHome();
    private static final Path ORACLE =
            Path.of("src", "test", "resources", "oracles", "powershell.mjs").toAbsolutePath();
    private static @Nullable PowerShellParser only;

    private final Writer questions;
    private final BufferedReader answers;

    private PowerShellParser(Process node) {
        this.questions = node.outputWriter(UTF_8);
        this.answers = node.inputReader(UTF_8);
    }

    /**
     * What a script says.
     *
     * @param group the value of the variable for the group
     * @param rules the entries of each rule
     * @param listing what a host with these rules would list
     */
    record Script(String group, List<Map<String, List<String>>> rules, String listing) {}

    /** Returns the parser, which a test asks for by {@link Judge#POWERSHELL}. */
    static synchronized PowerShellParser get() {
        if (only == null) {
            try {
                Process node = new ProcessBuilder("node", ORACLE.toString(), HOME.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(node::destroy));
                only = new PowerShellParser(node);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return only;
    }

    /** Returns what a script says, or fails if it is none. */
    synchronized Script read(String script) {
        String answer = ask(script);
        String[] parts = answer.split("\t", -1);
        assertThat(parts[0]).as(answer).isEqualTo("ok");
        List<Map<String, List<String>>> rules = new ArrayList<>();
        for (String rule : parts[2].isEmpty() ? new String[0] : parts[2].split(";", -1)) {
            Map<String, List<String>> entries = new LinkedHashMap<>();
            for (String entry : rule.split("&", -1)) {
                int sign = entry.indexOf('=');
                entries.put(
                        entry.substring(0, sign),
                        Arrays.stream(entry.substring(sign + 1).split(",", -1))
                                .map(PowerShellParser::decode)
                                .toList());
            }
            rules.add(entries);
        }
        return new Script(decode(parts[1]), rules, decode(parts[3]));
    }

    /** Tells whether the grammar takes a script. */
    synchronized boolean accepts(String script) {
        return ask(script).startsWith("ok");
    }

    private String ask(String script) {
        try {
            questions.write(Base64.getEncoder().encodeToString(script.getBytes(UTF_8)));
            questions.write('\n');
            questions.flush();
            String answer = answers.readLine();
            assertThat(answer).as("the parser has ended").isNotNull();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }
}
