package io.portolan.firewall.api;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.net.Transport;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a listing of a cloud does not tell: whom its groups guard, and what its lists of prefixes and its tags stand for.
 *
 * <pre>{@code
 * ReadOptions options = ReadOptions.forCloud(CloudOptions.of(policy)
 *         .inventory(CloudInventories.read(networkInterfaces))
 *         .prefixList("pl-6da54004", AddressSet.parse("198.51.100.0/24"))
 *         .build());
 * }</pre>
 *
 * <p>Whom a group guards is told by {@link Builder#members}, or by {@link Builder#inventory}. Where neither is given, groups
 * that are called as those that are rendered for the policy are taken to be these. A host of the policy that no group is
 * known to guard is never passed over: what reaches or leaves it is unknown.
 */
public final class CloudOptions {
    private final Optional<Policy> policy;
    private final String name;
    private final ImmutableMap<String, AddressSet> members;
    private final ImmutableList<CloudInventory> inventories;
    private final ImmutableMap<String, AddressSet> prefixLists;
    private final Optional<AddressSet> addressSpace;
    private final ImmutableList<Rule> questions;

    private CloudOptions(Builder builder) {
        this.policy = Optional.ofNullable(builder.policy);
        this.name = builder.name;
        this.members = ImmutableMap.copyOf(builder.members);
        this.inventories = builder.inventories.build();
        this.prefixLists = ImmutableMap.copyOf(builder.prefixLists);
        this.addressSpace = Optional.ofNullable(builder.addressSpace);
        this.questions = builder.questions.build();
    }

    /**
     * Starts with options for an audit of a policy.
     *
     * @param policy the policy, whose hosts the groups ought to guard
     * @return a builder
     */
    public static Builder of(Policy policy) {
        Builder builder = new Builder();
        builder.policy = requireNonNull(policy, "policy");
        return builder;
    }

    /**
     * Starts with options for a listing that is read for itself: what it does not tell is unknown.
     *
     * @return a builder
     */
    public static Builder withoutPolicy() {
        return new Builder();
    }

    /**
     * Returns the policy.
     *
     * @return the policy, empty if the listing is read for itself
     */
    public Optional<Policy> policy() {
        return policy;
    }

    /**
     * Returns with what the names of rendered groups begin.
     *
     * @return the name of {@link RenderOptions#name()}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the members of groups.
     *
     * @return addresses by identifier or name of a group
     */
    public ImmutableMap<String, AddressSet> members() {
        return members;
    }

    /**
     * Returns the inventories.
     *
     * @return inventories in the order in which they were given
     */
    public ImmutableList<CloudInventory> inventories() {
        return inventories;
    }

    /**
     * Returns the lists of prefixes.
     *
     * @return addresses by identifier of a prefix list
     */
    public ImmutableMap<String, AddressSet> prefixLists() {
        return prefixLists;
    }

    /**
     * Returns the addresses for which the tag {@code VirtualNetwork} of Azure stands.
     *
     * @return the addresses, empty if they are those of the hosts and networks of the policy, as far as is known
     */
    public Optional<AddressSet> addressSpace() {
        return addressSpace;
    }

    /**
     * Returns packets of which an answer is wanted, whoever guards their ends.
     *
     * @return what the policy allows and what was asked for besides
     */
    public ImmutableList<Rule> questions() {
        return policy.isEmpty()
                ? questions
                : ImmutableList.<Rule>builder()
                        .addAll(policy.get().rules())
                        .addAll(questions)
                        .build();
    }

    /** Builds options. */
    public static final class Builder {
        private @Nullable Policy policy;
        private String name = RenderOptions.DEFAULT_NAME;
        private final Map<String, AddressSet> members = new LinkedHashMap<>();
        private final ImmutableList.Builder<CloudInventory> inventories = ImmutableList.builder();
        private final Map<String, AddressSet> prefixLists = new LinkedHashMap<>();
        private @Nullable AddressSet addressSpace;
        private final ImmutableList.Builder<Rule> questions = ImmutableList.builder();

        private Builder() {}

        /**
         * Sets with what the names of rendered groups begin.
         *
         * @param newName the name of {@link RenderOptions#name()}
         * @return this builder
         */
        public Builder name(String newName) {
            name = requireNonNull(newName, "newName");
            return this;
        }

        /**
         * Tells who is in a group. That goes before inventories and names.
         *
         * @param group the identifier of the group, or its name if no other group has it; in Azure, {@code nsg:} or {@code asg:}
         *     before the name tells which of two kinds it is, and the name of a resource group and a slash which of several
         * @param addresses all of its members; none if it guards nobody of the site
         * @return this builder
         * @throws IllegalArgumentException if the group is blank or was given before
         */
        public Builder members(String group, AddressSet addresses) {
            checkArgument(!group.isBlank(), "a group without a name; expected its identifier or name");
            checkArgument(
                    members.putIfAbsent(group, addresses) == null, "the group %s is given twice; expected once", group);
            return this;
        }

        /**
         * Adds network interfaces and subnets.
         *
         * @param inventory an inventory
         * @return this builder
         */
        public Builder inventory(CloudInventory inventory) {
            inventories.add(inventory);
            return this;
        }

        /**
         * Tells what is in a list of prefixes.
         *
         * @param id the identifier of the list
         * @param addresses all of its addresses
         * @return this builder
         * @throws IllegalArgumentException if the list is blank or was given before with other addresses
         */
        public Builder prefixList(String id, AddressSet addresses) {
            checkArgument(!id.isBlank(), "a prefix list without an identifier; expected such as pl-6da54004");
            AddressSet before = prefixLists.putIfAbsent(id, addresses);
            checkArgument(
                    before == null || before.equals(addresses),
                    "the prefix list %s is given twice with different entries; expected once",
                    id);
            return this;
        }

        /**
         * Sets the addresses for which the tag {@code VirtualNetwork} of Azure stands.
         *
         * @param addresses the address spaces of the virtual network, of those peered with it, and of all networks that are
         *     connected to it
         * @return this builder
         */
        public Builder addressSpace(AddressSet addresses) {
            addressSpace = requireNonNull(addresses, "addresses");
            return this;
        }

        /**
         * Asks for packets that the policy does not allow. Where no listed group guards either of their ends, they are then
         * unknown rather than nobody's business.
         *
         * @param sources where they come from
         * @param destinations where they go
         * @param transport what they are
         * @return this builder
         */
        public Builder ask(Peers sources, Peers destinations, Transport transport) {
            questions.add(new Rule(sources, destinations, transport, ImmutableList.of()));
            return this;
        }

        /**
         * Returns the options.
         *
         * @return the options
         */
        public CloudOptions build() {
            return new CloudOptions(this);
        }
    }
}
