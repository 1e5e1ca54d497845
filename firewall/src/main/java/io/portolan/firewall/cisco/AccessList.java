package io.portolan.firewall.cisco;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.text.Comments;
import io.portolan.firewall.text.EveryAddress;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.List;

/**
 * The list for one family of addresses: what may be asked, and what may be answered.
 *
 * <p>Only IPv4 has object groups and several ports after {@code eq} on every release that matters, so that entries for IPv6
 * are one for each pair of prefixes and each port.
 */
final class AccessList {
    private static final int MOST_PORTS_IPV4 = 10;

    private final AddressFamily family;
    private final String name;
    private final NetworkGroups groups;
    private final Topology topology;
    private final Capability capability;
    private final StringBuilder lines = new StringBuilder();
    private int entries;

    AccessList(AddressFamily family, String name, NetworkGroups groups, Topology topology, Capability capability) {
        this.family = family;
        this.name = name;
        this.groups = groups;
        this.topology = topology;
        this.capability = capability;
    }

    String name() {
        return name;
    }

    int entries() {
        return entries;
    }

    /** Adds what may be asked. */
    void addQuestions(ImmutableList<Part> parts) {
        addAll(parts, false);
    }

    /** Adds what may be answered: over TCP only packets that no connection starts with. */
    void addAnswers(ImmutableList<Part> parts) {
        if (parts.stream().anyMatch(part -> part.family() == family)) {
            lines.append(" remark answers, because the list keeps no state\n");
        }
        addAll(parts, true);
    }

    private void addAll(ImmutableList<Part> parts, boolean answers) {
        for (Part part : parts) {
            if (part.family() == family) {
                add(part, answers);
            }
        }
    }

    private void add(Part part, boolean answer) {
        lines.append(" remark ").append(Comments.of(part.rule(), capability)).append('\n');
        AddressSet from = part.sources().addresses();
        AddressSet to = part.destinations().addresses();
        List<String> sources = ends(from, to);
        List<String> destinations = ends(to, from);
        for (String source : sources) {
            for (String destination : destinations) {
                add(part.transport(), source, destination, answer);
            }
        }
    }

    private void add(Transport transport, String source, String destination, boolean answer) {
        if (!(transport instanceof PortTransport ports)) {
            line(protocol(transport.protocol()), source, destination, type(transport));
            return;
        }
        int most = family == AddressFamily.IPV4 ? MOST_PORTS_IPV4 : 1;
        String state = answer && ports.protocol() == IpProtocol.TCP ? " established" : "";
        for (String from : PortMatches.of(ports.sourcePorts(), most)) {
            for (String to : PortMatches.of(ports.destinationPorts(), most)) {
                line(protocol(ports.protocol()), source + from, destination + to, state);
            }
        }
    }

    private void line(String protocol, String source, String destination, String rest) {
        lines.append(" permit ")
                .append(protocol)
                .append(' ')
                .append(source)
                .append(' ')
                .append(destination)
                .append(rest)
                .append('\n');
        entries++;
    }

    private List<String> ends(AddressSet addresses, AddressSet other) {
        if (EveryAddress.isMeant(addresses, other, family, topology)) {
            return List.of("any");
        }
        if (family == AddressFamily.IPV4) {
            return List.of(groups.reference(addresses));
        }
        return addresses.prefixes().stream().map(AccessList::ipv6).toList();
    }

    private static String ipv6(AddressRange prefix) {
        return prefix.first().equals(prefix.last()) ? "host " + prefix.first() : prefix.toString();
    }

    /** Only the names that every release knows; for all others the number. */
    private static String protocol(IpProtocol protocol) {
        boolean named = protocol.hasPorts() || protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
        return named ? Ascii.toLowerCase(protocol.toString()).replace("icmpv6", "icmp") : "" + protocol.number();
    }

    private static String type(Transport transport) {
        if (!(transport instanceof IcmpTransport icmp) || icmp.type().isEmpty()) {
            return "";
        }
        String type = " " + icmp.type().getAsInt();
        return icmp.code().isPresent() ? type + " " + icmp.code().getAsInt() : type;
    }

    /** Appends the command that removes the list of an earlier load. */
    void writeRemovalTo(StringBuilder text) {
        text.append("no ").append(command()).append('\n');
    }

    /** Appends the list. */
    void writeTo(StringBuilder text) {
        text.append(command()).append('\n');
        text.append(entries == 0 ? " remark no flow of this family\n" + nothing() : lines);
    }

    private String command() {
        return (family == AddressFamily.IPV4 ? "ip access-list extended " : "ipv6 access-list ") + name;
    }

    /** A list without entries would let everything pass. */
    private String nothing() {
        return family == AddressFamily.IPV4
                ? " deny ip any any\n"
                : " permit icmp any any nd-na\n permit icmp any any nd-ns\n deny ipv6 any any\n";
    }
}
