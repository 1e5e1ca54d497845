package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.text.Comments;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Place;
import java.util.List;

/** The rules of a host as a script for PowerShell. */
public final class PowerShellScript {
    private static final String INDENT = "        ";

    private PowerShellScript() {}

    private static final String HEADER = """
            #Requires -RunAsAdministrator
            #Requires -Modules NetSecurity

            # Rules of Windows Firewall for the host HOST, made by Portolan.
            #
            # Load: powershell -NoProfile -ExecutionPolicy Bypass -File THIS-FILE, as administrator.
            # All rules of the group GROUP are replaced; no other rule and no default is changed.
            # Each rule is replaced by itself, and those that are gone go last. If the script stops, run it again.
            # Inbound rules matter where the default is to block, which it is unless it was changed.
            # Outbound rules matter only where it was changed to block: by default everything may go out.
            KEYWORDS# The file GROUP-reasons.json tells the flows of each rule.

            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'

            $group = 'GROUP'

            """;

    private static final String KEYWORDS = """
            # RPC stands for the ports on which RPC services of this host listen at the time, whatever their range,
            # and RPCEPMap for that of the endpoint mapper.
            """;

    /** A rule is removed as the object that was found, never by a name, in which asterisks would match others. */
    private static final String REPLACE = """

            $found = @(Get-NetFirewallRule -PolicyStore 'PersistentStore' | Where-Object { $_.Group -eq $group })
            foreach ($rule in $rules) {
                foreach ($old in $found) {
                    if ($old.Name -eq $rule.Name) {
                        Remove-NetFirewallRule -InputObject $old
                    }
                }
                New-NetFirewallRule -PolicyStore 'PersistentStore' -Group $group @rule | Out-Null
            }
            $names = @($rules | ForEach-Object { $_.Name })
            foreach ($old in $found) {
                if ($names -notcontains $old.Name) {
                    Remove-NetFirewallRule -InputObject $old
                }
            }
            """;

    /**
     * Returns the script for a host.
     *
     * @param host the host
     * @param rules its rules
     * @param options what everything that is ours is called
     * @param capability what a comment takes
     * @return the script, in ASCII
     */
    public static String of(
            Place host, ImmutableList<WindowsRule> rules, RenderOptions options, Capability capability) {
        // the name of the host goes in last, for it could hold any of the words
        StringBuilder text = new StringBuilder(HEADER.replace("KEYWORDS", options.rpcKeywords() ? KEYWORDS : "")
                .replace("GROUP", options.name())
                .replace("HOST", Comments.plain(host.name(), capability)));
        text.append(rules.isEmpty() ? "$rules = @()\n" : "$rules = @(\n");
        rules.forEach(rule -> rule(text, rule));
        text.append(rules.isEmpty() ? "" : ")\n");
        return text.append(REPLACE).toString();
    }

    private static void rule(StringBuilder text, WindowsRule rule) {
        text.append("    @{\n");
        value(text, "Name", rule.name());
        value(text, "DisplayName", rule.name().replace('-', ' '));
        value(text, "Description", rule.comment());
        value(text, "Direction", rule.direction().title());
        value(text, "Action", "Allow");
        value(text, "Enabled", "True");
        value(text, "Profile", "Any");
        value(text, "Protocol", protocol(rule.protocol()));
        rule.icmp().filter(icmp -> icmp.type().isPresent()).ifPresent(icmp -> value(text, "IcmpType", type(icmp)));
        list(text, "LocalPort", rule.localPorts());
        list(text, "RemotePort", rule.remotePorts());
        list(text, "LocalAddress", rule.localAddresses());
        list(text, "RemoteAddress", rule.remoteAddresses());
        text.append("    }\n");
    }

    private static void value(StringBuilder text, String key, String value) {
        line(text, key, PowerShellText.quote(value));
    }

    /** What is not listed is any, which is what the command takes where it is told nothing. */
    private static void list(StringBuilder text, String key, List<String> values) {
        if (!values.isEmpty()) {
            line(text, key, PowerShellText.array(values, INDENT));
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(INDENT)
                .append(key)
                .append(" ".repeat(13 - key.length()))
                .append(" = ")
                .append(value)
                .append('\n');
    }

    private static String protocol(IpProtocol protocol) {
        if (protocol == IpProtocol.TCP) {
            return "TCP";
        }
        if (protocol == IpProtocol.UDP) {
            return "UDP";
        }
        if (protocol == IpProtocol.ICMP) {
            return "ICMPv4";
        }
        return protocol == IpProtocol.ICMPV6 ? "ICMPv6" : Integer.toString(protocol.number());
    }

    private static String type(IcmpTransport icmp) {
        String type = Integer.toString(icmp.type().getAsInt());
        return icmp.code().isPresent() ? type + ":" + icmp.code().getAsInt() : type;
    }
}
