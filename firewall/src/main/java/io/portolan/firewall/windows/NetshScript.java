package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.text.Comments;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Place;
import java.util.List;

/**
 * The rules of a host as a script for netsh.
 *
 * <p>netsh can neither give a rule a group nor delete by a part of a name, but it deletes every rule of a name. So all of
 * ours have one, and what tells them apart is in their descriptions. It is never {@code all}, which netsh takes for every
 * rule there is.
 */
public final class NetshScript {
    private static final String HEADER = """
            # Rules of Windows Firewall for the host HOST, made by Portolan.
            #
            # Load: netsh -f THIS-FILE, as administrator, and look for errors: netsh goes on after one.
            # All rules called RULES are replaced; no other rule and no default is changed.
            # While the script runs some of them are missing. If it stops, run it again.
            # Inbound rules matter where the default is to block, which it is unless it was changed.
            # Outbound rules matter only where it was changed to block: by default everything may go out.
            KEYWORDS# The file REASONS tells the flows of each rule.

            advfirewall firewall delete rule name="RULES"
            """;

    private static final String KEYWORDS = """
            # rpc stands for the ports on which RPC services of this host listen at the time, whatever their range,
            # and rpc-epmap for that of the endpoint mapper.
            """;

    private NetshScript() {}

    /**
     * Returns the script for a host.
     *
     * @param host the host
     * @param rules its rules
     * @param options what everything that is ours is called
     * @param capability what a comment takes
     * @return the script, in ASCII, one command a line
     */
    public static String of(
            Place host, ImmutableList<WindowsRule> rules, RenderOptions options, Capability capability) {
        String name = options.name() + "-rules";
        // the name of the host goes in last, for it could hold any of the words
        StringBuilder text = new StringBuilder(HEADER.replace("KEYWORDS", options.rpcKeywords() ? KEYWORDS : "")
                .replace("RULES", name)
                .replace("REASONS", options.name() + "-reasons.json")
                .replace("HOST", Comments.plain(host.name(), capability)));
        rules.forEach(rule -> rule(text, name, rule));
        return text.toString();
    }

    private static void rule(StringBuilder text, String name, WindowsRule rule) {
        text.append("advfirewall firewall add rule name=\"")
                .append(name)
                .append("\" description=\"")
                .append(rule.comment())
                .append("\" dir=")
                .append(rule.direction().id())
                .append(" action=allow enable=yes profile=any")
                .append(" localip=")
                .append(list(rule.localAddresses()))
                .append(" remoteip=")
                .append(list(rule.remoteAddresses()))
                .append(" protocol=")
                .append(protocol(rule));
        if (rule.protocol().hasPorts()) {
            text.append(" localport=")
                    .append(ports(rule.localPorts()))
                    .append(" remoteport=")
                    .append(ports(rule.remotePorts()));
        }
        text.append('\n');
    }

    private static String ports(List<String> ports) {
        if (ports.equals(List.of(WindowsRule.RPC_ENDPOINT_MAPPER))) {
            return "rpc-epmap";
        }
        return Ascii.toLowerCase(list(ports));
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? "any" : Joiner.on(',').join(values);
    }

    private static String protocol(WindowsRule rule) {
        if (rule.icmp().isPresent()) {
            IcmpTransport icmp = rule.icmp().get();
            return (icmp.protocol() == IpProtocol.ICMP ? "icmpv4:" : "icmpv6:")
                    + (icmp.type().isPresent() ? icmp.type().getAsInt() : "any")
                    + ","
                    + (icmp.code().isPresent() ? icmp.code().getAsInt() : "any");
        }
        return rule.protocol().hasPorts()
                ? rule.protocol().toString()
                : Integer.toString(rule.protocol().number());
    }
}
