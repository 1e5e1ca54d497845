package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names against the grammar of host names, and peers against sets of their entries. */
class PeersPropertyTest {
    private static final Pattern HOST = Pattern.compile(
            "(?i)(?=.{1,253}$)(\\*([a-z0-9-]{0,61}[a-z0-9])?\\.|(?!-)[a-z0-9-]{1,63}(?<!-)\\.)((?!-)[a-z0-9-]{1,63}(?<!-)\\.)*"
                    + "[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    @Property(tries = 10_000)
    void acceptsExactlyWhatIsAHostName(@ForAll("nearHosts") String text) {
        if (HOST.matcher(text).matches()) {
            OutsideName name = OutsideName.parse(text);
            assertThat(name).hasToString(text.toLowerCase(Locale.ROOT));
            assertThat(OutsideName.parse(name.toString())).isEqualTo(name);
            assertThat(Peers.parse(text)).isEqualTo(Peers.of(name));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideName.parse(text))
                    .withMessageStartingWith("not an outside name: \"");
        }
    }

    @Property
    void textParsesBack(@ForAll("entries") List<String> entries) {
        Peers peers = Peers.parse(String.join(",", entries));
        assertThat(Peers.parse(peers.toString())).isEqualTo(peers).hasToString(peers.toString());
    }

    @Property
    void unionHoldsTheEntriesOfBoth(@ForAll("entries") List<String> left, @ForAll("entries") List<String> right) {
        Peers union = Peers.parse(String.join(",", left)).union(Peers.parse(String.join(",", right)));
        Set<String> entries = new HashSet<>(left);
        entries.addAll(right);
        assertThat(union).isEqualTo(Peers.parse(String.join(",", entries)));
        for (String entry : ENTRIES) {
            assertThat(union.contains(Peers.parse(entry))).isEqualTo(entries.contains(entry));
        }
    }

    /** No two of them overlap or touch. */
    private static final List<String> ENTRIES = List.of(
            "10.0.0.1",
            "10.0.1.0/24",
            "0.0.0.0",
            "255.255.255.255",
            "::",
            "2001:db8::/32",
            "2001:db9::1-2001:db9::9",
            "a.example",
            "*.example",
            "*b.example",
            "tag:A",
            "tag:A.B",
            "any.example");

    @Provide
    Arbitrary<List<String>> entries() {
        return Arbitraries.of(ENTRIES).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> nearHosts() {
        String label = "a".repeat(63);
        Arbitrary<String> labels = Arbitraries.of(
                        "a",
                        "Login",
                        "xn--a",
                        "a-b",
                        "1",
                        "1a",
                        "com",
                        "com",
                        "example",
                        "-a",
                        "a-",
                        "",
                        "_a",
                        "a*",
                        "*",
                        label,
                        label,
                        label,
                        label + "a",
                        "\u0131")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join(".", parts));
        return Combinators.combine(Arbitraries.of("", "", "*", "*.", "*a", "*-", "*a-."), labels)
                .as((start, rest) -> start + rest);
    }
}
