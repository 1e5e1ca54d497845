package io.portolan.firewall.linux;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.text.PortSlots;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules of iptables ask for, to be what a part of a policy says: any of the sources, any of the destinations, any of the
 * transports. One rule has one of each.
 *
 * @param transports matches such as {@code -p tcp -m tcp --dport 80}
 * @param sources matches such as {@code -s 10.0.0.0/24}; one that is empty for every source
 * @param destinations matches such as {@code -d 10.0.0.1}; one that is empty for every destination
 */
record IptablesRules(
        ImmutableList<String> transports, ImmutableList<String> sources, ImmutableList<String> destinations) {
    static IptablesRules of(Part part, Capability capability) {
        AddressSet every = part.family() == AddressFamily.IPV4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
        return new IptablesRules(
                transports(part, capability),
                ends("-s ", part.sources().addresses(), every),
                ends("-d ", part.destinations().addresses(), every));
    }

    private static ImmutableList<String> ends(String option, AddressSet addresses, AddressSet every) {
        if (addresses.equals(every)) {
            return ImmutableList.of("");
        }
        ImmutableList.Builder<String> ends = ImmutableList.builder();
        for (AddressRange prefix : addresses.prefixes()) {
            ends.add(option + prefix);
        }
        return ends.build();
    }

    private static ImmutableList<String> transports(Part part, Capability capability) {
        if (part.transport() instanceof PortTransport ports) {
            return ports(ports, capability);
        }
        if (part.transport() instanceof IcmpTransport icmp) {
            return ImmutableList.of(icmp(icmp));
        }
        // the kernel looks behind AH for the protocol of IPv6, so -p 51 would match nothing
        return ImmutableList.of(
                LinuxRuleParts.isAhInIpv6(part)
                        ? "-m ah"
                        : "-p " + part.transport().protocol().number());
    }

    private static ImmutableList<String> ports(PortTransport transport, Capability capability) {
        String protocol = transport.protocol().toString();
        List<String> from = ports("sport", protocol, transport.sourcePorts(), capability);
        List<String> to = ports("dport", protocol, transport.destinationPorts(), capability);
        return Lists.cartesianProduct(from, to).stream()
                .map(both -> "-p " + protocol + both.get(0) + both.get(1))
                .collect(ImmutableList.toImmutableList());
    }

    private static List<String> ports(String option, String protocol, PortSet ports, Capability capability) {
        if (ports.equals(PortSet.all())) {
            return List.of("");
        }
        List<String> matches = new ArrayList<>();
        for (PortSet part : PortSlots.split(ports, capability)) {
            String list = Joiner.on(',').join(Lists.transform(part.ranges(), IptablesRules::range));
            matches.add(
                    part.rangeCount() == 1
                            ? " -m " + protocol + " --" + option + " " + list
                            : " -m multiport --" + option + "s " + list);
        }
        return matches;
    }

    private static String range(PortRange range) {
        return range.size() == 1 ? Integer.toString(range.first()) : range.first() + ":" + range.last();
    }

    private static String icmp(IcmpTransport transport) {
        boolean ipv4 = transport.protocol() == IpProtocol.ICMP;
        String protocol = ipv4 ? "-p icmp" : "-p icmpv6";
        if (transport.type().isEmpty()) {
            return protocol;
        }
        String match = protocol
                + (ipv4 ? " -m icmp --icmp-type " : " -m icmp6 --icmpv6-type ")
                + transport.type().getAsInt();
        return transport.code().isPresent() ? match + "/" + transport.code().getAsInt() : match;
    }
}
