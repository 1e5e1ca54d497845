package io.portolan.firewall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.firewall.AwsJson;
import io.portolan.firewall.AwsReader;
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

class AwsReaderTest {
    private static final ReadOptions OPTIONS = ReadOptions.forCloud(CloudOptions.withoutPolicy()
            .members("sg-1", AddressSet.parse("10.0.0.1"))
            .members("db", AddressSet.parse("10.0.0.2,2001:db8::2"))
            .build());

    private static String listing(String ingress, String egress) {
        return "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"GroupName\": \"web\", \"IpPermissions\": [],\n"
                + "\"IpPermissionsEgress\": [" + egress + "]},\n"
                + "{\"GroupId\": \"sg-2\", \"GroupName\": \"db\", \"IpPermissions\": [" + ingress + "]}]}";
    }

    private static String everything(String end) {
        return "{\"IpProtocol\": \"-1\", " + end + "}";
    }

    private static List<ObservedRule> read(String ingress, String egress) {
        return AwsReader.read(listing(ingress, egress), OPTIONS).rules();
    }

    private static final String ANYWHERE = "\"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]";

    @Test
    void letsPassWhatBothEndsAllow() {
        assertThat(read(
                        "{\"IpProtocol\": \"tcp\", \"FromPort\": 1, \"ToPort\": 9,"
                                + " \"UserIdGroupPairs\": [{\"GroupId\": \"sg-1\"}]}",
                        "{\"IpProtocol\": \"6\", \"FromPort\": 5, \"ToPort\": 20, " + ANYWHERE + "}"))
                .extracting(Object::toString)
                .containsExactly(
                        "web (sg-1) egress 1 and db (sg-2) ingress 1: allow 10.0.0.1 -> 10.0.0.2: [tcp 5-9]",
                        "what nothing allows: deny 10.0.0.1,10.0.0.2,2001:db8::2 -> 10.0.0.1,10.0.0.2,2001:db8::2:"
                                + " every protocol",
                        "db (sg-2) ingress 1: allow 10.0.0.1 -> 10.0.0.2,2001:db8::2: [tcp 1-9]",
                        "what nothing allows: deny any -> 10.0.0.1,10.0.0.2,2001:db8::2: every protocol",
                        "web (sg-1) egress 1: allow 10.0.0.1 -> 0.0.0.0/0: [tcp 5-20]",
                        "what nothing allows: deny 10.0.0.1,10.0.0.2,2001:db8::2 -> any: every protocol");
    }

    @Test
    void understandsEveryWayToNameAProtocol() {
        for (String name : new String[] {"icmp", "1", "ICMP"}) {
            assertThat(read(
                            "{\"IpProtocol\": \"" + name + "\", \"FromPort\": 8, \"ToPort\": -1, " + ANYWHERE + "}",
                            ""))
                    .extracting(Object::toString)
                    .contains("db (sg-2) ingress 1: allow 0.0.0.0/0 -> 10.0.0.2,2001:db8::2: [icmp type 8]");
        }
        assertThat(read("{\"IpProtocol\": \"58\", \"FromPort\": -1, \"ToPort\": -1, " + ANYWHERE + "}", ""))
                .extracting(Object::toString)
                .contains("db (sg-2) ingress 1: allow 0.0.0.0/0 -> 10.0.0.2,2001:db8::2: [icmpv6]");
        assertThat(read(everything(ANYWHERE), ""))
                .extracting(Object::toString)
                .contains("db (sg-2) ingress 1: allow 0.0.0.0/0 -> 10.0.0.2,2001:db8::2: every protocol");
        assertThat(read("{\"IpProtocol\": \"112\", " + ANYWHERE + "}", ""))
                .extracting(Object::toString)
                .contains("db (sg-2) ingress 1: allow 0.0.0.0/0 -> 10.0.0.2,2001:db8::2: [vrrp]");
    }

    @Test
    void doesNotUnderstandPrefixListsAndStrangers() {
        assertThat(read(everything("\"PrefixListIds\": [{\"PrefixListId\": \"pl-7\"}]"), ""))
                .extracting(Object::toString)
                .contains("db (sg-2) ingress 1: allow any -> 10.0.0.2,2001:db8::2: every protocol,"
                        + " but not understood: the prefix list pl-7");
        assertThat(read(everything("\"UserIdGroupPairs\": [{\"GroupId\": \"sg-9\"}]"), ""))
                .extracting(Object::toString)
                .contains("db (sg-2) ingress 1: allow any -> 10.0.0.2,2001:db8::2: every protocol,"
                        + " but not understood: who is in the group sg-9");
    }

    @Test
    void doesNotUnderstandAGroupWithoutKnownMembers() {
        assertThat(AwsReader.read(listing(everything(ANYWHERE), ""), ReadOptions.none())
                        .rules())
                .extracting(Object::toString)
                .containsExactly(
                        "db (sg-2) ingress 1: allow 0.0.0.0/0 -> any: every protocol, but not understood: who is in the security group db (sg-2)");
    }

    @Test
    void givesTheHarbourBack() {
        Policy policy = Harbour.policy();
        AuditReport report = Audit.compare(
                policy,
                AwsReader.read(
                        AwsListing.of(AwsJson.render(policy)),
                        ReadOptions.forCloud(CloudOptions.of(policy).build())));
        assertThat(report.of(Finding.Kind.EXCESS)).isEmpty();
        assertThat(report.of(Finding.Kind.UNKNOWN)).isEmpty();
        // what the limitations name: two outside names, each once for both families, and a source port
        assertThat(report.of(Finding.Kind.MISSING)).hasSize(3);
    }

    @Test
    void tellsThePlaceOfWhatIsWrong() {
        assertWrong("7", "1:1: expected an object, but found the number 7");
        assertWrong("{}", "1:1: the object has no SecurityGroups; expected one");
        assertWrong(
                listing("{\"IpProtocol\": \"tcp\", \"FromPort\": 70000, \"ToPort\": 1}", ""),
                "expected a whole number -1 to 65535, but found the number 70000");
        assertWrong(
                listing("{\"IpProtocol\": \"tcp\", \"FromPort\": 9, \"ToPort\": 1}", ""),
                "expected the lower port first");
        assertWrong(listing("{\"IpProtocol\": \"xyz\"}", ""), "xyz");
        assertWrong(
                listing(everything("\"IpRanges\": [{\"CidrIp\": \"2001:db8::/32\"}]"), ""),
                "expected a prefix of IPv4, but found the text \"2001:db8::/32\"");
        assertWrong(listing(everything("\"IpRanges\": [{\"CidrIp\": \"10.0.0.0/33\"}]"), ""), "3:");
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> AwsReader.read(text, OPTIONS))
                .isInstanceOf(FirewallFormatException.class)
                .hasMessageContaining(message);
    }
}
