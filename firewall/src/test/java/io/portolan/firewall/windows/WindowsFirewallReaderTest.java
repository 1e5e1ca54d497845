package io.portolan.firewall.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.firewall.WindowsFirewallReader;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsFirewallReaderTest {
    private static final Place HOST =
            Place.host("srv").address("10.0.0.1").address("2001:db8::1").build();

    private static final String CLOSED = profiles("Block", "Block");

    private static String profiles(String inbound, String outbound) {
        return "[" + profile("Domain", "True", inbound, outbound) + "," + profile("Private", "True", inbound, outbound)
                + "," + profile("Public", "True", inbound, outbound) + "]";
    }

    private static String profile(String name, String enabled, String inbound, String outbound) {
        return "{\"Name\":\"" + name + "\",\"Enabled\":\"" + enabled + "\",\"DefaultInboundAction\":\"" + inbound
                + "\",\"DefaultOutboundAction\":\"" + outbound + "\",\"AllowInboundRules\":\"True\"}";
    }

    /** A rule that allows TCP 443 from anywhere, with other values for some of its keys, given as key and JSON. */
    private static String rule(String... changes) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "Name", "\"r1\"",
                "Enabled", "\"True\"",
                "Direction", "\"Inbound\"",
                "Action", "\"Allow\"",
                "Profile", "\"Any\"",
                "Protocol", "\"TCP\"",
                "LocalPort", "\"443\"",
                "RemotePort", "\"Any\"",
                "LocalAddress", "\"Any\"",
                "RemoteAddress", "\"Any\""));
        for (String key : List.of(
                "Program", "Service", "InterfaceAlias", "InterfaceType", "LocalUser", "RemoteUser", "RemoteMachine")) {
            values.put(key, "\"Any\"");
        }
        values.put("Authentication", "\"NotRequired\"");
        values.put("Encryption", "\"NotRequired\"");
        values.put("Package", "null");
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        StringBuilder text = new StringBuilder("{");
        values.forEach((key, value) -> text.append(text.length() == 1 ? "" : ",")
                .append('"')
                .append(key)
                .append("\":")
                .append(value));
        return text.append('}').toString();
    }

    private static ObservedRules read(String profiles, String rules) {
        return WindowsFirewallReader.read(
                "{\"profiles\":" + profiles + ",\"rules\":" + rules + "}", ReadOptions.forHost(HOST));
    }

    private static String readRule(String... changes) {
        List<ObservedRule> rules = read(CLOSED, rule(changes)).rules();
        return rules.isEmpty() ? "none" : rules.get(0).toString();
    }

    @Nested
    class ARule {
        @Test
        void isForTheAddressesOfTheHost() {
            assertThat(readRule()).isEqualTo("r1: allow any -> 10.0.0.1,2001:db8::1: [tcp 443]");
            assertThat(readRule("Direction", "\"Outbound\""))
                    .isEqualTo("r1: allow 10.0.0.1,2001:db8::1 -> any: [tcp 0-65535 from 443]");
        }

        @Test
        void isForThoseOfTheAddressesThatItNames() {
            assertThat(readRule("LocalAddress", "[\"10.0.0.0/255.0.0.0\",\"2001:db9::/32\"]"))
                    .isEqualTo("r1: allow any -> 10.0.0.1: [tcp 443]");
            assertThat(readRule("LocalAddress", "\"10.9.9.9\"")).isEqualTo("none");
        }

        @Test
        void isLeftOutIfItIsNotEnabled() {
            assertThat(readRule("Enabled", "\"False\"")).isEqualTo("none");
            assertThat(readRule("Enabled", "2")).isEqualTo("none");
        }

        @Test
        void hasEnumsInNumbersAndListsOfOneAsTheOne() {
            assertThat(readRule(
                            "Enabled",
                            "1",
                            "Direction",
                            "2",
                            "Action",
                            "4",
                            "Profile",
                            "0",
                            "InterfaceType",
                            "0",
                            "Authentication",
                            "0",
                            "Encryption",
                            "0",
                            "LocalPort",
                            "[\"Any\"]",
                            "RemotePort",
                            "{\"value\":[\"80\",\"443-445\"],\"Count\":2}"))
                    .isEqualTo("r1: deny 10.0.0.1,2001:db8::1 -> any: [tcp 80,443-445]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "10.0.0.0/255.0.0.0 | 10.0.0.0/8",
                    "10.0.0.0/8 | 10.0.0.0/8",
                    "10.0.0.5 | 10.0.0.5",
                    "10.0.0.5/255.255.255.255 | 10.0.0.5",
                    "10.0.0.1-10.0.0.2 | 10.0.0.1,10.0.0.2",
                    "fe80::/10 | fe80::/10",
                })
        void hasAddresses(String text, String read) {
            assertThat(readRule("RemoteAddress", '"' + text + '"'))
                    .isEqualTo("r1: allow " + read + " -> 10.0.0.1,2001:db8::1: [tcp 443]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"LocalSubnet", "DNS", "10.0.0.1/255.0.255.0", "10.0.0.5/255.0.0.0", "nonsense", ""})
        void couldBeForAnyAddressIfItsOwnAreNotUnderstood(String text) {
            assertThat(readRule("RemoteAddress", '"' + text + '"'))
                    .isEqualTo(
                            "r1: allow any -> 10.0.0.1,2001:db8::1: [tcp 443], but not understood: RemoteAddress is \""
                                    + text + '"');
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"RPCEPMap\" | 135",
                    "[\"RPCEPMap\",\"5000-5001\"] | 135,5000-5001",
                    "\"Any\" | 0-65535",
                    "null | 0-65535",
                    "80 | 80",
                })
        void hasPorts(String json, String read) {
            assertThat(readRule("LocalPort", json)).endsWith(": [tcp " + read + "]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"RPC", "IPHTTPSIn", "Teredo", "99999"})
        void couldBeForAnyPortIfItsOwnAreNotUnderstood(String text) {
            assertThat(readRule("LocalPort", '"' + text + '"'))
                    .endsWith(": [tcp 1-65535], but not understood: LocalPort is \"" + text + '"');
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "ICMPv4 | 8 | [icmp type 8]",
                    "ICMPv4 | 3:4 | [icmp type 3 code 4]",
                    "ICMPv6 | Any | [icmpv6]",
                    "1 | 8:* | [icmp type 8]",
                    "112 | Any | [vrrp]",
                    "41 | Any | [ip:41]",
                    "Any | Any | every protocol",
                })
        void hasProtocols(String protocol, String type, String read) {
            assertThat(readRule("Protocol", '"' + protocol + '"', "IcmpType", '"' + type + '"'))
                    .isEqualTo("r1: allow any -> 10.0.0.1,2001:db8::1: " + read);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Program | \"C:\\\\app.exe\"",
                    "Service | \"*\"",
                    "Package | \"S-1-15-2\"",
                    "InterfaceAlias | \"Ethernet\"",
                    "InterfaceType | \"Wireless\"",
                    "Authentication | \"Required\"",
                    "Encryption | \"Required\"",
                    "RemoteUser | \"D:(A;;CC;;;S-1)\"",
                    "RemoteMachine | \"D:(A;;CC;;;S-1)\"",
                    "Owner | \"S-1-5\"",
                    "Platform | [\"10.0+\"]",
                    "Profile | \"Domain, Private\"",
                    "Profile | 1",
                    "EnforcementStatus | [\"LocalFirewallRulesDisallowed\"]",
                    "RemoteDynamicKeywordAddresses | [\"{1}\"]",
                    "Protocol | \"who knows\"",
                })
        void mayMatchLessIfItAsksForMore(String key, String json) {
            assertThat(readRule(key, json)).contains("but not understood: " + key + " is ");
        }

        @Test
        void isNotUnderstoodIfTheListingDoesNotTellAFilter() {
            String text = rule().replace("\"Program\":\"Any\",", "");
            assertThat(read(CLOSED, text).rules().get(0).notUnderstood()).contains("the listing does not tell Program");
        }

        @Test
        void isShownByBothOfItsNames() {
            assertThat(readRule("Name", "\"{1}\"", "DisplayName", "\"Web\\nserver\""))
                    .startsWith("{1} (\"Web?server\"): allow");
            assertThat(readRule("Name", "null")).startsWith("rule 1: allow");
        }
    }

    @Nested
    class Defaults {
        private List<String> rules(String profiles) {
            return read(profiles, "[]").rules().stream()
                    .map(ObservedRule::toString)
                    .toList();
        }

        @Test
        void areToBlockWhatComesAndAllowWhatGoes() {
            assertThat(rules(profiles("NotConfigured", "NotConfigured")))
                    .containsExactly("default Outbound: allow 10.0.0.1,2001:db8::1 -> any: every protocol");
            assertThat(rules(CLOSED)).isEmpty();
        }

        @Test
        void areNotUnderstoodIfProfilesDiffer() {
            assertThat(rules("[" + profile("Domain", "True", "Allow", "Block") + ","
                            + profile("Public", "True", "Block", "Block") + "]"))
                    .containsExactly(
                            "default Inbound: allow any -> 10.0.0.1,2001:db8::1: every protocol, but not understood:"
                                    + " it is so in the profiles \"Domain\" alone");
        }

        @Test
        void areToAllowWhereThereIsNoFirewall() {
            String off = profile("Domain", "False", "Block", "Block");
            assertThat(read(off, rule("Action", "\"Block\"")).rules())
                    .extracting(ObservedRule::id)
                    .containsExactly("default Inbound", "default Outbound");
            String some = "[" + off + "," + profile("Public", "1", "Block", "Block") + "]";
            assertThat(read(some, rule("Action", "\"Block\"")).rules().get(0).notUnderstood())
                    .contains("there is no firewall in the profiles \"Domain\"");
        }

        @Test
        void mayLeaveOutEveryInboundRule() {
            String shields = CLOSED.replace("\"AllowInboundRules\":\"True\"", "\"AllowInboundRules\":\"False\"");
            assertThat(read(shields, rule()).rules()).isEmpty();
            assertThat(read(shields, rule("Direction", "\"Outbound\"")).rules()).hasSize(1);
        }
    }

    @Test
    void rulesThatBlockAreInDoubtIfAnotherGoesBeforeThem() {
        String rules = "[" + rule("Action", "\"Block\"") + ","
                + rule("OverrideBlockRules", "true", "Authentication", "\"Required\"") + "]";
        assertThat(read(CLOSED, rules).rules()).allMatch(rule -> !rule.isUnderstood());
        assertThat(read(CLOSED, rules).matching()).isEqualTo(ObservedRules.Matching.DENY_WINS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 1:1: expected an object, but found an array",
                "{ | is not JSON",
                "{} | 1:1: the object has no profiles; expected one",
                "{\"profiles\":[],\"rules\":[]} | 1:13: the listing has no profile; expected those of the host",
                "{\"profiles\":[{\"Name\":\"Domain\",\"Enabled\":1,\"DefaultInboundAction\":7,\"DefaultOutboundAction\":2}]}"
                        + " | DefaultInboundAction is neither Allow, Block nor NotConfigured",
            })
    void otherTextsAreRefusedWithTheirPlace(String text, String message) {
        assertThatExceptionOfType(FirewallFormatException.class)
                .isThrownBy(() -> WindowsFirewallReader.read(text, ReadOptions.forHost(HOST)))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"Direction, 3", "Action, \"Maybe\"", "Enabled, \"Perhaps\""})
    void otherEnumsAreRefused(String key, String json) {
        assertThatExceptionOfType(FirewallFormatException.class)
                .isThrownBy(() -> readRule(key, json))
                .withMessageContaining(key + " is neither ");
    }

    @Nested
    class Programs {
        @Test
        void areTrustedIfAskedFor() {
            String rules = rule("Program", "\"C:\\\\app.exe\"", "Service", "\"web\"");
            String listing = "{\"profiles\":" + CLOSED + ",\"rules\":" + rules + "}";
            ReadOptions options = ReadOptions.forHost(HOST);
            assertThat(WindowsFirewallReader.read(listing, options)
                            .rules()
                            .get(0)
                            .isUnderstood())
                    .isFalse();
            assertThat(WindowsFirewallReader.read(listing, options.trustingPrograms())
                            .rules())
                    .first()
                    .hasToString("r1 for program \"C:\\app.exe\", service \"web\": allow any ->"
                            + " 10.0.0.1,2001:db8::1: [tcp 443]");
        }

        @Test
        void areNotTrustedWhereARuleBlocks() {
            String rules = rule("Program", "\"C:\\\\app.exe\"", "Action", "\"Block\"");
            String listing = "{\"profiles\":" + CLOSED + ",\"rules\":" + rules + "}";
            assertThat(WindowsFirewallReader.read(
                                    listing, ReadOptions.forHost(HOST).trustingPrograms())
                            .rules()
                            .get(0)
                            .isUnderstood())
                    .isFalse();
        }
    }

    @Test
    void wordsThatAreNotKnownAreNotUnderstood() {
        assertThat(readRule("EnforcementStatus", "[\"Tomorrow\"]")).contains("EnforcementStatus is \"Tomorrow\"");
        assertThat(readRule("MoonPhase", "\"Full\"")).contains("MoonPhase is \"Full\"");
        assertThat(readRule("LooseSourceMapping", "true")).contains("LooseSourceMapping is \"true\"");
    }

    @Nested
    class StringsOfTheRegistry {
        private List<String> read(String text, boolean trusting) {
            ReadOptions options = ReadOptions.forHost(HOST);
            return WindowsFirewallReader.read(text, trusting ? options.trustingPrograms() : options).rules().stream()
                    .map(ObservedRule::toString)
                    .toList();
        }

        @Test
        void areRulesWithoutProfiles() {
            assertThat(read(
                            "v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=443|LPort2_10=8000-8010|"
                                    + "RA4=10.0.0.0/255.0.0.0|RA4=192.0.2.1|Name=Web|",
                            false))
                    .containsExactly(
                            "rule 1 (Web): allow 10.0.0.0/8,192.0.2.1 -> 10.0.0.1,2001:db8::1: [tcp 443,8000-8010],"
                                    + " but not understood: the listing does not tell the profiles",
                            "default Inbound: allow any -> 10.0.0.1,2001:db8::1: every protocol, but not understood: the"
                                    + " listing does not tell the profiles",
                            "default Outbound: allow 10.0.0.1,2001:db8::1 -> any: every protocol, but not understood: the"
                                    + " listing does not tell the profiles");
        }

        @Test
        void showWhatIsNotUnderstood() {
            for (String field : List.of(
                    "App=System",
                    "IFType=Lan",
                    "Profile=Domain",
                    "Security=Authenticate",
                    "TTK=X",
                    "RA42=LocalSubnet",
                    "LPort=RPC",
                    "LUAuth=D:",
                    "Platform=2:6:1",
                    "LSM=TRUE")) {
                assertThat(read("v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=6|" + field + "|", true)
                                .get(0))
                        .as(field)
                        .doesNotEndWith("not understood: the listing does not tell the profiles");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "v2.30|Action=Allow|Active=TRUE|Protocol=6|",
                    "v2.30|Action=Perhaps|Active=TRUE|Dir=In|",
                    "v2.30|Action=Allow|Active=SOON|Dir=In|",
                    "v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Protocol=17|",
                })
        void areRefusedWithTheirPlace(String rule) {
            assertThatExceptionOfType(FirewallFormatException.class)
                    .isThrownBy(() -> read("\n" + rule, false))
                    .withMessageStartingWith("2:1: a rule has ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rule Name: a;Enabled: Ja | 2:1: Enabled is \"Ja\"; expected Yes or No",
                "Rule Name: a;Enabled | 2:1: not a line of netsh",
                "Rule Name: a;  stray | 2:1: not a line of netsh",
                "Domain Profile Settings:;Firewall Policy  Open | 2:1: Firewall Policy is \"Open\"",
            })
    void otherTextsOfNetshAreRefusedWithTheirPlace(String text, String message) {
        assertThatExceptionOfType(FirewallFormatException.class)
                .isThrownBy(() -> WindowsFirewallReader.read(text.replace(";", "\n"), ReadOptions.forHost(HOST)))
                .withMessageContaining(message);
    }

    @Test
    void netshWithoutVerboseDoesNotTellEnough() {
        String text = """
                Rule Name: a
                Enabled: Yes
                Direction: In
                Profiles: Domain,Private,Public
                LocalIP: Any
                RemoteIP: Any
                Protocol: TCP
                LocalPort: 80
                RemotePort: Any
                Edge traversal: No
                Action: Allow
                Ok.
                """;
        assertThat(WindowsFirewallReader.read(text, ReadOptions.forHost(HOST).trustingPrograms())
                        .rules()
                        .get(0)
                        .toString())
                .contains("the listing does not tell InterfaceType");
    }

    @Test
    void aListingIsOfAHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowsFirewallReader.read("{}", ReadOptions.none()))
                .withMessageStartingWith("the listing does not tell whose firewall it is");
    }
}
