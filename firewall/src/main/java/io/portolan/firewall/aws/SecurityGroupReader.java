package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.Layer;
import io.portolan.firewall.cloud.PolicySite;
import io.portolan.firewall.cloud.SameRules;
import io.portolan.firewall.cloud.TwoSides;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a listing of security groups.
 *
 * <p>An address that several groups guard has the rules of all. Rules of a group whose members nobody knows may hold for every
 * address that is not known to be in another VPC.
 */
public final class SecurityGroupReader {
    private final PolicySite site;
    private final CloudOptions options;

    /**
     * Starts with what the listing does not tell.
     *
     * @param options options
     */
    public SecurityGroupReader(CloudOptions options) {
        this.options = options;
        this.site = new PolicySite(options);
    }

    /**
     * Reads a listing.
     *
     * @param listing the listing
     * @return the rules
     * @throws FirewallFormatException if it is none
     */
    public ObservedRules read(Json listing) {
        ImmutableList<ListedGroup> groups = ListedGroup.listOf(listing);
        Members members = new Members(groups, options);
        PermissionReader permissions = new PermissionReader(members, options.prefixLists());
        Map<ListedGroup, AddressSet> known = new LinkedHashMap<>();
        List<ListedGroup> strangers = new ArrayList<>();
        AddressSet guarded = AddressSet.none();
        for (ListedGroup group : groups) {
            Optional<AddressSet> own = members.guardedBy(group);
            if (own.isPresent()) {
                known.put(group, own.get());
                guarded = guarded.union(own.get());
            } else {
                strangers.add(group);
            }
        }
        Map<String, AddressSet> partly = members.partlyListed();
        for (AddressSet addresses : partly.values()) {
            guarded = guarded.union(addresses);
        }
        ImmutableList<GuardRule> unknown = unknown(members, guarded, strangers);
        AddressSet checked = guarded;
        for (GuardRule rule : unknown) {
            checked = checked.union(rule.own());
        }
        ImmutableList<Layer> layers = checked.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(new Layer(
                        checked,
                        rules(Direction.INGRESS, known, strangers, permissions, guarded, partly, unknown),
                        rules(Direction.EGRESS, known, strangers, permissions, guarded, partly, unknown)));
        ImmutableList<ObservedRule> elsewhere = ImmutableList.<ObservedRule>builder()
                .addAll(site.elsewhere(checked))
                .addAll(options.policy().isPresent() ? ImmutableList.of() : anywhere(strangers, permissions))
                .build();
        return TwoSides.join(layers, elsewhere, site.otherwise());
    }

    /** What is known of nobody's rules. */
    private ImmutableList<GuardRule> unknown(Members members, AddressSet guarded, List<ListedGroup> strangers) {
        ImmutableList.Builder<GuardRule> rules = ImmutableList.builder();
        AddressSet twice = members.ofSeveralVpcs();
        if (!twice.isEmpty()) {
            rules.add(GuardRule.unknown(
                    "addresses in several VPCs", twice, "in which VPC an address is that several have"));
        }
        String because = members.ambiguousNames().isEmpty()
                ? strangers.isEmpty() ? "; the listing has none of which they are known to be members" : ""
                : "; several groups are called "
                        + JsonFields.plain(members.ambiguousNames().iterator().next());
        rules.addAll(site.unguarded(guarded.union(twice), "security group", because));
        return rules.build();
    }

    private static ImmutableList<GuardRule> rules(
            Direction direction,
            Map<ListedGroup, AddressSet> known,
            List<ListedGroup> strangers,
            PermissionReader permissions,
            AddressSet guarded,
            Map<String, AddressSet> partly,
            ImmutableList<GuardRule> unknown) {
        List<GuardRule> allowing = new ArrayList<>();
        known.forEach((group, own) -> {
            // reads the rules of a group that guards nobody, too: what is wrong with them is told
            for (GuardRule rule : permissions.rules(group, direction, own, Optional.empty())) {
                allowing.add(rule);
            }
        });
        for (ListedGroup stranger : strangers) {
            AddressSet possible = guarded.difference(ofOtherVpcs(stranger, known));
            allowing.addAll(permissions.rules(
                    stranger, direction, possible, Optional.of("who is in the security group " + stranger.title())));
        }
        ImmutableList.Builder<GuardRule> rules = ImmutableList.builder();
        rules.addAll(unknown).addAll(SameRules.merge(allowing));
        partly.forEach((reason, addresses) -> rules.add(GuardRule.unknown("interfaces", addresses, reason)));
        return rules.build();
    }

    /** An interface is in one VPC, and has groups of that alone. */
    private static AddressSet ofOtherVpcs(ListedGroup stranger, Map<ListedGroup, AddressSet> known) {
        AddressSet others = AddressSet.none();
        for (Map.Entry<ListedGroup, AddressSet> entry : known.entrySet()) {
            Optional<String> vpc = entry.getKey().vpc();
            if (vpc.isPresent() && stranger.vpc().isPresent() && !vpc.equals(stranger.vpc())) {
                others = others.union(entry.getValue());
            }
        }
        return others;
    }

    /** What groups without known members may allow wherever they are. */
    private static ImmutableList<ObservedRule> anywhere(List<ListedGroup> strangers, PermissionReader permissions) {
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        for (ListedGroup stranger : strangers) {
            for (Direction direction : Direction.values()) {
                for (GuardRule rule : permissions.rules(
                        stranger,
                        direction,
                        AddressSet.any(),
                        Optional.of("who is in the security group " + stranger.title()))) {
                    boolean in = direction == Direction.INGRESS;
                    Peers own = Peers.of(rule.own());
                    rules.add(new ObservedRule(
                            rule.id(),
                            Action.ALLOW,
                            in ? rule.others() : own,
                            in ? own : rule.others(),
                            rule.packets().transports(),
                            rule.notUnderstood()));
                }
            }
        }
        return rules.build();
    }
}
