package io.portolan.firewall.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.firewall.AzureReader;
import io.portolan.firewall.CloudListings;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.groups.Harbour;
import io.portolan.net.Transport;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import org.junit.jupiter.api.Test;

/** Listings of which an audit must not say that all is well, or that nothing is known. */
class AzureSoundnessTest {
    private static final Policy POLICY = Harbour.policy();
    private static final String ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/";

    private static String rule(String name, int priority, String direction, String access, String rest) {
        return "{\"name\": \"" + name + "\", \"priority\": " + priority + ", \"direction\": \"" + direction
                + "\", \"access\": \"" + access + "\", \"sourcePortRange\": \"*\", " + rest + "}";
    }

    private static String traffic(String protocol, String ports, String from, String to) {
        return "\"protocol\": \"" + protocol + "\", \"destinationPortRange\": \"" + ports
                + "\", \"sourceAddressPrefix\": \"" + from + "\", \"destinationAddressPrefix\": \"" + to + "\"";
    }

    private static String nsg(String name, String rest, String... rules) {
        return "{\"name\": \"" + name + "\", \"securityRules\": [" + String.join(",", rules) + "]" + rest + "}";
    }

    private static final String ALL_IN = rule("in", 200, "Inbound", "Allow", traffic("*", "*", "*", "*"));
    private static final String ALL_OUT = rule("out", 200, "Outbound", "Allow", traffic("*", "*", "*", "*"));

    private static AuditReport audit(String listing) {
        return audit(listing, CloudOptions.of(POLICY));
    }

    private static AuditReport audit(String listing, CloudOptions.Builder options) {
        return Audit.compare(POLICY, AzureReader.read(listing, ReadOptions.forCloud(options.build())));
    }

    private static void assertNothingKnown(AuditReport report) {
        assertThat(report.of(Kind.UNKNOWN)).isNotEmpty();
        assertThat(report.of(Kind.MET)).isEmpty();
        assertThat(report.of(Kind.MISSING)).isEmpty();
    }

    @Test
    void rulesByDefaultAreUnderstoodListedOrNot() {
        AuditReport report = audit("[" + nsg("portolan", "") + "]");
        // all flows are within the site, or to the internet
        assertThat(report.of(Kind.MISSING)).isEmpty();
        assertThat(report.of(Kind.UNKNOWN)).isEmpty();
        assertThat(report.of(Kind.MET)).isNotEmpty();
        assertThat(report.of(Kind.EXCESS)).isNotEmpty();
        // neighbors may be in the virtual network
        assertThat(report.of(Kind.POSSIBLE_EXCESS))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.detail().orElse(""))
                        .containsAnyOf("which addresses are", "only the addresses of"));
        assertThat(audit(
                                "[" + nsg("portolan", "") + "]",
                                CloudOptions.of(POLICY).addressSpace(AddressSet.parse("10.0.0.0/8,2001:db8::/32")))
                        .of(Kind.POSSIBLE_EXCESS))
                .allSatisfy(finding ->
                        assertThat(finding.rule().destinations().names()).isNotEmpty());
    }

    @Test
    void aGroupOfAnInterfaceThatNobodyKnowsCastsDoubtOnWhatItDenies() {
        AuditReport report = audit("["
                + nsg("portolan", ", \"subnets\": [{\"id\": \"/s/x\"}]", ALL_IN, ALL_OUT) + ","
                + nsg(
                        "vm-nic-nsg",
                        ", \"networkInterfaces\": [{\"id\": \"/n/gate-nic\"}]",
                        rule("deny443", 100, "Inbound", "Deny", traffic("Tcp", "443", "*", "*")))
                + "]");
        assertThat(report.of(Kind.UNKNOWN)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule().transport().toString()).contains("443");
            assertThat(finding.detail().orElse("")).contains("vm-nic-nsg");
        });
        assertThat(report.of(Kind.MET))
                .extracting(finding -> finding.rule().transport().toString())
                .contains("udp 3389");
    }

    @Test
    void bothGroupsOfASubnetAndAnInterfaceHaveToAllow() {
        String listing = "["
                + nsg("a", ", \"id\": \"" + ID + "networkSecurityGroups/a\"", ALL_IN, ALL_OUT) + ","
                + nsg(
                        "b",
                        ", \"id\": \"" + ID + "networkSecurityGroups/b\"",
                        rule("deny443", 100, "Inbound", "Deny", traffic("Tcp", "443", "*", "*")))
                + "]";
        String networks = "{\"value\": [{\"id\": \"/v\", \"properties\": {\"addressSpace\": {\"addressPrefixes\":"
                + " [\"10.0.0.0/8\", \"2001:db8::/32\"]}, \"subnets\": [{\"id\": \"/v/s\", \"properties\":"
                + " {\"addressPrefixes\": [\"10.0.0.0/24\", \"2001:db8::/64\"], \"networkSecurityGroup\": {\"id\": \""
                + ID
                + "networkSecurityGroups/A\"}}}]}}]}";
        String interfaces = "[{\"Id\": \"/n/gate\", \"NetworkSecurityGroup\": {\"Id\": \"" + ID
                + "networkSecurityGroups/b\"}, \"IpConfigurations\": [{\"PrivateIpAddress\": \"10.0.0.10\", \"Subnet\":"
                + " {\"Id\": \"/v/s\"}}, {\"PrivateIpAddress\": \"2001:db8::10\", \"Subnet\": {\"Id\": \"/v/s\"}}]}]";
        AuditReport report = audit(
                listing,
                CloudOptions.of(POLICY)
                        .inventory(CloudListings.inventory(networks))
                        .inventory(CloudListings.inventory(interfaces)));
        assertThat(report.of(Kind.MISSING))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.rule().transport().toString()).contains("443"));
        assertThat(report.of(Kind.UNKNOWN)).isEmpty();
    }

    @Test
    void aSubnetWithoutAGroupIsOpen() {
        String networks =
                "[{\"id\": \"/v\", \"addressSpace\": {\"addressPrefixes\": [\"10.0.0.0/8\", \"2001:db8::/32\"]},"
                        + " \"subnets\": [{\"id\": \"/v/s\", \"addressPrefixes\": [\"10.0.0.0/24\", \"2001:db8::/64\"]}]}]";
        AuditReport report = audit(
                "[" + nsg("other", ", \"subnets\": [{\"id\": \"/v/t\"}]") + "]",
                CloudOptions.of(POLICY).inventory(CloudListings.inventory(networks)));
        assertThat(report.of(Kind.MISSING)).isEmpty();
        assertThat(report.of(Kind.EXCESS))
                .anySatisfy(finding -> assertThat(finding.observed())
                        .extracting(rule -> rule.id())
                        .contains("no network security group"));
    }

    @Test
    void powerShellPrintsTheSameGroups() {
        String pascal = ("[" + nsg("portolan", "", ALL_IN, ALL_OUT) + "]")
                .replace("\"name\"", "\"Name\"")
                .replace("\"securityRules\"", "\"SecurityRules\"")
                .replace("\"priority\"", "\"Priority\"")
                .replace("\"direction\"", "\"Direction\"")
                .replace("\"access\"", "\"Access\"")
                .replace("\"protocol\"", "\"Protocol\"")
                .replace("\"sourcePortRange\": \"*\"", "\"SourcePortRange\": [\"*\"]")
                .replace("\"destinationPortRange\": \"*\"", "\"DestinationPortRange\": [\"*\"]")
                .replace("\"sourceAddressPrefix\": \"*\"", "\"SourceAddressPrefix\": [\"*\"]")
                .replace("\"destinationAddressPrefix\": \"*\"", "\"DestinationAddressPrefix\": [\"*\"]");
        AuditReport report = audit(pascal);
        assertThat(report).isEqualTo(audit("[" + nsg("portolan", "", ALL_IN, ALL_OUT) + "]"));
        assertThat(report.of(Kind.MET)).isNotEmpty();
        assertThat(report.of(Kind.UNKNOWN)).isEmpty();
        assertThat(report.of(Kind.MISSING)).isEmpty();
        assertThatThrownBy(() -> audit("{\"Name\": \"x\", \"SecurityRules\": [\"Microsoft.Azure.PSSecurityRule\"]}"))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining("ConvertTo-Json needs -Depth 10");
    }

    @Test
    void everyWrappingIsRead() {
        String group = nsg("portolan", "", ALL_IN, ALL_OUT);
        AuditReport report = audit(group);
        assertThat(audit("{\"value\": [" + group + "]}")).isEqualTo(report);
        String inTemplate = "{\"type\": \"Microsoft.Network/networkSecurityGroups\", \"name\": \"portolan\","
                + " \"properties\": {\"securityRules\": [" + ALL_IN + "]}}";
        String apart =
                "{\"type\": \"Microsoft.Network/networkSecurityGroups/securityRules\", \"name\": \"portolan/out\","
                        + " \"properties\": " + ALL_OUT + "}";
        assertThat(audit("{\"$schema\": \"x\", \"resources\": [" + inTemplate + "," + apart + "]}"))
                .isEqualTo(report);
        assertThatThrownBy(() -> audit("{\"$schema\": \"x\", \"resources\": []}"))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining("no resource of type");
    }

    @Test
    void nothingListedSaysNothing() {
        assertNothingKnown(audit("[]"));
        assertNothingKnown(
                audit("[" + nsg("portolan", ", \"subnets\": [], \"networkInterfaces\": []", ALL_IN, ALL_OUT) + "]"));
    }

    @Test
    void groupsOfOneNameInTwoResourceGroupsAreTwo() {
        String two = "["
                + nsg("portolan", ", \"resourceGroup\": \"a\", \"subnets\": [{\"id\": \"/s/1\"}]", ALL_IN, ALL_OUT)
                + ","
                + nsg("portolan", ", \"resourceGroup\": \"b\", \"subnets\": [{\"id\": \"/s/2\"}]") + "]";
        assertNothingKnown(audit(two));
        AuditReport report = audit(
                two, CloudOptions.of(POLICY).members("A/portolan", AddressSet.parse("10.0.0.0/24,2001:db8::/64")));
        assertThat(report.of(Kind.MISSING)).isEmpty();
        assertThat(report.of(Kind.UNKNOWN)).isEmpty();
    }

    @Test
    void aSecurityGroupAndAnApplicationSecurityGroupOfOneNameAreTwo() {
        String rule = "{\"name\": \"a\", \"priority\": 100, \"direction\": \"Inbound\", \"access\": \"Allow\","
                + " \"sourcePortRange\": \"*\", \"protocol\": \"Tcp\", \"destinationPortRange\": \"80-8443\","
                + " \"sourceAddressPrefix\": \"*\", \"destinationApplicationSecurityGroups\": [{\"id\": \"" + ID
                + "applicationSecurityGroups/web\"}]}";
        String deny = rule("d", 4096, "Inbound", "Deny", traffic("*", "*", "*", "*"));
        String listing = "[" + nsg("web", ", \"subnets\": [{\"id\": \"/s/1\"}]", rule, deny) + "]";
        // which of the two is meant is not told
        assertNothingKnown(audit(listing, CloudOptions.of(POLICY).members("web", AddressSet.parse("10.0.0.10"))));
        AuditReport report = audit(
                listing,
                CloudOptions.of(POLICY)
                        .members("nsg:web", AddressSet.parse("10.0.0.0/24,2001:db8::/64"))
                        .members("asg:web", AddressSet.parse("10.0.0.10")));
        // a name outside may stand for any address but those of the site
        assertThat(report.of(Kind.UNKNOWN))
                .allSatisfy(finding ->
                        assertThat(finding.rule().destinations().names()).isNotEmpty());
        assertThat(report.of(Kind.MET))
                .anySatisfy(finding ->
                        assertThat(finding.rule().destinations().toString()).startsWith("10.0.0.10"));
    }

    @Test
    void aDenialOfATagMayBeOneOfAnyOutsideAddress() {
        AuditReport report = audit("["
                + nsg(
                        "portolan",
                        "",
                        ALL_IN,
                        ALL_OUT,
                        rule("no-storage", 100, "Outbound", "Deny", traffic("Tcp", "443", "*", "Storage")))
                + "]");
        assertThat(report.of(Kind.UNKNOWN))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.rule().destinations().toString())
                        // a name outside, and another tag, may stand for addresses of the tag that is denied
                        .containsAnyOf("203.0.113.7", "customs.example.com", "tag:AzureMonitor"));
        assertThat(report.of(Kind.MET)).isNotEmpty();
    }

    @Test
    void anAllowanceOfATagMayBeOneOfAnyOutsideAddress() {
        String deny = rule("d", 4096, "Outbound", "Deny", traffic("*", "*", "*", "*"));
        AuditReport report = audit("["
                + nsg(
                        "portolan",
                        "",
                        ALL_IN,
                        rule("storage", 100, "Outbound", "Allow", traffic("Tcp", "443", "*", "Storage")),
                        deny)
                + "]");
        assertThat(report.of(Kind.UNKNOWN))
                .anySatisfy(finding ->
                        assertThat(finding.rule().destinations().toString()).contains("203.0.113.7"));
        assertThat(report.of(Kind.POSSIBLE_EXCESS))
                .anySatisfy(finding -> assertThat(finding.detail().orElse("")).contains("Storage"));
    }

    @Test
    void aProtocolThatNobodyKnowsIsNotUnderstood() {
        AuditReport report = audit("["
                + nsg(
                        "portolan",
                        "",
                        ALL_OUT,
                        rule("new", 100, "Inbound", "Deny", traffic("Sctp2", "*", "*", "*")),
                        ALL_IN)
                + "]");
        assertThat(report.of(Kind.UNKNOWN))
                .anySatisfy(finding -> assertThat(finding.detail().orElse("")).contains("the protocol \"Sctp2\""));
        assertThat(report.of(Kind.UNKNOWN))
                .extracting(finding -> finding.rule().transport())
                .contains(Transport.icmp(8));
    }
}
