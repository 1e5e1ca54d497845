package io.portolan.firewall.aws;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.text.Addresses;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.nio.charset.StandardCharsets;

/**
 * One rule of a security group, as security groups count them: one kind of traffic and one peer.
 *
 * @param traffic what packets are
 * @param peer where they come from or go to
 */
record Permission(Traffic traffic, Peer peer) {
    private static final int DIGITS = 10;

    Permission {
        requireNonNull(traffic, "traffic");
        requireNonNull(peer, "peer");
    }

    /** Where packets come from or go to. */
    sealed interface Peer {
        AddressSet addresses();

        /** Tells whether a rule with this peer counts among those of a family. */
        boolean countsIn(AddressFamily family);
    }

    /** A prefix. */
    record Cidr(AddressRange range) implements Peer {
        @Override
        public AddressSet addresses() {
            return AddressSet.of(range);
        }

        @Override
        public boolean countsIn(AddressFamily family) {
            return range.family() == family;
        }

        @Override
        public String toString() {
            return Addresses.cidr(range);
        }
    }

    /** Whoever is in a security group. */
    record Reference(HostGroup group) implements Peer {
        @Override
        public AddressSet addresses() {
            return group.addresses();
        }

        @Override
        public boolean countsIn(AddressFamily family) {
            return true;
        }

        @Override
        public String toString() {
            return group.name();
        }
    }

    boolean contains(Permission other) {
        return traffic.contains(other.traffic)
                && peer instanceof Cidr
                && other.peer instanceof Cidr
                && peer.addresses().contains(other.peer.addresses());
    }

    /** Returns a name that depends on what the rule says alone. */
    String hash() {
        return Hashing.sha256()
                .hashString(toString(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGITS);
    }

    @Override
    public String toString() {
        return traffic.protocolName() + " " + traffic.first() + "-" + traffic.last() + " " + peer;
    }
}
