package io.portolan.firewall.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.firewall.AzureArm;
import io.portolan.firewall.AzureReader;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.groups.Harbour;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AzureReaderTest {
    private static final ReadOptions OPTIONS = ReadOptions.forCloud(CloudOptions.withoutPolicy()
            .members("nsg", AddressSet.parse("10.0.0.0/24"))
            .members("web", AddressSet.parse("10.0.0.5"))
            .build());

    /** A rule as the command line prints it. */
    private static String rule(String name, int priority, String direction, String access, String rest) {
        return "{\"name\": \"" + name + "\", \"priority\": " + priority + ", \"direction\": \"" + direction
                + "\", \"access\": \"" + access + "\", " + rest + "}";
    }

    private static String traffic(String protocol, String ports, String from, String to) {
        return "\"protocol\": \"" + protocol + "\", \"sourcePortRange\": \"*\", \"sourcePortRanges\": [],"
                + " \"destinationPortRange\": \"" + ports + "\", \"sourceAddressPrefix\": \"" + from
                + "\", \"sourceAddressPrefixes\": [], \"destinationAddressPrefix\": \"" + to + "\"";
    }

    private static String nsg(String... rules) {
        return "[{\"name\": \"nsg\", \"securityRules\": [" + String.join(",\n", rules) + "]}]";
    }

    private static List<ObservedRule> read(String... rules) {
        return AzureReader.read(nsg(rules), OPTIONS).rules();
    }

    @Test
    void takesTheLowestPriorityFirst() {
        assertThat(read(
                        rule("b", 200, "Inbound", "Allow", traffic("Tcp", "80-90", "203.0.113.0/24", "*")),
                        rule("a", 100, "Inbound", "Deny", traffic("*", "*", "203.0.113.7", "*"))))
                .extracting(Object::toString)
                .containsSubsequence(
                        "nsg DenyAllInBound: deny 10.0.0.0/24 -> 10.0.0.0/24: every protocol",
                        "nsg a: deny 203.0.113.7 -> 10.0.0.0/24: every protocol",
                        "nsg b: allow 203.0.113.0/24 -> 10.0.0.0/24: [tcp 80-90]");
    }

    @Test
    void letsPassWithinTheSiteWhatBothDirectionsAllow() {
        assertThat(read(
                        rule("in", 100, "Inbound", "Allow", traffic("Tcp", "80", "10.0.0.0/25", "10.0.0.5")),
                        rule("out", 100, "Outbound", "Allow", traffic("*", "*", "*", "*"))))
                .first()
                .hasToString("nsg out and nsg in: allow 10.0.0.0/25 -> 10.0.0.5: [tcp 80]");
    }

    @Test
    void knowsGroupsTagsAndEveryProtocol() {
        String web = "\"protocol\": \"Udp\", \"sourcePortRanges\": [\"1-5\", \"9\"], \"destinationPortRange\": \"53\","
                + " \"sourceApplicationSecurityGroups\": [{\"id\": \"/subscriptions/s/web\"}],"
                + " \"destinationAddressPrefix\": \"Storage.WestEurope\"";
        assertThat(read(rule("a", 100, "Outbound", "Allow", web)))
                .extracting(Object::toString)
                .contains("nsg a: allow 10.0.0.5 -> tag:Storage.WestEurope: [udp 53 from 1-5,9]");
        for (String protocol : List.of("Icmp", "Esp", "Ah")) {
            assertThat(read(rule("a", 100, "Inbound", "Allow", traffic(protocol, "*", "10.1.0.1", "*"))))
                    .extracting(Object::toString)
                    .anySatisfy(text -> assertThat(text)
                            .startsWith("nsg a: allow 10.1.0.1 -> 10.0.0.0/24: ["
                                    + protocol.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    @Test
    void keepsUnknownWhatIsUnknown() {
        assertThat(read(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "80", "VirtualNetwork", "*"))))
                .extracting(Object::toString)
                .contains("nsg a: allow any -> 10.0.0.0/24: [tcp 80],"
                        + " but not understood: which addresses are \"VirtualNetwork\"");
        assertThat(read(rule("a", 100, "Inbound", "Allow", traffic("*", "80", "10.1.0.1", "*"))))
                .extracting(Object::toString)
                .anySatisfy(text -> assertThat(text)
                        .contains("vrrp")
                        .endsWith("but not understood: ports for every protocol, of which most have none"));
        assertThat(AzureReader.read(
                                nsg(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "80", "*", "*"))),
                                ReadOptions.none())
                        .rules())
                .extracting(Object::toString)
                .contains("nsg a: allow any -> any: [tcp 80],"
                        + " but not understood: which addresses the network security group guards");
        String stranger = "\"protocol\": \"Tcp\", \"sourcePortRange\": \"*\", \"destinationPortRange\": \"53\","
                + " \"sourceApplicationSecurityGroups\": [{\"id\": \"/s/x\"}], \"destinationAddressPrefix\": \"*\"";
        assertThat(read(rule("a", 100, "Inbound", "Allow", stranger)))
                .extracting(Object::toString)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("nsg a: allow")
                        .endsWith("but not understood: who is in the application security group \"x\""));
    }

    @Test
    void givesTheHarbourBack() {
        Policy policy = Harbour.policy();
        AuditReport report = Audit.compare(
                policy,
                AzureReader.read(
                        AzureListing.of(AzureArm.render(policy)),
                        ReadOptions.forCloud(CloudOptions.of(policy).build())));
        assertThat(report.of(Finding.Kind.EXCESS)).isEmpty();
        assertThat(report.of(Finding.Kind.UNKNOWN)).isEmpty();
        assertThat(report.of(Finding.Kind.MISSING))
                .extracting(Object::toString)
                .allSatisfy(missing -> assertThat(missing).containsAnyOf("customs.example.com", "icmp type 8", "vrrp"));
    }

    @Test
    void tellsThePlaceOfWhatIsWrong() {
        assertWrong("7", "1:1: expected an object, but found the number 7");
        assertWrong("{\"name\": \"x\"}", "1:1: the object has no securityRules");
        assertWrong(nsg(rule("a", 70000, "Inbound", "Allow", traffic("Tcp", "1", "*", "*"))), "0 to 65535");
        assertWrong(nsg(rule("a", 100, "Sideways", "Allow", traffic("Tcp", "1", "*", "*"))), "expected Inbound or");
        assertWrong(nsg(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "x", "*", "*"))), "1:");
        assertWrong(nsg(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "1", "10.0.0.300", "*"))), "10.0.0.300");
        assertWrong(nsg(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "1", "a b", "*"))), "a b");
        assertWrong(nsg(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "", "*", "*"))), "no destination ports");
        assertWrong(nsg(rule("a", 100, "Inbound", "Allow", traffic("Tcp", "1", "", "*"))), "no source addresses");
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> AzureReader.read(text, OPTIONS))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining(message);
    }
}
