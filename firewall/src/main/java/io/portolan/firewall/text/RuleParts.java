package io.portolan.firewall.text;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.Limitation.Kind;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes rules apart by what a firewall can say of them, which are of {@link NameRemoval}.
 *
 * <p>What fits is of one family of addresses; names, where the firewall takes them, are with both. What does not fit is never
 * widened: it is left out, and told.
 */
public final class RuleParts {
    private static final int MOST_TOLD = 10;

    private final Capability capability;
    private final List<Part> parts = new ArrayList<>();
    private final ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();

    private RuleParts(Capability capability) {
        this.capability = capability;
    }

    /**
     * What a firewall can say of a rule in one family of addresses.
     *
     * @param rule the rule that the part is of
     * @param family the family of its addresses, and of the names beside them
     * @param sources where packets come from
     * @param destinations where they go
     */
    public record Part(Rule rule, AddressFamily family, Peers sources, Peers destinations) {
        /**
         * Returns what packets are.
         *
         * @return the transport of the rule
         */
        public Transport transport() {
            return rule.transport();
        }

        /**
         * Returns the part as a rule.
         *
         * @return a rule with the causes of the whole
         */
        public Rule asRule() {
            return new Rule(sources, destinations, rule.transport(), rule.causes());
        }
    }

    /**
     * Takes rules apart.
     *
     * @param rules rules of a policy, without names that the firewall does not know
     * @param capability what the firewall can say
     * @return what fits and what does not
     */
    public static RuleParts of(Iterable<Rule> rules, Capability capability) {
        RuleParts fitting = new RuleParts(capability);
        rules.forEach(fitting::add);
        return fitting;
    }

    /**
     * Returns what fits.
     *
     * @return parts in the order of rules, IPv4 before IPv6
     */
    public ImmutableList<Part> parts() {
        return ImmutableList.copyOf(parts);
    }

    /**
     * Returns what does not fit.
     *
     * @return limitations in the order of rules
     */
    public ImmutableList<Limitation> limitations() {
        return limitations.build();
    }

    private void add(Rule rule) {
        Optional<Limitation> whole = transport(rule);
        if (whole.isPresent()) {
            limitations.add(whole.get());
            return;
        }
        for (AddressFamily family : AddressFamily.values()) {
            if (!isOf(rule.transport().protocol(), family)) {
                continue;
            }
            Part part = new Part(rule, family, of(rule.sources(), family), of(rule.destinations(), family));
            boolean empty = part.sources().isEmpty() || part.destinations().isEmpty();
            boolean namesAlone = part.sources().addresses().isEmpty()
                    && part.destinations().addresses().isEmpty()
                    && family == AddressFamily.IPV6;
            if (empty || namesAlone) {
                continue;
            }
            if (capability.families().contains(family)) {
                parts.add(part);
            } else {
                limitations.add(new Limitation(Kind.FAMILY, part.asRule(), "the firewall does not filter " + family));
            }
        }
    }

    private Optional<Limitation> transport(Rule rule) {
        Transport transport = rule.transport();
        IpProtocol protocol = transport.protocol();
        if (capability.protocols().isPresent() && !capability.protocols().get().contains(protocol)) {
            return Optional.of(
                    new Limitation(Kind.PROTOCOL, rule, "the firewall does not filter " + protocol + filtered()));
        }
        if (transport instanceof IcmpTransport icmp && icmp.type().isPresent() && !capability.icmpTypes()) {
            return Optional.of(
                    new Limitation(Kind.ICMP_TYPE, rule, "the firewall allows every type of " + protocol + " or none"));
        }
        if (transport instanceof PortTransport ports
                && !ports.sourcePorts().equals(PortSet.all())
                && !capability.sourcePorts()) {
            return Optional.of(new Limitation(Kind.SOURCE_PORTS, rule, "the firewall does not look at source ports"));
        }
        return Optional.empty();
    }

    /** Returns the protocols that the firewall filters, if there are few. */
    private String filtered() {
        int count = capability.protocols().orElseThrow().size();
        return count > MOST_TOLD
                ? ""
                : "; it filters " + Joiner.on(", ").join(capability.protocols().orElseThrow());
    }

    private static boolean isOf(IpProtocol protocol, AddressFamily family) {
        return switch (family) {
            case IPV4 -> protocol != IpProtocol.ICMPV6;
            case IPV6 -> protocol != IpProtocol.ICMP;
        };
    }

    private static Peers of(Peers peers, AddressFamily family) {
        return Peers.of(
                family == AddressFamily.IPV4
                        ? peers.addresses().ipv4()
                        : peers.addresses().ipv6(),
                peers.names());
    }
}
