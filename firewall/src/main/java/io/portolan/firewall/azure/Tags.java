package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.cloud.PolicySite;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What service tags of Azure stand for.
 *
 * <p>{@code VirtualNetwork} is the address space of the site and the address of the host on which machines run,
 * {@code AzureLoadBalancer} the latter alone, from which it probes, and {@code Internet} all other addresses and every name.
 * Private addresses that the site does not tell may be in the virtual network, unless its address space was given. All other
 * tags stand for addresses that Azure publishes: nobody knows here which.
 */
final class Tags {
    private static final AddressSet HOST = AddressSet.parse("168.63.129.16");

    /** RFC 1918, RFC 6598, RFC 3927, RFC 4193 and RFC 4291: addresses that the public internet does not reach. */
    private static final AddressSet PRIVATE =
            AddressSet.parse("10.0.0.0/8,100.64.0.0/10,169.254.0.0/16,172.16.0.0/12,192.168.0.0/16,fc00::/7,fe80::/10");

    private final boolean known;
    private final AddressSet space;
    private final AddressSet neighbors;
    private final AddressSet outside;
    private final Set<OutsideName> names;
    private final AddressSet outsidePlaces;

    Tags(CloudOptions options, PolicySite site) {
        AddressSet inventoried = AddressSet.none();
        for (CloudInventory inventory : options.inventories()) {
            inventoried = inventoried.union(inventory.addressSpace());
        }
        this.known = options.addressSpace().isPresent() || options.policy().isPresent() || !inventoried.isEmpty();
        AddressSet own = options.addressSpace().orElse(site.space().union(inventoried));
        this.space = own.union(HOST);
        this.neighbors = options.addressSpace().isPresent() ? AddressSet.none() : PRIVATE.difference(space);
        this.outside = AddressSet.any().difference(space).difference(neighbors);
        this.names = site.names();
        this.outsidePlaces = site.outside().difference(space);
    }

    /** Peers for which a tag stands, or may stand if something was not understood. */
    record Meaning(Peers peers, Optional<String> notUnderstood) {}

    /** Returns what a tag stands for in a rule. */
    List<Meaning> of(String tag, boolean allows) {
        return switch (Ascii.toLowerCase(tag)) {
            case "virtualnetwork" -> known ? with(Peers.of(space), tag) : anything(tag);
            case "azureloadbalancer" -> List.of(exactly(Peers.of(HOST)));
            case "internet" -> known ? with(Peers.of(outside, names), tag) : anything(tag);
            default -> published(tag, allows);
        };
    }

    private static Meaning exactly(Peers peers) {
        return new Meaning(peers, Optional.empty());
    }

    private List<Meaning> with(Peers certain, String tag) {
        return neighbors.isEmpty()
                ? List.of(exactly(certain))
                : List.of(exactly(certain), doubtful(Peers.of(neighbors), tag));
    }

    private static Meaning doubtful(Peers peers, String tag) {
        return new Meaning(peers, Optional.of("which addresses are " + Excerpts.quote(tag)));
    }

    private static List<Meaning> anything(String tag) {
        return List.of(doubtful(Peers.any(), tag));
    }

    /**
     * A rule for a tag is one for its name, and one for addresses and host names that may be behind it. Where the policy has
     * the tag, too, what a rule allows is what flows need of it, and only what the policy knows by address is in doubt.
     */
    private List<Meaning> published(String tag, boolean allows) {
        ImmutableList.Builder<Meaning> meanings = ImmutableList.builder();
        Optional<OutsideName> name = name(tag);
        name.ifPresent(value -> meanings.add(exactly(Peers.of(value))));
        Set<OutsideName> hosts = names.stream()
                .filter(each -> each.kind() != OutsideName.Kind.SERVICE_TAG)
                .collect(Collectors.toSet());
        boolean needed = allows && name.isPresent() && names.contains(name.get());
        Peers possible = !known ? Peers.any() : Peers.of(needed ? outsidePlaces : outside.union(neighbors), hosts);
        if (!possible.isEmpty()) {
            meanings.add(doubtful(possible, tag));
        }
        return meanings.build();
    }

    private static Optional<OutsideName> name(String tag) {
        try {
            return Optional.of(OutsideName.serviceTag(tag));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nothing that a policy could have
        }
    }

    /** Returns the addresses among which members of an unknown group are. */
    AddressSet inside() {
        return known ? space.union(neighbors) : AddressSet.any();
    }
}
