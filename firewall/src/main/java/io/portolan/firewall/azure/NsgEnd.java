package io.portolan.firewall.azure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;

/** Where packets of a rule come from or go to: a rule of a network security group has one kind of these at each end. */
sealed interface NsgEnd {
    Peers peers();

    /** Prefixes of one family; every address of both is an asterisk. */
    record Prefixes(AddressSet addresses) implements NsgEnd {
        public Prefixes {
            requireNonNull(addresses, "addresses");
        }

        @Override
        public Peers peers() {
            return Peers.of(addresses);
        }

        ImmutableList<String> texts() {
            return addresses.isAny()
                    ? ImmutableList.of("*")
                    : addresses.prefixes().stream().map(Object::toString).collect(ImmutableList.toImmutableList());
        }
    }

    /** A service tag. */
    record Tag(OutsideName name) implements NsgEnd {
        public Tag {
            requireNonNull(name, "name");
        }

        @Override
        public Peers peers() {
            return Peers.of(name);
        }
    }

    /** Application security groups. */
    record Groups(ImmutableList<HostGroup> groups) implements NsgEnd {
        public Groups {
            requireNonNull(groups, "groups");
        }

        @Override
        public Peers peers() {
            AddressSet.Builder addresses = AddressSet.builder();
            groups.forEach(group -> addresses.addAll(group.addresses()));
            return Peers.of(addresses.build());
        }
    }
}
