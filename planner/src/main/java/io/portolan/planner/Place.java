package io.portolan.planner;

import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Endpoint;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where endpoints live: a host, a network of hosts that are alike, or something outside that is known by name.
 *
 * <p>A host has any number of addresses of both families and any number of roles; packets between two of its own addresses
 * cross no network. A network has roles that each of its addresses may play, such as clients.
 */
public final class Place {
    private static final int LONGEST_NAME = 253;

    private final String name;
    private final Kind kind;
    private final Peers peers;
    private final ImmutableSet<AddressRange> addresses;
    private final ImmutableSet<Placement> placements;

    private Place(
            String name,
            Kind kind,
            Peers peers,
            ImmutableSet<AddressRange> addresses,
            ImmutableSet<Placement> placements) {
        this.name = name;
        this.kind = kind;
        this.peers = peers;
        this.addresses = addresses;
        this.placements = placements;
    }

    /** The kinds of places. */
    public enum Kind {
        /** One machine, with its addresses. */
        HOST,
        /** Addresses of machines that are alike, such as those of clients. */
        NETWORK,
        /** Sites outside that are known by name or address. */
        OUTSIDE
    }

    /**
     * Starts a host.
     *
     * @param name a name that no other place of the topology has; any text in one line
     * @return a builder
     */
    public static Builder host(String name) {
        return new Builder(name, Kind.HOST);
    }

    /**
     * Starts a network.
     *
     * @param name a name that no other place of the topology has; any text in one line
     * @return a builder
     */
    public static Builder network(String name) {
        return new Builder(name, Kind.NETWORK);
    }

    /**
     * Starts something outside that is known by names, service tags or addresses.
     *
     * @param name a name that no other place of the topology has; any text in one line
     * @return a builder
     */
    public static Builder outside(String name) {
        return new Builder(name, Kind.OUTSIDE);
    }

    /**
     * Returns the name.
     *
     * @return a text that tells the place from all others of its topology
     */
    public String name() {
        return name;
    }

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the addresses and names.
     *
     * @return the peers; empty for a host without addresses, to which no rule can be made
     */
    public Peers peers() {
        return peers;
    }

    /**
     * Returns the addresses as they were given.
     *
     * @return for a host, each address; else ranges, which may overlap
     */
    public ImmutableSet<AddressRange> addresses() {
        return addresses;
    }

    /**
     * Returns the endpoints that live here.
     *
     * @return endpoints, in the order in which they were given
     */
    public ImmutableSet<Placement> placements() {
        return placements;
    }

    static void checkName(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !Excerpts.isPlain(name)) {
            throw new IllegalArgumentException("not a name of a " + what + ": " + Excerpts.quote(name)
                    + "; expected 1 to 253 characters in one line, without control characters");
        }
        ReservedWords.check(what, name);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    /** Builds places. */
    public static final class Builder {
        private final String name;
        private final Kind kind;
        private final Set<AddressRange> addresses = new LinkedHashSet<>();
        private final List<OutsideName> names = new ArrayList<>();
        private final Set<Placement> placements = new LinkedHashSet<>();

        private Builder(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
            checkName("place", name);
        }

        /**
         * Adds addresses: for a host one address, for anything else an address, a prefix, or a range.
         *
         * @param text such as {@code 192.0.2.10}, {@code 2001:db8::/64} or {@code 10.0.0.1-10.0.0.9}
         * @return this builder
         * @throws IllegalArgumentException if the text is anything else; the message names the place and the text
         */
        public Builder address(String text) {
            AddressRange range = parse(text);
            if (kind == Kind.HOST && !range.first().equals(range.last())) {
                throw new IllegalArgumentException("host " + name + ": " + Excerpts.quote(text)
                        + " is more than one address; expected one, such as " + range.first()
                        + ", or make it a network");
            }
            if (!addresses.add(range)) {
                throw new IllegalArgumentException(what() + " " + name + ": " + range + " is given twice");
            }
            return this;
        }

        /**
         * Adds a set of addresses.
         *
         * @param set addresses of either family; for a host, one by one
         * @return this builder
         * @throws IllegalArgumentException if the place is a host and addresses of the set are next to each other
         */
        public Builder addresses(AddressSet set) {
            for (AddressRange range : set.ranges()) {
                if (kind == Kind.HOST && !range.first().equals(range.last())) {
                    throw new IllegalArgumentException(
                            "host " + name + ": " + range + " is more than one address; add its addresses one by one");
                }
                addresses.add(range);
            }
            return this;
        }

        private AddressRange parse(String text) {
            try {
                return AddressRange.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(what() + " " + name + ": " + e.getMessage(), e);
            }
        }

        private String what() {
            return switch (kind) {
                case HOST -> "host";
                case NETWORK -> "network";
                case OUTSIDE -> "outside site";
            };
        }

        /**
         * Adds every address of both families.
         *
         * @return this builder
         * @throws IllegalArgumentException if the place is a host
         */
        public Builder anyAddress() {
            if (kind == Kind.HOST) {
                throw new IllegalArgumentException("host " + name + " cannot have every address; make it a network");
            }
            addresses.addAll(AddressSet.any().ranges());
            return this;
        }

        /**
         * Adds a name that stands for addresses which only a resolver knows.
         *
         * @param text a host name such as {@code login.example.com} or {@code *.example.com}, or {@code tag:} and a service
         *     tag
         * @return this builder
         * @throws IllegalArgumentException if the text is anything else, or the place is not outside
         */
        public Builder outsideName(String text) {
            if (kind != Kind.OUTSIDE) {
                throw new IllegalArgumentException(what() + " " + name + " cannot go by the name "
                        + Excerpts.quote(text) + "; only an outside site can, for rules need addresses");
            }
            try {
                names.add(OutsideName.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(what() + " " + name + ": " + e.getMessage(), e);
            }
            return this;
        }

        /**
         * Adds endpoints that live here, of whatever deployment has them.
         *
         * @param endpoints roles or shared endpoints
         * @return this builder
         */
        public Builder endpoint(Endpoint... endpoints) {
            for (Endpoint endpoint : endpoints) {
                placements.add(new Placement(Optional.empty(), endpoint));
            }
            return this;
        }

        /**
         * Adds endpoints of one deployment that live here, for sites with several deployments of one product.
         *
         * @param deployment the name of the deployment
         * @param endpoints roles or shared endpoints
         * @return this builder
         */
        public Builder endpointIn(String deployment, Endpoint... endpoints) {
            for (Endpoint endpoint : endpoints) {
                placements.add(new Placement(Optional.of(deployment), endpoint));
            }
            return this;
        }

        /**
         * Checks everything and returns the place.
         *
         * @return the place
         * @throws IllegalArgumentException if a network or an outside site has neither addresses nor names
         */
        public Place build() {
            Peers peers = Peers.of(AddressSet.of(addresses.toArray(new AddressRange[0])), names);
            if (kind != Kind.HOST && peers.isEmpty()) {
                throw new IllegalArgumentException(what() + " " + name + " is empty; expected addresses, such as"
                        + (kind == Kind.OUTSIDE ? " 203.0.113.5 or a name" : " 10.0.0.0/24"));
            }
            ReservedWords.checkAddress(what(), name, peers);
            return new Place(name, kind, peers, ImmutableSet.copyOf(addresses), ImmutableSet.copyOf(placements));
        }
    }
}
