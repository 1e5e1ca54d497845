package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.text.Comments;
import io.portolan.firewall.text.EveryAddress;
import io.portolan.firewall.text.NameRemoval;
import io.portolan.firewall.text.PortSlots;
import io.portolan.firewall.text.RuleIds;
import io.portolan.firewall.text.RuleParts;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of the firewall on one host: what may reach it, then what it may open.
 *
 * <p>Every rule names the addresses of the host, for a host has more than a topology tells, such as those that IPv6 gives
 * it, and packets to these are not for the rule. Windows refuses the prefix {@code 0.0.0.0/0}; where the other end is every
 * address of a family, the rule names none there, and the addresses of the host say of which family it is.
 */
final class HostRules {
    private final Topology topology;
    private final RenderOptions options;
    private final Capability capability;
    private final List<WindowsRule> made = new ArrayList<>();
    private final List<Rule> whole = new ArrayList<>();
    private final List<Limitation> limitations = new ArrayList<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();

    HostRules(Policy policy, Place host, RenderOptions options, Capability capability) {
        this.topology = policy.topology();
        this.options = options;
        this.capability = capability;
        for (Direction direction : Direction.values()) {
            NameRemoval known = NameRemoval.of(direction.of(policy, host), capability);
            limitations.addAll(known.limitations());
            add(direction, known.policy().rules());
        }
    }

    /** Returns the rules of Windows, inbound before outbound. */
    ImmutableList<WindowsRule> made() {
        return ImmutableList.copyOf(made);
    }

    /** Returns the rules of the policy that they were made of. */
    ImmutableList<Rule> whole() {
        return ImmutableList.copyOf(whole);
    }

    ImmutableList<Limitation> limitations() {
        return ImmutableList.copyOf(limitations);
    }

    private void add(Direction direction, ImmutableList<Rule> rules) {
        for (Rule rule : rules) {
            RuleParts fitting = RuleParts.of(ImmutableList.of(rule), capability);
            limitations.addAll(fitting.limitations());
            if (!fitting.parts().isEmpty()) {
                whole.add(rule);
            }
            for (Ends ends : ends(direction, fitting.parts())) {
                add(direction, rule, ends);
            }
        }
    }

    /**
     * The ends of a rule.
     *
     * @param local addresses of the host
     * @param remote the other end; empty if every address of the families at the end of the host
     */
    private record Ends(AddressSet local, Optional<AddressSet> remote) {
        Ends union(Ends other) {
            return new Ends(
                    local.union(other.local), remote.map(mine -> mine.union(other.remote.orElse(AddressSet.none()))));
        }
    }

    /** Joins the families of a rule unless the other end is everybody in one of them alone. */
    private List<Ends> ends(Direction direction, ImmutableList<Part> parts) {
        List<Ends> ends = new ArrayList<>();
        for (Part part : parts) {
            AddressSet local = direction.local(part.sources(), part.destinations());
            AddressSet remote = direction.remote(part.sources(), part.destinations());
            boolean everybody = EveryAddress.isMeant(remote, local, part.family(), topology);
            Ends these = new Ends(local, everybody ? Optional.empty() : Optional.of(remote));
            if (!ends.isEmpty()
                    && ends.get(0).remote().isPresent() == these.remote().isPresent()) {
                ends.set(0, ends.get(0).union(these));
            } else {
                ends.add(these);
            }
        }
        return ends;
    }

    private void add(Direction direction, Rule rule, Ends ends) {
        Transport transport = rule.transport();
        for (PortLists ports : ports(direction, rule)) {
            for (ImmutableList<String> local : lists(ends.local())) {
                for (ImmutableList<String> remote :
                        ends.remote().map(this::lists).orElse(ImmutableList.of(ImmutableList.of()))) {
                    made.add(new WindowsRule(
                            name(direction, rule),
                            Comments.of(rule, capability),
                            direction,
                            transport.protocol(),
                            transport instanceof IcmpTransport icmp ? Optional.of(icmp) : Optional.empty(),
                            ports.local(),
                            ports.remote(),
                            local,
                            remote));
                }
            }
        }
    }

    /** Returns a name that depends on the packets of the rule, and the number of its part. */
    private String name(Direction direction, Rule rule) {
        String name = options.name() + "-" + direction.id() + "-" + RuleIds.of(rule);
        int number = names.merge(name, 1, Integer::sum);
        return number == 1 ? name : name + "-" + number;
    }

    private record PortLists(ImmutableList<String> local, ImmutableList<String> remote) {}

    private List<PortLists> ports(Direction direction, Rule rule) {
        if (!(rule.transport() instanceof PortTransport ports)) {
            return List.of(new PortLists(ImmutableList.of(), ImmutableList.of()));
        }
        if (!options.rpcKeywords() || direction == Direction.OUTBOUND) {
            return product(numbers(direction.localPorts(ports)), numbers(direction.remotePorts(ports)));
        }
        List<PortLists> lists = new ArrayList<>();
        for (RpcKeywords.Part part : RpcKeywords.parts(rule)) {
            List<ImmutableList<String>> local =
                    part.keyword().isEmpty() ? numbers(part.ports()) : List.of(ImmutableList.of(part.keyword()));
            lists.addAll(product(local, numbers(direction.remotePorts(ports))));
        }
        return lists;
    }

    private static List<PortLists> product(List<ImmutableList<String>> local, List<ImmutableList<String>> remote) {
        List<PortLists> lists = new ArrayList<>();
        for (ImmutableList<String> here : local) {
            for (ImmutableList<String> there : remote) {
                lists.add(new PortLists(here, there));
            }
        }
        return lists;
    }

    private List<ImmutableList<String>> numbers(PortSet ports) {
        if (ports.equals(PortSet.all())) {
            return List.of(ImmutableList.of());
        }
        return Lists.transform(
                PortSlots.split(ports, capability),
                set -> set.ranges().stream().map(PortRange::toString).collect(ImmutableList.toImmutableList()));
    }

    /** Returns addresses, prefixes and ranges, in lists as long as a rule takes. */
    private ImmutableList<ImmutableList<String>> lists(AddressSet addresses) {
        List<String> all =
                addresses.ranges().stream().map(AddressRange::toString).toList();
        return Lists.partition(all, capability.peersPerRule().orElse(Integer.MAX_VALUE)).stream()
                .map(ImmutableList::copyOf)
                .collect(ImmutableList.toImmutableList());
    }
}
