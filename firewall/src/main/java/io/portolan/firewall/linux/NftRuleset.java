package io.portolan.firewall.linux;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.text.Comments;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a table of nftables. */
public final class NftRuleset {
    private final StringBuilder text = new StringBuilder();
    private final String table;
    private final Capability capability;

    private NftRuleset(String table, Capability capability) {
        this.table = table;
        this.capability = capability;
    }

    /**
     * Returns a table that replaces the one of that name.
     *
     * @param table its name
     * @param host whose firewall it is, empty for a firewall between networks
     * @param chains what passes at each hook
     * @param capability what comments may be
     * @return a file for {@code nft -f}
     */
    public static String of(
            String table, Optional<Place> host, ImmutableMap<Hook, ImmutableList<Part>> chains, Capability capability) {
        return new NftRuleset(table, capability).write(host, chains);
    }

    private String write(Optional<Place> host, ImmutableMap<Hook, ImmutableList<Part>> chains) {
        line("#!/usr/sbin/nft -f");
        line("# Made by Portolan: " + Headers.purpose(host, capability));
        line("# To load: nft -f " + table + ".nft");
        line("# That replaces the table inet " + table + " whole, in one step, and touches no other table.");
        line("# Whatever no rule accepts is dropped. The reason of each rule is in " + table + "-reasons.json.");
        line("table inet " + table);
        line("delete table inet " + table);
        line("table inet " + table + " {");
        boolean first = true;
        for (Hook hook : chains.keySet()) {
            if (!first) {
                line("");
            }
            first = false;
            line("\tchain " + hook.id() + " {");
            line("\t\ttype filter hook " + hook.id() + " priority filter; policy drop;");
            Housekeeping.nft(hook).forEach(rule -> line("\t\t" + rule));
            for (Part part : chains.getOrDefault(hook, ImmutableList.of())) {
                line("\t\t" + matches(part) + " accept comment \"" + Comments.of(part.rule(), capability) + "\"");
            }
            line("\t}");
        }
        line("}");
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String matches(Part part) {
        List<String> matches = new ArrayList<>();
        boolean ipv4 = part.family() == AddressFamily.IPV4;
        String header = ipv4 ? "ip" : "ip6";
        AddressSet every = ipv4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
        AddressSet sources = part.sources().addresses();
        AddressSet destinations = part.destinations().addresses();
        if (!sources.equals(every)) {
            matches.add(header + " saddr " + set(sources.ranges()));
        }
        if (!destinations.equals(every)) {
            matches.add(header + " daddr " + set(destinations.ranges()));
        }
        if (matches.isEmpty()) {
            matches.add("meta nfproto " + (ipv4 ? "ipv4" : "ipv6"));
        }
        matches.add(LinuxRuleParts.isAhInIpv6(part) ? "ip6 nexthdr 51" : transport(part.transport()));
        return Joiner.on(' ').join(matches);
    }

    private static String transport(Transport transport) {
        if (transport instanceof PortTransport ports) {
            return ports(ports);
        }
        if (transport instanceof IcmpTransport icmp) {
            return icmp(icmp);
        }
        return "meta l4proto " + transport.protocol().number();
    }

    private static String ports(PortTransport transport) {
        String protocol = transport.protocol().toString();
        List<String> matches = new ArrayList<>();
        if (!transport.sourcePorts().equals(PortSet.all())) {
            matches.add(protocol + " sport " + set(transport.sourcePorts().ranges()));
        }
        if (!transport.destinationPorts().equals(PortSet.all())) {
            matches.add(protocol + " dport " + set(transport.destinationPorts().ranges()));
        }
        return matches.isEmpty() ? "meta l4proto " + protocol : Joiner.on(' ').join(matches);
    }

    private static String icmp(IcmpTransport transport) {
        OptionalInt type = transport.type();
        if (type.isEmpty()) {
            return "meta l4proto " + transport.protocol().number();
        }
        String header = transport.protocol() == IpProtocol.ICMP ? "icmp" : "icmpv6";
        String match = header + " type " + type.getAsInt();
        OptionalInt code = transport.code();
        return code.isPresent() ? match + " " + header + " code " + code.getAsInt() : match;
    }

    private static String set(List<?> ranges) {
        return ranges.size() == 1
                ? ranges.get(0).toString()
                : "{ " + Joiner.on(", ").join(Lists.transform(ranges, Object::toString)) + " }";
    }
}
