package io.portolan.firewall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.firewall.AwsReader;
import io.portolan.firewall.CloudListings;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.groups.Harbour;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import org.junit.jupiter.api.Test;

/** Listings of which an audit must not say that all is well. */
class AwsSoundnessTest {
    private static final Policy POLICY = Harbour.policy();
    private static final String ALL_OUT =
            "\"IpPermissionsEgress\": [{\"IpProtocol\": \"-1\", \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]}]";
    private static final String DEFAULT = group(
            "sg-0aaa",
            "default",
            "vpc-1",
            "{\"IpProtocol\": \"-1\", \"IpRanges\": [], \"Ipv6Ranges\": [], \"PrefixListIds\": [],"
                    + " \"UserIdGroupPairs\": [{\"GroupId\": \"sg-0aaa\", \"UserId\": \"111122223333\"}]}");

    private static String group(String id, String name, String vpc, String ingress) {
        return "{\"GroupId\": \"" + id + "\", \"GroupName\": \"" + name + "\", \"VpcId\": \"" + vpc
                + "\", \"IpPermissions\": [" + ingress + "], " + ALL_OUT + "}";
    }

    private static String tcp(int port, String peers) {
        return "{\"IpProtocol\": \"tcp\", \"FromPort\": " + port + ", \"ToPort\": " + port + ", " + peers + "}";
    }

    private static AuditReport audit(CloudOptions.Builder options, String... groups) {
        return audit("{\"SecurityGroups\": [" + String.join(",", groups) + "]}", options);
    }

    private static AuditReport audit(String listing, CloudOptions.Builder options) {
        return Audit.compare(POLICY, AwsReader.read(listing, ReadOptions.forCloud(options.build())));
    }

    private static CloudOptions.Builder options() {
        return CloudOptions.of(POLICY);
    }

    private static void assertNothingKnown(AuditReport report) {
        assertThat(report.of(Kind.UNKNOWN)).isNotEmpty();
        assertThat(report.of(Kind.MET)).isEmpty();
        assertThat(report.of(Kind.MISSING)).isEmpty();
        assertThat(report.of(Kind.EXCESS)).isEmpty();
        assertThat(report.of(Kind.POSSIBLE_EXCESS)).isNotEmpty();
    }

    @Test
    void aDefaultGroupWithoutKnownMembersTellsNothingOfHosts() {
        assertNothingKnown(audit(options(), DEFAULT));
    }

    @Test
    void anEmptyListingSaysNothing() {
        assertNothingKnown(audit("[]", options()));
        assertNothingKnown(audit(options()));
    }

    @Test
    void aHostWhoseGroupIsNotListedIsUnknown() {
        AuditReport report = audit(options(), group("sg-1", "portolan-harbour-gate", "vpc-1", ""));
        assertThat(report.of(Kind.MET))
                .allSatisfy(finding ->
                        assertThat(finding.rule().destinations().toString()).containsAnyOf("203.0.113.7", "customs"));
        // nothing reaches the gate, and nobody knows what the others let in
        assertThat(report.of(Kind.MISSING))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.rule().toString())
                        .containsPattern("-> 10\\.0\\.0\\.10|^2001:db8::10 -> ")); // IPv6 is not let out
        assertThat(report.of(Kind.UNKNOWN))
                .anySatisfy(finding -> assertThat(finding.detail().orElse(""))
                        .contains("which security group guards")
                        .contains("crane-1"));
    }

    @Test
    void groupsOfOneNameInTwoNetworksAreTwo() {
        String gate = "portolan-harbour-gate";
        AuditReport report = audit(
                options(),
                group("sg-1", gate, "vpc-1", tcp(443, "\"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]")),
                group("sg-2", gate, "vpc-2", ""));
        assertNothingKnown(report);
        assertThat(report.of(Kind.UNKNOWN))
                .anySatisfy(finding -> assertThat(finding.detail().orElse("")).contains("several groups are called"));
        AuditReport told = audit(
                options().members("sg-1", AddressSet.parse("10.0.0.10")).members("sg-2", AddressSet.none()),
                group("sg-1", gate, "vpc-1", tcp(443, "\"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]")),
                group("sg-2", gate, "vpc-2", ""));
        assertThat(told.of(Kind.EXCESS)).isNotEmpty();
        assertThat(told.of(Kind.MISSING)).isNotEmpty();
    }

    @Test
    void anArrayOfGroupsIsWhatAQueryPrints() {
        String gate = group("sg-1", "portolan-harbour-gate", "vpc-1", "");
        assertThat(audit("[" + gate + "]", options())).isEqualTo(audit(options(), gate));
        assertThat(audit(gate, options())).isEqualTo(audit(options(), gate));
    }

    @Test
    void rulesAreReadOneByOne() {
        String rules = "{\"SecurityGroupRules\": [{\"SecurityGroupRuleId\": \"sgr-1\", \"GroupId\": \"sg-1\","
                + " \"IsEgress\": false, \"IpProtocol\": \"tcp\", \"FromPort\": 80, \"ToPort\": 8443,"
                + " \"CidrIpv4\": \"10.1.0.0/16\"}, {\"SecurityGroupRuleId\": \"sgr-2\", \"GroupId\": \"sg-1\","
                + " \"IsEgress\": true, \"IpProtocol\": \"-1\", \"FromPort\": -1, \"ToPort\": -1,"
                + " \"ReferencedGroupInfo\": {\"GroupId\": \"sg-1\"}}]}";
        AuditReport report = audit(rules, options().members("sg-1", AddressSet.parse("10.0.0.10")));
        assertThat(report.of(Kind.MET))
                .extracting(finding -> finding.rule().transport().toString())
                .contains("tcp 80,443,8443");
    }

    @Test
    void aPrefixListThatNobodyGaveMayBeAnything() {
        String gate = group(
                "sg-1",
                "portolan-harbour-gate",
                "vpc-1",
                tcp(443, "\"PrefixListIds\": [{\"PrefixListId\": \"pl-1\"}]"));
        AuditReport unknown = audit(options(), gate);
        assertThat(unknown.of(Kind.POSSIBLE_EXCESS))
                .anySatisfy(finding -> assertThat(finding.detail().orElse("")).contains("the prefix list pl-1"));
        assertThat(unknown.of(Kind.UNKNOWN))
                .anySatisfy(finding -> assertThat(finding.detail().orElse("")).contains("the prefix list pl-1"));
        AuditReport known = audit(
                options()
                        .prefixList(
                                "pl-1",
                                CloudListings.prefixListEntries(
                                        "{\"Entries\": [{\"Cidr\": \"10.1.0.0/16\", \"Description\": \"ships\"}]}")),
                gate);
        assertThat(known.findings())
                .noneSatisfy(finding -> assertThat(finding.detail().orElse("")).contains("prefix list"));
        assertThat(CloudListings.prefixLists(
                        "{\"PrefixLists\": [{\"PrefixListId\": \"pl-2\", \"Cidrs\": [\"192.0.2.0/24\"]}]}"))
                .containsEntry("pl-2", AddressSet.parse("192.0.2.0/24"));
    }

    @Test
    void bitsBehindTheLengthOfAPrefixAreNotLookedAt() {
        AuditReport report = audit(
                options(),
                group(
                        "sg-1",
                        "portolan-harbour-gate",
                        "vpc-1",
                        "{\"IpProtocol\": \"6\", \"FromPort\": 80, \"ToPort\": 9000, \"IpRanges\": [{\"CidrIp\": \"10.1.9.9/16\"}]}"));
        assertThat(report.of(Kind.MET))
                .anySatisfy(finding ->
                        assertThat(finding.rule().sources().toString()).contains("10.1.0.0/16"));
    }

    @Test
    void aGroupOfAnotherAccountMayHaveAnyMembers() {
        AuditReport report = audit(
                options(),
                group(
                        "sg-1",
                        "portolan-harbour-gate",
                        "vpc-1",
                        tcp(
                                443,
                                "\"UserIdGroupPairs\": [{\"GroupId\": \"sg-9\", \"UserId\": \"444455556666\","
                                        + " \"VpcId\": \"vpc-9\", \"VpcPeeringConnectionId\": \"pcx-1\","
                                        + " \"PeeringStatus\": \"active\"}]")));
        assertThat(report.of(Kind.UNKNOWN))
                .anySatisfy(finding ->
                        assertThat(finding.detail().orElse("")).contains("who is in the group sg-9 of vpc-9"));
    }

    @Test
    void whatIsBetweenNetworksIsAskedForAndUnknown() {
        AuditReport report = Audit.of(POLICY)
                .expectClosed(
                        Peers.parse("203.0.113.0/24"),
                        Peers.parse("10.1.0.0/16"),
                        Transport.tcp(PortSet.of(445)),
                        "file sharing")
                .compare(AwsReader.read(
                        "[]",
                        ReadOptions.forCloud(options()
                                .ask(
                                        Peers.parse("203.0.113.0/24"),
                                        Peers.parse("10.1.0.0/16"),
                                        Transport.tcp(PortSet.of(445)))
                                .build())));
        assertThat(report.of(Kind.UNKNOWN))
                .extracting(Finding::detail)
                .anySatisfy(detail -> assertThat(detail.orElse("")).contains("file sharing"));
    }

    @Test
    void interfacesOfTwoNetworksWithOneAddressAreNotTakenForOneAnother() {
        String interfaces = "{\"NetworkInterfaces\": ["
                + "{\"NetworkInterfaceId\": \"eni-1\", \"VpcId\": \"vpc-1\", \"PrivateIpAddress\": \"10.0.0.10\","
                + " \"Groups\": [{\"GroupId\": \"sg-1\", \"GroupName\": \"a\"}]},"
                + "{\"NetworkInterfaceId\": \"eni-2\", \"VpcId\": \"vpc-2\", \"PrivateIpAddress\": \"10.0.0.10\","
                + " \"Groups\": [{\"GroupId\": \"sg-2\", \"GroupName\": \"a\"}]}]}";
        AuditReport report = audit(
                options().inventory(CloudListings.inventory(interfaces)),
                group("sg-1", "a", "vpc-1", "{\"IpProtocol\": \"-1\", \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]}"),
                group("sg-2", "a", "vpc-2", ""));
        assertThat(report.of(Kind.MET)).isEmpty();
        assertThat(report.of(Kind.UNKNOWN))
                .anySatisfy(finding -> assertThat(finding.detail().orElse("")).contains("in which VPC"));
    }

    @Test
    void everyFormOfAPermissionIsRead() {
        for (String permission : new String[] {
            "{\"IpProtocol\": -1, \"IpRanges\": [\"10.1.0.0/16\"]}",
            "{\"IpProtocol\": \"tcp\", \"IpRanges\": [{\"CidrIp\": \"10.1.0.0/16\"}]}",
            "{\"IpProtocol\": \"tcp\", \"FromPort\": 0, \"ToPort\": 65535, \"IpRanges\": [{\"CidrIp\": \"10.1.0.0/16\"}]}",
            "{\"IpProtocol\": \"tcp\", \"FromPort\": -1, \"ToPort\": -1, \"IpRanges\": [{\"CidrIp\": \"10.1.0.0/16\"}],"
                    + " \"Ipv6Ranges\": [{\"CidrIpv6\": \"::ffff:10.0.0.0/112\"}], \"UserIdGroupPairs\": null}"
        }) {
            assertThat(audit(options(), group("sg-1", "portolan-harbour-gate", "vpc-1", permission))
                            .of(Kind.MET))
                    .as(permission)
                    .anySatisfy(finding ->
                            assertThat(finding.rule().sources().toString()).isEqualTo("10.1.0.0/16"));
        }
    }

    @Test
    void tellsThePlaceOfWhatIsWrongInInventories() {
        assertThatThrownBy(() -> CloudListings.inventory("{\"x\": 1}"))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining("1:1: the object has neither ipConfigurations nor subnets");
        assertThatThrownBy(
                        () -> CloudListings.inventory("{\"NetworkInterfaces\": [{\"NetworkInterfaceId\": \"eni-1\"}]}"))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining("the object has no Groups");
        assertThatThrownBy(() -> CloudListings.prefixLists("{\"PrefixLists\": [{\"PrefixListId\": \"pl-1\"}]}"))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining("no prefix list has Cidrs or Entries");
        assertThatThrownBy(() -> CloudListings.prefixListEntries("{\"Entries\": [{\"Cidr\": \"10.0.0.0/40\"}]}"))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining("10.0.0.0/40");
        assertThatThrownBy(() -> CloudOptions.withoutPolicy().members(" ", AddressSet.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CloudOptions.withoutPolicy()
                        .prefixList("pl-1", AddressSet.none())
                        .prefixList("pl-1", AddressSet.any()))
                .hasMessageContaining("given twice");
    }
}
