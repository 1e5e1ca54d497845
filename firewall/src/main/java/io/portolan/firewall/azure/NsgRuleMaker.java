package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.azure.EndMaker.Ends;
import io.portolan.firewall.azure.NsgRule.Direction;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.Comments;
import io.portolan.firewall.text.RuleIds;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the rules that allow: inbound ones for destinations at the site, outbound ones for sources there. */
final class NsgRuleMaker {
    private final AddressSet site;
    private final EndMaker ends;
    private final Map<Rule, List<Part>> parts = new LinkedHashMap<>();
    private final ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();

    NsgRuleMaker(HostGroups members, boolean groups) {
        this.site = members.site();
        this.ends = new EndMaker(groups ? members.groups() : ImmutableList.of());
    }

    private record Draft(Rule rule, Direction direction, Ends ends) {}

    /** Adds a part of a rule of the policy; the parts of both families make one rule where they can. */
    void add(Part part) {
        parts.computeIfAbsent(part.rule(), first -> new ArrayList<>()).add(part);
        AddressSet from = part.sources().addresses().difference(site);
        AddressSet to = part.destinations().addresses().difference(site);
        tellOfElsewhere(
                part,
                new Peers[] {
                    Peers.of(from), Peers.of(AddressSet.none(), part.sources().names())
                },
                new Peers[] {
                    Peers.of(to),
                    Peers.of(AddressSet.none(), part.destinations().names())
                });
    }

    /** What neither comes from the site nor goes there passes no network security group of it. */
    private void tellOfElsewhere(Part part, Peers[] sources, Peers[] destinations) {
        for (Peers from : sources) {
            for (Peers to : destinations) {
                boolean names = from.addresses().isEmpty() && to.addresses().isEmpty();
                boolean told = names && part.family() == AddressFamily.IPV6;
                if (!from.isEmpty() && !to.isEmpty() && !told) {
                    limitations.add(new Limitation(
                            Limitation.Kind.PLACE,
                            new Rule(from, to, part.transport(), part.rule().causes()),
                            "neither end is a host or network of the site"));
                }
            }
        }
    }

    ImmutableList<Limitation> limitations() {
        return limitations.build();
    }

    int count() {
        return drafts().size();
    }

    private List<Draft> drafts() {
        Set<Draft> drafts = new LinkedHashSet<>();
        parts.forEach((rule, of) -> {
            Peers sources = Peers.none();
            Peers destinations = Peers.none();
            for (Part part : of) {
                sources = sources.union(part.sources());
                destinations = destinations.union(part.destinations());
            }
            for (Direction direction : Direction.values()) {
                for (Ends both : ends(rule.transport().protocol(), sources, destinations, direction)) {
                    drafts.add(new Draft(rule, direction, both));
                }
            }
        });
        return new ArrayList<>(drafts);
    }

    /** Only the site itself is at the guarded end. */
    private List<Ends> ends(IpProtocol protocol, Peers sources, Peers destinations, Direction direction) {
        boolean in = direction == Direction.INBOUND;
        AddressSet from = in ? sources.addresses() : sources.addresses().intersection(site);
        AddressSet to = in ? destinations.addresses().intersection(site) : destinations.addresses();
        List<Ends> all = new ArrayList<>(ends.between(protocol, from, to));
        Iterable<OutsideName> tags = in ? sources.names() : destinations.names();
        for (NsgEnd tag : EndMaker.tags(tags)) {
            for (NsgEnd own : ends.oppositeTag(protocol, in ? to : from)) {
                all.add(in ? new Ends(tag, own) : new Ends(own, tag));
            }
        }
        return all;
    }

    /** Returns the rules, with names and priorities that depend on what they say alone. */
    ImmutableList<NsgRule> rules() {
        Map<String, Draft> named = new LinkedHashMap<>();
        List<Draft> drafts = drafts();
        Set<String> several = new HashSet<>();
        Set<String> once = new HashSet<>();
        for (Draft draft : drafts) {
            if (!once.add(name(draft))) {
                several.add(name(draft));
            }
        }
        for (Draft draft : drafts) {
            String name = several.contains(name(draft)) ? name(draft) + "-" + RuleIds.of(asRule(draft)) : name(draft);
            String unique = name;
            for (int again = 2; named.containsKey(unique); again++) {
                unique = name + "-" + again;
            }
            named.put(unique, draft);
        }
        Map<Direction, Map<String, Integer>> priorities = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            priorities.put(
                    direction,
                    Priorities.of(Maps.filterValues(named, draft -> draft.direction() == direction)
                            .keySet()));
        }
        ImmutableList.Builder<NsgRule> rules = ImmutableList.builder();
        priorities.forEach((direction, priority) -> named.forEach((name, draft) -> {
            if (draft.direction() == direction) {
                rules.add(rule(name, draft, priority.getOrDefault(name, 0)));
            }
        }));
        return rules.build();
    }

    private static String name(Draft draft) {
        return RuleIds.of(draft.rule()) + (draft.direction() == Direction.INBOUND ? "-in" : "-out");
    }

    private static Rule asRule(Draft draft) {
        return new Rule(
                draft.ends().sources().peers(),
                draft.ends().destinations().peers(),
                draft.rule().transport(),
                ImmutableList.of());
    }

    private static NsgRule rule(String name, Draft draft, int priority) {
        return new NsgRule(
                name,
                Comments.of(draft.rule(), NetworkSecurityGroup.CAPABILITY),
                draft.direction(),
                true,
                priority,
                Optional.of(draft.rule().transport()),
                draft.ends().sources(),
                draft.ends().destinations());
    }
}
