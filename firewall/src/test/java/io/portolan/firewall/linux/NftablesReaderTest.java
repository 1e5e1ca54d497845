package io.portolan.firewall.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.firewall.NftablesReader;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.planner.ObservedRule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code nft -j list ruleset} prints, as nftables 1.0.6 printed it for rules as administrators write them. */
class NftablesReaderTest {
    private static final String ACCEPT = "{\"accept\": null}";
    private static final String DROP = "{\"drop\": null}";

    private static List<String> read(String entries, ReadOptions options) {
        return NftablesReader.read(
                        "{\"nftables\": [{\"metainfo\": {\"version\": \"1.0.6\"}}, " + entries + "]}", options)
                .rules()
                .stream()
                .map(ObservedRule::toString)
                .filter(rule -> !rule.contains("behind extension headers"))
                .toList();
    }

    private static String chain(String hook, int priority, String policy) {
        return "{\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"" + hook + priority
                + "\", \"handle\": 1, \"type\": \"filter\", \"hook\": \"" + hook + "\", \"prio\": " + priority
                + ", \"policy\": \"" + policy + "\"}}";
    }

    private static String rule(String chain, int handle, String... expressions) {
        return ", {\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"" + chain + "\", \"handle\": "
                + handle + ", \"expr\": [" + String.join(", ", expressions) + "]}}";
    }

    private static String match(String left, String right) {
        return match("==", left, right);
    }

    private static String match(String operator, String left, String right) {
        return "{\"match\": {\"op\": \"" + operator + "\", \"left\": " + left + ", \"right\": " + right + "}}";
    }

    private static String payload(String protocol, String field) {
        return "{\"payload\": {\"protocol\": \"" + protocol + "\", \"field\": \"" + field + "\"}}";
    }

    private static String meta(String key) {
        return "{\"meta\": {\"key\": \"" + key + "\"}}";
    }

    /** The rules of a chain at the hook forward that drops the rest, but for that. */
    private static List<String> forward(String... expressions) {
        List<String> rules = read(chain("forward", 0, "drop") + rule("forward0", 5, expressions), ReadOptions.none());
        assertThat(rules).last().isEqualTo("policy of forward0: deny any -> any: every protocol");
        return rules.subList(0, rules.size() - 1);
    }

    @Test
    void withoutChainsEverythingPasses() {
        assertThat(read("{\"table\": {\"family\": \"inet\", \"name\": \"f\", \"handle\": 1}}", ReadOptions.none()))
                .containsExactly("no chain: allow any -> any: every protocol");
    }

    @Nested
    class Matches {
        @Test
        void ofAddressesPortsAndProtocols() {
            assertThat(forward(
                            match(payload("ip", "saddr"), "{\"prefix\": {\"addr\": \"10.0.0.0\", \"len\": 24}}"),
                            match(
                                    payload("ip", "daddr"),
                                    "{\"set\": [\"10.1.0.1\", {\"range\": [\"10.1.0.4\", \"10.1.0.7\"]}]}"),
                            match(
                                    payload("tcp", "dport"),
                                    "{\"set\": [{\"elem\": {\"val\": 80, \"comment\": \"web\"}}, {\"range\": [8000, 8010]}]}"),
                            "{\"counter\": {\"packets\": 1, \"bytes\": 40}}",
                            "{\"log\": {\"prefix\": \"web\"}}",
                            ACCEPT))
                    .containsExactly(
                            "inet f forward0 5: allow 10.0.0.0/24 -> 10.1.0.1,10.1.0.4/30: [tcp 80,8000-8010]");
        }

        @Test
        void ofBothProtocolsWithPorts() {
            assertThat(forward(
                            match(meta("l4proto"), "{\"set\": [\"tcp\", \"udp\"]}"),
                            match(payload("th", "dport"), "53"),
                            ACCEPT))
                    .containsExactly("inet f forward0 5: allow any -> any: [tcp 53, udp 53]");
        }

        @Test
        void ofIcmpByNameAndNumber() {
            assertThat(forward(
                            match(
                                    payload("icmp", "type"),
                                    "{\"set\": [{\"range\": [\"destination-unreachable\", 5]}, \"echo-request\"]}"),
                            ACCEPT))
                    .singleElement()
                    .asString()
                    .endsWith("[icmp type 3, icmp type 4, icmp type 5, icmp type 8]");
            assertThat(forward(
                            match(payload("icmp", "type"), "3"),
                            match(payload("icmp", "code"), "\"frag-needed\""),
                            ACCEPT))
                    .singleElement()
                    .asString()
                    .endsWith("[icmp type 3 code 4]");
        }

        @Test
        void ofConcatenations() {
            String left = "{\"concat\": [" + payload("ip", "saddr") + ", " + payload("ip", "daddr") + ", "
                    + payload("th", "dport") + "]}";
            String set =
                    "{\"set\": {\"family\": \"inet\", \"name\": \"tri\", \"table\": \"f\", \"type\": [\"ipv4_addr\"],"
                            + " \"handle\": 4, \"flags\": [\"interval\"], \"elem\": [{\"concat\": [\"10.0.0.1\", {\"prefix\":"
                            + " {\"addr\": \"10.0.1.0\", \"len\": 24}}, {\"range\": [80, 90]}]}, {\"concat\": [\"10.0.0.2\","
                            + " \"10.0.1.1\", 443]}]}}, ";
            assertThat(read(
                            set
                                    + chain("forward", 0, "drop")
                                    + rule("forward0", 5, match(meta("l4proto"), "6"), match(left, "\"@tri\""), ACCEPT),
                            ReadOptions.none()))
                    .startsWith(
                            "inet f forward0 5: allow 10.0.0.1 -> 10.0.1.0/24: [tcp 80-90]",
                            "inet f forward0 5: allow 10.0.0.2 -> 10.0.1.1: [tcp 443]");
        }

        @Test
        void ofWhatIsNotThereStayWithinTheirProtocol() {
            assertThat(forward(match("!=", payload("tcp", "dport"), "{\"set\": [22, 23]}"), DROP))
                    .containsExactly("inet f forward0 5: deny any -> any: [tcp 0-21,24-65535]");
            assertThat(forward(
                            match("!=", payload("ip", "saddr"), "{\"prefix\": {\"addr\": \"128.0.0.0\", \"len\": 1}}"),
                            ACCEPT))
                    .singleElement()
                    .asString()
                    .startsWith("inet f forward0 5: allow 0.0.0.0/1 -> ")
                    .endsWith("every protocol");
            assertThat(forward(match(">=", payload("udp", "dport"), "1024"), ACCEPT))
                    .singleElement()
                    .asString()
                    .endsWith("[udp 1024-65535]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "in | [\"established\", \"related\"] | 0",
                    "in | \"new\" | 1",
                    "in | 8 | 1",
                    "in | [2, 4] | 0",
                    "== | {\"set\": [\"established\", \"new\"]} | 1",
                    "!= | \"new\" | 0",
                    "!= | \"established\" | 1",
                    "in | \"invalid\" | 0",
                })
        void ofStatesAreAboutConnectionsThatBegin(String operator, String states, int rules) {
            assertThat(forward(match(operator, "{\"ct\": {\"key\": \"state\"}}", states), ACCEPT))
                    .filteredOn(rule -> rule.startsWith("inet f forward0 5: allow 0.0.0.0/0")
                            || rule.startsWith("inet f forward0 5: allow any"))
                    .filteredOn(rule -> rule.contains("tcp ") || rule.contains("every protocol"))
                    .hasSize(rules)
                    .allSatisfy(rule -> assertThat(rule).doesNotContain("not understood"));
        }

        @Test
        void ofFlagsAreAboutTheFirstPacket() {
            String flags = "{\"&\": [" + payload("tcp", "flags") + ", [\"fin\", \"syn\", \"rst\", \"ack\"]]}";
            assertThat(forward(match(flags, "\"syn\""), ACCEPT))
                    .singleElement()
                    .asString()
                    .endsWith("[tcp 0-65535]");
            assertThat(forward(match("!=", flags, "\"syn\""), DROP)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"match\": {\"op\": \"==\", \"left\": {\"meta\": {\"key\": \"iifname\"}}, \"right\": \"eth0\"}} | iifname eth0",
                    "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip6\", \"field\": \"hoplimit\"}}, \"right\": 255}} | ip6 hoplimit",
                    "{\"limit\": {\"rate\": 10, \"per\": \"second\"}} | limit",
                    "{\"match\": {\"op\": \"==\", \"left\": {\"fib\": {\"result\": \"oif\", \"flags\": [\"saddr\"]}}, \"right\": false}} | fib oif",
                    "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip\", \"field\": \"saddr\"}}, \"right\": \"@gone\"}} | ip saddr @gone",
                })
        void ofAnythingElseAreNotUnderstood(String expression, String what) {
            assertThat(forward(expression, ACCEPT))
                    .singleElement()
                    .asString()
                    .startsWith("inet f forward0 5: allow ")
                    .endsWith(": every protocol, but not understood: " + what);
        }

        @Test
        void ofSetsThatChangeByThemselvesAreNotUnderstood() {
            String set =
                    "{\"set\": {\"family\": \"inet\", \"name\": \"banned\", \"table\": \"f\", \"type\": \"ipv4_addr\","
                            + " \"flags\": [\"timeout\"], \"timeout\": 300, \"elem\": [\"192.0.2.1\"]}}, ";
            assertThat(read(
                            set
                                    + chain("forward", 0, "accept")
                                    + rule("forward0", 5, match(payload("ip", "saddr"), "\"@banned\""), DROP),
                            ReadOptions.none()))
                    .first()
                    .asString()
                    .startsWith("inet f forward0 5: deny ")
                    .contains("not understood");
        }
    }

    @Test
    void loIsNotLookedAt() {
        assertThat(forward(match(meta("iif"), "\"lo\""), ACCEPT)).isEmpty();
        assertThat(forward(match("!=", meta("iifname"), "\"lo\""), DROP))
                .containsExactly("inet f forward0 5: deny any -> any: every protocol");
    }

    @Test
    void aVerdictThatIsNotKnownMayBeEither() {
        assertThat(forward(match(payload("tcp", "dport"), "80"), "{\"queue\": {\"num\": 1}}"))
                .containsExactly(
                        "inet f forward0 5: allow any -> any: [tcp 80], but not understood: queue",
                        "inet f forward0 5: deny any -> any: [tcp 80], but not understood: queue");
    }

    @Test
    void mapsOfVerdictsAreRulesForEachKey() {
        assertThat(forward("{\"vmap\": {\"key\": {\"ct\": {\"key\": \"state\"}}, \"data\": {\"set\": [[\"established\","
                        + " {\"accept\": null}], [\"invalid\", {\"drop\": null}]]}}}"))
                .noneMatch(rule -> rule.contains("tcp "));
        assertThat(forward("{\"vmap\": {\"key\": " + payload("tcp", "dport")
                        + ", \"data\": {\"set\": [[22, {\"accept\": null}], [25, {\"drop\": null}]]}}}"))
                .containsExactly(
                        "inet f forward0 5: allow any -> any: [tcp 22]",
                        "inet f forward0 5: deny any -> any: [tcp 25]");
    }

    @Test
    void everyChainOnTheWayHasToLetPass() {
        assertThat(read(
                        chain("forward", 10, "drop")
                                + ", " + chain("forward", 0, "accept")
                                + ", " + chain("prerouting", 0, "accept")
                                + rule("forward10", 7, match(payload("tcp", "dport"), "{\"range\": [20, 30]}"), ACCEPT)
                                + rule("forward0", 6, match(payload("tcp", "dport"), "25"), DROP)
                                + rule("prerouting0", 8, match(payload("ip", "saddr"), "\"192.0.2.1\""), DROP),
                        ReadOptions.none()))
                .containsExactly(
                        "inet f prerouting0 8: deny 192.0.2.1 -> any: every protocol",
                        "inet f forward0 6: deny any -> any: [tcp 25]",
                        "inet f forward10 7: allow any -> any: [tcp 20-30]",
                        "policy of forward10: deny any -> any: every protocol");
    }

    @Test
    void chainsReturnToWhereTheyWereCalled() {
        String sub = ", {\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"sub\", \"handle\": 3}}";
        assertThat(read(
                        chain("forward", 0, "drop")
                                + sub
                                + rule(
                                        "forward0",
                                        5,
                                        match(payload("ip", "saddr"), "\"10.0.0.1\""),
                                        "{\"jump\": {\"target\": \"sub\"}}")
                                + rule("sub", 6, match(payload("tcp", "dport"), "22"), "{\"return\": null}")
                                + rule("sub", 7, match(meta("l4proto"), "\"tcp\""), ACCEPT),
                        ReadOptions.none()))
                .containsExactly(
                        "inet f sub 7: allow 10.0.0.1 -> any: [tcp 0-21,23-65535]",
                        "policy of forward0: deny any -> any: every protocol");
    }

    @Test
    void theFirewallOfAHostIsAboutItsAddresses() {
        assertThat(read(
                        chain("input", 0, "drop")
                                + ", " + chain("output", 0, "accept")
                                + rule("input0", 5, match(payload("tcp", "dport"), "443"), ACCEPT),
                        ReadOptions.forHost(Harbour.MOLE)))
                .containsExactly(
                        "inet f input0 5: allow any -> 10.1.1.21: [tcp 443]",
                        "policy of input0: deny any -> 10.1.1.21: every protocol",
                        "policy of output0: allow 10.1.1.21 -> any: every protocol");
    }

    @Nested
    class HostileFiles {
        @Test
        void haveCommentsThatShowAsTheyAre() {
            String rule =
                    ", {\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"forward0\", \"handle\": 5,"
                            + " \"comment\": \"a\\nb\\u202ec\", \"expr\": [" + ACCEPT + "]}}";
            assertThat(read(chain("forward", 0, "drop") + rule, ReadOptions.none()))
                    .first()
                    .asString()
                    .startsWith("inet f forward0 5 \"a?b?c\": allow");
        }

        @Test
        void doNotLeadInCircles() {
            String sub = ", {\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"a\", \"handle\": 3}}";
            String jump = "{\"jump\": {\"target\": \"a\"}}";
            assertThat(read(
                            chain("forward", 0, "drop") + sub + rule("forward0", 5, jump) + rule("a", 6, jump),
                            ReadOptions.none()))
                    .anyMatch(rule -> rule.endsWith("not understood: chains that lead to each other without end"));
        }

        @Test
        void doNotGrowWithoutEnd() {
            StringBuilder entries = new StringBuilder(chain("forward", 0, "drop"));
            entries.append(rule("forward0", 1, "{\"jump\": {\"target\": \"c0\"}}"));
            for (int i = 0; i < 14; i++) {
                entries.append(", {\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"c" + i + "\"}}");
                for (int j = 0; j < 30; j++) {
                    String target = i < 13 ? "{\"jump\": {\"target\": \"c" + (i + 1) + "\"}}" : ACCEPT;
                    entries.append(rule("c" + i, j, match(payload("tcp", "dport"), "" + j), target));
                }
            }
            assertThat(read(entries.toString(), ReadOptions.none()).size()).isLessThan(2_000_000);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "[] | 1:1: expected an object, but found an array",
                    "{\"nftables\": 1} | 1:14: expected an array, but found the number 1",
                    "{} | 1:1: the object has no nftables; expected one",
                    "{\"nftables\": [{\"rule\": {\"family\": \"inet\"}}]} | 1:24: the object has no table; expected one",
                    "table inet f { } | 1:1: is not JSON: Unrecognized token 'table': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                })
        void areRefusedWithTheirPlace(String text, String message) {
            assertThatExceptionOfType(FirewallFormatException.class)
                    .isThrownBy(() -> NftablesReader.read(text, ReadOptions.none()))
                    .withMessage(message);
        }
    }
}
