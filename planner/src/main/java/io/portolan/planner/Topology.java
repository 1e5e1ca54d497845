package io.portolan.planner;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Intersecting;
import io.portolan.planner.packets.Plane;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Which endpoints live where, at one site. */
public final class Topology {
    private final ImmutableMap<String, Place> places;
    private final ImmutableMap<String, ImmutableSet<Place>> zones;
    private final ImmutableMap<AddressRange, Place> hosts;
    private final Supplier<PeersIndex> index;

    private Topology(
            ImmutableMap<String, Place> places,
            ImmutableMap<String, ImmutableSet<Place>> zones,
            ImmutableMap<AddressRange, Place> hosts) {
        this.places = places;
        this.zones = zones;
        this.hosts = hosts;
        this.index = Suppliers.memoize(() -> new PeersIndex(ImmutableList.copyOf(places.values())));
    }

    /** Places by their addresses and names. */
    private record PeersIndex(ImmutableList<Place> places, Intersecting index) {
        PeersIndex(ImmutableList<Place> places) {
            this(places, new Intersecting(places.stream().map(Place::peers).toList()));
        }

        ImmutableList<Place> placesOf(Peers peers) {
            return index.with(peers).mapToObj(places::get).collect(ImmutableList.toImmutableList());
        }
    }

    /**
     * Starts an empty topology.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the places.
     *
     * @return hosts, networks and outside sites, in the order in which they were added
     */
    public ImmutableCollection<Place> places() {
        return places.values();
    }

    /**
     * Returns the place with a name.
     *
     * @param name a name
     * @return the place, empty if there is none
     */
    public Optional<Place> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /**
     * Returns the groups of places that have a name.
     *
     * @return the places of each zone
     */
    public ImmutableMap<String, ImmutableSet<Place>> zones() {
        return zones;
    }

    /**
     * Returns what the places of a zone have for addresses and names.
     *
     * @param zone the name of a zone
     * @return the union of its places
     * @throws IllegalArgumentException if there is no such zone
     */
    public Peers zone(String zone) {
        ImmutableSet<Place> members = zones.get(zone);
        if (members == null) {
            throw new IllegalArgumentException(
                    "the topology has no zone " + Excerpts.quote(zone) + "; it has " + zones.keySet());
        }
        Peers peers = Peers.none();
        for (Place place : members) {
            peers = peers.union(place.peers());
        }
        return peers;
    }

    /**
     * Returns the places that have an address or name of some peers, such as those of a rule.
     *
     * @param peers addresses and names
     * @return places in the order in which they were added, found by an index
     */
    public ImmutableList<Place> placesOf(Peers peers) {
        return index.get().placesOf(peers);
    }

    /** Tells whether all packets of a box are between the addresses of one host, of which policies say nothing. */
    boolean isOneHost(Box box) {
        for (Plane plane : Plane.values()) {
            Box inside = box.in(plane);
            Set<Place> found = new HashSet<>();
            if (plane.has(box.shape().protocol())
                    && !inside.isEmpty()
                    && !isOneAddress(inside)
                    && !(isOneHost(inside.sources(), found) && isOneHost(inside.destinations(), found))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the host that has an address. */
    Optional<Place> host(AddressRange address) {
        return Optional.ofNullable(hosts.get(address));
    }

    /** An address of a network is a host, too. */
    private static boolean isOneAddress(Box box) {
        Peers source = box.sources();
        return source.names().isEmpty()
                && source.equals(box.destinations())
                && source.addresses().ranges().size() == 1
                && source.addresses().ranges().get(0).size().equals(BigInteger.ONE);
    }

    /** Neighbours in one host are one range, which is the address of none, so that the host is asked whether it has all. */
    private boolean isOneHost(Peers peers, Set<Place> found) {
        if (!peers.names().isEmpty()) {
            return false;
        }
        if (peers.addresses().isEmpty()) {
            return true;
        }
        Place host = hosts.get(peers.addresses().ranges().get(0).firstAlone());
        if (host == null || !host.peers().contains(peers.addresses())) {
            return false;
        }
        found.add(host);
        return found.size() == 1;
    }

    /** Builds topologies. */
    public static final class Builder {
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, ImmutableSet<Place>> zones = new LinkedHashMap<>();
        private final Map<AddressRange, Place> hosts = new HashMap<>();

        private Builder() {}

        /**
         * Adds a place.
         *
         * @param place a place
         * @return this builder
         * @throws IllegalArgumentException if another place has its name, or another host one of its addresses
         */
        public Builder add(Place place) {
            if (places.containsKey(place.name())) {
                throw new IllegalArgumentException("two places are called " + place.name());
            }
            if (place.kind() == Place.Kind.HOST) {
                for (AddressRange address : place.addresses()) {
                    Place other = hosts.get(address);
                    if (other != null) {
                        throw new IllegalArgumentException("host " + place.name() + ": the address " + address
                                + " is that of host " + other.name() + " already");
                    }
                }
                for (AddressRange address : place.addresses()) {
                    hosts.put(address, place);
                }
            }
            places.put(place.name(), place);
            return this;
        }

        /**
         * Adds the place that a builder makes.
         *
         * @param place a builder of a place, as far as it came
         * @return this builder
         * @throws IllegalArgumentException if the builder refuses to build, another place has the name, or another host one
         *     of the addresses
         */
        public Builder add(Place.Builder place) {
            return add(place.build());
        }

        /**
         * Gives a group of places a name.
         *
         * @param name the name of the zone; any text in one line
         * @param members names of places that were added before
         * @return this builder
         * @throws IllegalArgumentException if a place is unknown, or the zone is empty, named before, or has no
         *     name
         */
        public Builder zone(String name, Iterable<String> members) {
            Place.checkName("zone", name);
            ImmutableSet.Builder<Place> found = ImmutableSet.builder();
            for (String member : members) {
                Place place = places.get(member);
                if (place == null) {
                    throw new IllegalArgumentException("zone " + name + ": there is no place called "
                            + Excerpts.quote(member) + "; add it before the zone");
                }
                found.add(place);
            }
            ImmutableSet<Place> zone = found.build();
            if (zone.isEmpty()) {
                throw new IllegalArgumentException("zone " + name + " has no places");
            }
            AddressSet.Builder addresses = AddressSet.builder();
            zone.forEach(place -> addresses.addAll(place.peers().addresses()));
            ReservedWords.checkAddress("zone", name, Peers.of(addresses.build()));
            if (zones.putIfAbsent(name, zone) != null) {
                throw new IllegalArgumentException("two zones are called " + name);
            }
            return this;
        }

        /**
         * Returns the topology.
         *
         * @return the topology
         */
        public Topology build() {
            return new Topology(ImmutableMap.copyOf(places), ImmutableMap.copyOf(zones), ImmutableMap.copyOf(hosts));
        }
    }
}
