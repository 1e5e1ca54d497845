package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.aws.SecurityGroupReader;
import io.portolan.firewall.json.JsonReader;
import io.portolan.planner.ObservedRules;

/**
 * Reads security groups of Amazon VPC, as {@code aws ec2 describe-security-groups} prints them in JSON.
 *
 * <p>The listing does not tell who is in a group: {@link ReadOptions#groups()} has to, by the name or the identifier of the
 * group. A packet between members of two listed groups passes if what its source has lets it out and what its destination
 * has lets it in; to or from all other addresses, one of the two is enough. Someone in several groups has the rules of all.
 * The rules of a group without known members are not understood, nor are prefix lists, and peers that are groups without
 * known members.
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
        return new SecurityGroupReader(options.groups()).read(JsonReader.read(text));
    }
}
