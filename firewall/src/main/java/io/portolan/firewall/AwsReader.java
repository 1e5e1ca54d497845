package io.portolan.firewall;

import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.aws.SecurityGroupReader;
import io.portolan.firewall.json.JsonReader;
import io.portolan.planner.ObservedRules;

/**
 * Reads security groups of Amazon VPC, as {@code aws ec2 describe-security-groups} or {@code describe-security-group-rules}
 * prints them in JSON, whole or with {@code --query SecurityGroups}.
 *
 * <p>The listing does not tell who is in a group: {@link CloudOptions} has to. A packet between two guarded addresses passes
 * if what its source has lets it out and what its destination has lets it in; to or from all other addresses, one of the two
 * is enough. Someone in several groups has the rules of all.
 *
 * <p>What becomes of packets of a host is unknown where no listed group is known to guard it. The rules of a group without
 * known members may hold for every address that is not known to be in another VPC. Prefix lists of which nobody told the
 * entries, and references to groups without known members, may stand for any address.
 */
public final class AwsReader {
    private AwsReader() {}

    /**
     * Reads a listing.
     *
     * @param text what the firewall lists
     * @param options what the listing does not tell
     * @return the rules
     * @throws FirewallFormatException if the text is not such a listing
     */
    public static ObservedRules read(String text, ReadOptions options) {
        return new SecurityGroupReader(options.cloud()).read(JsonReader.read(text));
    }
}
