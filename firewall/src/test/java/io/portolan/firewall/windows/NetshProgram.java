package io.portolan.firewall.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scripts of netsh as the help of {@code netsh advfirewall firewall add rule} explains them, read by nobody else's code.
 * Whatever the scripts need not have is refused.
 */
final class NetshProgram {
    private static final Set<String> KEYS = Set.of(
            "name",
            "description",
            "dir",
            "action",
            "enable",
            "profile",
            "localip",
            "remoteip",
            "protocol",
            "localport",
            "remoteport");

    private final List<Map<String, String>> rules = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();

    NetshProgram(String script) {
        assertThat(script.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
        for (String line : script.split("\n", -1)) {
            assertThat(line.length()).as("a command line").isLessThan(8191);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> words = words(line);
            assertThat(words.subList(0, 2)).containsExactly("advfirewall", "firewall");
            assertThat(words.get(3)).isEqualTo("rule");
            Map<String, String> values = values(words.subList(4, words.size()));
            if (words.get(2).equals("delete")) {
                assertThat(rules).as("rules before the deletion").isEmpty();
                assertThat(values.keySet()).containsExactly("name");
                deleted.add(values.get("name"));
            } else {
                assertThat(words.get(2)).isEqualTo("add");
                rules.add(values);
            }
        }
    }

    /** Words are parted by blanks, but for those between double quotes, which have no escape. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        assertThat(quoted).as("an open quote in " + line).isFalse();
        words.add(word.toString());
        return words;
    }

    private static Map<String, String> values(List<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            assertThat(sign).as(word).isPositive();
            String key = word.substring(0, sign);
            assertThat(KEYS).contains(key);
            assertThat(values.put(key, word.substring(sign + 1)))
                    .as("twice: " + key)
                    .isNull();
        }
        return values;
    }

    List<String> deleted() {
        return deleted;
    }

    List<Map<String, String>> rules() {
        return rules;
    }

    /** Returns the rules, but for those with keywords. */
    List<FilteredRule> filtered() {
        return rules.stream().map(NetshProgram::filtered).toList();
    }

    private static FilteredRule filtered(Map<String, String> rule) {
        assertThat(rule)
                .containsEntry("action", "allow")
                .containsEntry("enable", "yes")
                .containsEntry("profile", "any");
        assertThat(rule.get("dir")).isIn("in", "out");
        String protocol = rule.getOrDefault("protocol", "any");
        List<String> types = new ArrayList<>();
        int colon = protocol.indexOf(':');
        if (colon >= 0) {
            String[] type = protocol.substring(colon + 1).split(",", -1);
            assertThat(type).hasSize(2);
            if (!type[0].equals("any")) {
                types.add(type[1].equals("any") ? type[0] : type[0] + ":" + type[1]);
            }
            protocol = protocol.substring(0, colon);
        }
        assertThat(rule.containsKey("localport")).isEqualTo(protocol.equals("tcp") || protocol.equals("udp"));
        return new FilteredRule(
                rule.getOrDefault("dir", "").equals("in"),
                protocol,
                types,
                list(rule, "localport"),
                list(rule, "remoteport"),
                list(rule, "localip"),
                list(rule, "remoteip"));
    }

    private static List<String> list(Map<String, String> rule, String key) {
        String value = rule.getOrDefault(key, "any");
        return value.equals("any") ? List.of() : List.of(value.split(",", -1));
    }
}
