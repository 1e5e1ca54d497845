package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Shown;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says addresses by the names of the places that have them, for people. What no place has as a whole is said as it is, so
 * that the text stands for exactly the addresses.
 */
public final class PeerNames {
    private static final int MOST_EXCEPTIONS = 4;
    private static final int MOST_NAMES = 12;

    private final List<Place> hosts = new ArrayList<>();
    private final List<Place> others = new ArrayList<>();
    private final Map<Peers, ImmutableList<String>> said = new HashMap<>();

    /** Names of places that are not the same in all topologies, so that the name alone does not tell their addresses. */
    private final Set<String> moved = new HashSet<>();

    /**
     * Starts with the places of topologies.
     *
     * @param topologies one or more; where two have a place of one name, both say it, with the addresses if these differ
     */
    public PeerNames(Topology... topologies) {
        Map<String, Peers> before = new HashMap<>();
        for (Topology topology : topologies) {
            for (Place place : topology.places()) {
                (place.kind() == Place.Kind.HOST ? hosts : others).add(place);
                Peers other = before.putIfAbsent(place.name(), place.peers());
                if (other != null && !other.equals(place.peers())) {
                    moved.add(place.name());
                }
            }
        }
        others.sort(Comparator.comparing(PeerNames::size).reversed()); // what is within another need not be said
    }

    private static BigInteger size(Place place) {
        return place.peers()
                .addresses()
                .size()
                .add(BigInteger.valueOf(place.peers().names().size()));
    }

    /**
     * Returns names, addresses and outside names, joined by commas; the first ones if they are many.
     *
     * @param peers addresses and names
     * @return a text in one line
     */
    public String of(Peers peers) {
        List<String> all = all(peers);
        return all.size() <= MOST_NAMES
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, MOST_NAMES)) + " and " + (all.size() - MOST_NAMES) + " others";
    }

    /**
     * Returns all names, addresses and outside names.
     *
     * @param peers addresses and names
     * @return texts, each once
     */
    public ImmutableList<String> all(Peers peers) {
        return said.computeIfAbsent(peers, this::say);
    }

    private ImmutableList<String> say(Peers peers) {
        List<String> texts = new ArrayList<>();
        Peers rest = peers;
        for (Place place : others) {
            Optional<Peers> part = part(place, rest, texts);
            if (part.isPresent()) {
                rest = minus(rest, part.get());
            }
        }
        AddressSet.Builder ofHosts = AddressSet.builder();
        for (Place host : hosts) {
            wholly(host, rest, texts).ifPresent(part -> ofHosts.addAll(part.addresses()));
        }
        rest = minus(rest, Peers.of(ofHosts.build()));
        if (!rest.addresses().isEmpty()) {
            if (rest.addresses().isAny()) {
                texts.add("any");
            } else {
                rest.addresses().prefixes().forEach(prefix -> texts.add(prefix.toString()));
            }
        }
        rest.names().forEach(name -> texts.add(name.toString()));
        return texts.stream().distinct().collect(ImmutableList.toImmutableList());
    }

    private static Peers minus(Peers all, Peers some) {
        List<OutsideName> names = new ArrayList<>(all.names());
        names.removeAll(some.names());
        return Peers.of(all.addresses().difference(some.addresses()), names);
    }

    /** A wide place is said as a whole, or but for a few hosts and prefixes of it. */
    private Optional<Peers> part(Place place, Peers peers, List<String> texts) {
        Optional<Peers> whole = wholly(place, peers, texts);
        AddressSet own = place.peers().addresses();
        if (whole.isPresent()
                || !own.intersects(peers.addresses())
                || !peers.names().containsAll(place.peers().names())) {
            return whole;
        }
        AddressSet exceptions = own.difference(peers.addresses());
        if (exceptions.size().shiftLeft(1).compareTo(own.size()) >= 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        AddressSet unnamed = exceptions;
        for (Place host : hosts) {
            AddressSet addresses = host.peers().addresses().intersection(own);
            if (!addresses.isEmpty() && exceptions.contains(addresses)) {
                unnamed = unnamed.difference(addresses);
                names.add(Shown.plain(host.name()));
            }
        }
        unnamed.prefixes().forEach(prefix -> names.add(prefix.toString()));
        if (names.size() > MOST_EXCEPTIONS) {
            return Optional.empty();
        }
        texts.add(Shown.plain(place.name()) + " (but " + String.join(", ", names) + ")");
        return Optional.of(Peers.of(own.difference(exceptions), place.peers().names()));
    }

    /** Says a place if the peers have all of it, or all of it that is of one family. */
    private Optional<Peers> wholly(Place place, Peers peers, List<String> texts) {
        String name = Shown.plain(place.name());
        Peers own = place.peers();
        AddressSet ipv4 = own.addresses().ipv4();
        AddressSet ipv6 = own.addresses().ipv6();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (peers.contains(own)) {
            texts.add(name + addresses(place, own.addresses()));
            return Optional.of(own);
        }
        if (!ipv4.isEmpty() && peers.contains(ipv4)) {
            texts.add(moved.contains(place.name()) ? name + addresses(place, ipv4) : name + " (IPv4)");
            return Optional.of(Peers.of(ipv4));
        }
        if (!ipv6.isEmpty() && peers.contains(ipv6)) {
            texts.add(moved.contains(place.name()) ? name + addresses(place, ipv6) : name + " (IPv6)");
            return Optional.of(Peers.of(ipv6));
        }
        return Optional.empty();
    }

    /** Returns the addresses of a place whose name does not tell them. */
    private String addresses(Place place, AddressSet addresses) {
        return moved.contains(place.name()) && !addresses.isEmpty()
                ? " (" + addresses.toString().replace(",", ", ") + ")"
                : "";
    }
}
