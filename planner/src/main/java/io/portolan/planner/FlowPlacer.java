package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.SameHost;
import io.portolan.planner.LeftOut.Reason;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Plane;
import io.portolan.planner.packets.Shape;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.WaitingFlow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds the places of the endpoints of flows. */
final class FlowPlacer {
    private final Topology topology;
    private final ImmutableList<Deployment> deployments;
    private final Map<Placement, Set<Place>> placed = new LinkedHashMap<>();
    /** Explanations ask from several threads. */
    private final Map<Placement, Peers> peers = new ConcurrentHashMap<>();

    private final ImmutableList.Builder<PlacedFlow> flows = ImmutableList.builder();
    private final ImmutableList.Builder<LeftOut> leftOut = ImmutableList.builder();

    FlowPlacer(Topology topology, ImmutableList<Deployment> deployments) {
        this.topology = topology;
        this.deployments = deployments;
        checkNames();
        for (Place place : topology.places()) {
            for (Placement placement : place.placements()) {
                placed.computeIfAbsent(owner(place, placement), first -> new LinkedHashSet<>())
                        .add(place);
            }
        }
    }

    private void checkNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Deployment deployment : deployments) {
            if (!names.add(deployment.name())) {
                throw new IllegalArgumentException("two deployments are called " + deployment.name());
            }
        }
    }

    /** A role belongs to one deployment, whether or not the topology says to which. */
    private Placement owner(Place place, Placement placement) {
        String where = "place " + place.name() + ": ";
        if (placement.deployment().isPresent()) {
            String name = placement.deployment().get();
            Deployment deployment = deployments.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            where + "there is no deployment " + name + "; the plan has " + deployments));
            if (placement.endpoint() instanceof ProductRole role && !has(deployment, role)) {
                throw new IllegalArgumentException(where + "deployment " + name + " has no role " + role.id()
                        + "; it is of " + deployment.resolution().catalog().title());
            }
            return placement;
        }
        if (!(placement.endpoint() instanceof ProductRole role)) {
            return placement;
        }
        List<Deployment> owners =
                deployments.stream().filter(each -> has(each, role)).toList();
        if (owners.size() != 1) {
            throw new IllegalArgumentException(where + "the role " + role.id() + " is of "
                    + (owners.isEmpty()
                            ? "no deployment of the plan; it has " + deployments + ", so resolve its catalog, too"
                            : "several deployments, " + owners + "; say of which"));
        }
        return new Placement(Optional.of(owners.get(0).name()), role);
    }

    private static boolean has(Deployment deployment, ProductRole role) {
        return deployment.resolution().catalog().roles().contains(role);
    }

    void run() {
        for (Deployment deployment : deployments) {
            for (ResolvedFlow resolved : deployment.resolution().flows()) {
                place(deployment, resolved);
            }
            for (WaitingFlow waiting : deployment.resolution().waiting()) {
                Flow flow = waiting.flow();
                if (isPlaced(deployment, flow.source()) && isPlaced(deployment, flow.destination())) {
                    leaveOut(deployment, flow, Reason.OPEN_QUESTION, "the site has to say " + waiting.decisions());
                }
            }
        }
    }

    ImmutableList<PlacedFlow> flows() {
        return flows.build();
    }

    ImmutableList<LeftOut> leftOut() {
        return leftOut.build();
    }

    private void place(Deployment deployment, ResolvedFlow resolved) {
        Flow flow = resolved.flow();
        if (flow.source() instanceof SameHost || flow.destination() instanceof SameHost) {
            leaveOut(deployment, flow, Reason.SAME_HOST, "it stays on its host");
            return;
        }
        if (!isPlaced(deployment, flow.source()) || !isPlaced(deployment, flow.destination())) {
            List<String> missing = Stream.of(flow.source(), flow.destination())
                    .filter(endpoint -> !isPlaced(deployment, endpoint))
                    .map(Endpoint::id)
                    .distinct()
                    .toList();
            leaveOut(
                    deployment,
                    flow,
                    Reason.NOT_PLACED,
                    String.join(" and ", missing)
                            + (missing.size() == 1
                                    ? " is not placed; add it to the topology to get its rules"
                                    : " are not placed; add them to the topology to get their rules"));
            return;
        }
        if (flow.cast() != Cast.UNICAST && flow.cast() != Cast.DIRECTED_BROADCAST) {
            leaveOut(
                    deployment,
                    flow,
                    Reason.NOT_UNICAST,
                    "it is sent by " + flow.cast().id()
                            + ", which routers do not pass on; where a relay or the firewall"
                            + " of a host has to, allow it there");
            return;
        }
        placeBetween(deployment, resolved);
    }

    private void placeBetween(Deployment deployment, ResolvedFlow resolved) {
        Flow flow = resolved.flow();
        Set<Place> sources = places(deployment, flow.source());
        Set<Place> destinations = places(deployment, flow.destination());
        Peers from = withoutOnly(destinations, sources, peers(deployment, flow.source()));
        Peers to = withoutOnly(sources, destinations, peers(deployment, flow.destination()));
        Box box = new Box(from, to, Shape.of(resolved.transport()));
        Set<Plane> within = EnumSet.noneOf(Plane.class);
        boolean crosses = false;
        for (Plane plane : Plane.values()) {
            Box inside = box.in(plane);
            if (plane.has(box.shape().protocol()) && !inside.isEmpty()) {
                if (topology.isOneHost(inside)) {
                    within.add(plane);
                } else {
                    crosses = true;
                }
            }
        }
        if (crosses) {
            flows.add(new PlacedFlow(new Cause(deployment.name(), resolved), box));
        } else if (!namesWithoutAddress(sources, destinations).isEmpty()) {
            List<String> names = namesWithoutAddress(sources, destinations);
            leaveOut(
                    deployment,
                    flow,
                    Reason.NO_ADDRESS,
                    names + (names.size() == 1 ? " has no address" : " have no addresses")
                            + "; add addresses to get the rules");
        } else if (!within.isEmpty() || (box.isEmpty() && sources.equals(destinations))) {
            List<String> names = sources.stream()
                    .filter(place -> within.isEmpty()
                            || within.stream()
                                    .anyMatch(plane -> !plane.of(place.peers()).isEmpty()))
                    .map(Place::name)
                    .sorted()
                    .toList();
            leaveOut(deployment, flow, Reason.SAME_HOST, "both of its ends are on " + names + " alone");
        } else {
            leaveOut(
                    deployment,
                    flow,
                    Reason.NO_COMMON_FAMILY,
                    flow.source().id() + " and " + flow.destination().id()
                            + " have no addresses of a family that both have and " + resolved.transport() + " uses");
        }
    }

    /** Returns the places without addresses on whose account a flow that could leave its host has no rule. */
    private static List<String> namesWithoutAddress(Set<Place> sources, Set<Place> destinations) {
        boolean isBetweenAddresses = sources.stream()
                .filter(place -> !place.peers().isEmpty())
                .anyMatch(source -> destinations.stream()
                        .anyMatch(destination -> !destination.equals(source)
                                && !destination.peers().isEmpty()));
        Set<Place> both = new LinkedHashSet<>(sources);
        both.addAll(destinations);
        if (isBetweenAddresses || both.size() < 2) {
            return List.of();
        }
        return both.stream()
                .filter(place -> place.peers().isEmpty())
                .map(Place::name)
                .sorted()
                .toList();
    }

    /**
     * Where the one peer is a single host, packets from that host to itself are no part of the flow. No hole is cut into a
     * network for that: its prefixes would be many, and the hole would shut out nobody.
     */
    private static Peers withoutOnly(Set<Place> others, Set<Place> own, Peers peers) {
        if (others.size() != 1 || !own.containsAll(others)) {
            return peers;
        }
        Place only = others.iterator().next();
        if (only.kind() != Place.Kind.HOST) {
            return peers;
        }
        AddressSet alone = only.peers().addresses();
        for (Place place : own) {
            if (place.kind() != Place.Kind.HOST) {
                alone = alone.difference(place.peers().addresses());
            }
        }
        return Peers.of(peers.addresses().difference(alone), peers.names());
    }

    private boolean isPlaced(Deployment deployment, Endpoint endpoint) {
        return !places(deployment, endpoint).isEmpty()
                || !peers(deployment, endpoint).isEmpty();
    }

    private Set<Place> places(Deployment deployment, Endpoint endpoint) {
        return places(deployment.name(), endpoint);
    }

    /** The places of an endpoint: those of its deployment, if it has any, or those of all. */
    Set<Place> places(String deployment, Endpoint endpoint) {
        Set<Place> own = placed.get(new Placement(Optional.of(deployment), endpoint));
        if (own != null) {
            return own;
        }
        return placed.getOrDefault(new Placement(Optional.empty(), endpoint), Set.of());
    }

    Peers peers(Deployment deployment, Endpoint endpoint) {
        return peers.computeIfAbsent(new Placement(Optional.of(deployment.name()), endpoint), key -> {
            Set<Place> places = places(deployment, endpoint);
            return places.isEmpty() && endpoint instanceof OutsideSite site ? documented(site) : union(places);
        });
    }

    private static Peers union(Set<Place> places) {
        AddressSet.Builder addresses = AddressSet.builder();
        List<OutsideName> names = new ArrayList<>();
        for (Place place : places) {
            addresses.addAll(place.peers().addresses());
            names.addAll(place.peers().names());
        }
        return Peers.of(addresses.build(), names);
    }

    /** An outside site that the topology does not place is where its document says. */
    private static Peers documented(OutsideSite site) {
        Peers peers = Peers.none();
        if (site.address().isPresent()) {
            peers = peers.union(Peers.parse(site.address().get()));
        }
        if (site.serviceTag().isPresent()) {
            peers = peers.union(
                    Peers.of(OutsideName.serviceTag(site.serviceTag().get())));
        }
        return peers;
    }

    private void leaveOut(Deployment deployment, Flow flow, Reason reason, String detail) {
        leftOut.add(new LeftOut(deployment.name(), flow, reason, detail));
    }
}
