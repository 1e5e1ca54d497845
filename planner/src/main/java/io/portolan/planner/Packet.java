package io.portolan.planner;

import io.portolan.internal.Excerpts;
import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import io.portolan.net.IpTransport;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Plane;
import io.portolan.planner.packets.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One packet, as a firewall sees it: source, destination, and what it is. */
public final class Packet {
    private final Peers source;
    private final Peers destination;
    private final Shape shape;
    private final Transport transport;

    private Packet(Peers source, Peers destination, Transport transport, Shape shape) {
        this.source = source;
        this.destination = destination;
        this.transport = transport;
        this.shape = shape;
    }

    /**
     * Returns a packet. One from all ports, as {@link Transport#tcp} makes it, is allowed only if its source port does not
     * matter.
     *
     * @param source an address, such as {@code 10.0.0.5}
     * @param destination an address, or a name such as {@code login.example.com} or {@code tag:AzureCloud}
     * @param transport TCP or UDP to one port, ICMP of one type, or another protocol
     * @return the packet
     * @throws IllegalArgumentException if source or destination is more than one address, the families differ, or are not
     *     that of ICMP, or the transport is more than one port or ICMP of any type
     */
    public static Packet of(String source, String destination, Transport transport) {
        Peers from = peer("source", source);
        Peers to = peer("destination", destination);
        if (from.addresses().ipv4().isEmpty() != to.addresses().ipv4().isEmpty()
                && from.names().isEmpty()
                && to.names().isEmpty()) {
            throw new IllegalArgumentException(
                    "no packet goes from " + from + " to " + to + ": one is IPv4 and the other IPv6");
        }
        checkFamily(from, to, transport);
        Shape shape = Shape.of(transport);
        boolean one = transport instanceof PortTransport ports
                ? ports.destinationPorts().size() == 1
                        && (ports.sourcePorts().size() == 1
                                || ports.sourcePorts().equals(PortSet.all()))
                : transport instanceof IpTransport || !shape.selectors().isAll();
        if (!one) {
            throw new IllegalArgumentException(
                    "not the transport of one packet: " + transport + "; expected one port, or one type of ICMP");
        }
        return new Packet(from, to, transport, shape);
    }

    /** ICMP has a protocol of its own in each family. */
    private static void checkFamily(Peers from, Peers to, Transport transport) {
        for (Plane plane : Plane.values()) {
            boolean inside = !plane.of(from).isEmpty() && !plane.of(to).isEmpty();
            if (inside && plane.has(transport.protocol())) {
                return;
            }
        }
        throw new IllegalArgumentException("no packet of " + transport.protocol() + " goes from " + from + " to " + to
                + ": it is of " + (transport.protocol() == IpProtocol.ICMP ? "IPv4" : "IPv6") + " alone");
    }

    private static Peers peer(String end, String text) {
        try {
            Peers peer = Peers.parse(text);
            boolean one = peer.addresses().isEmpty()
                    ? peer.names().size() == 1
                    : peer.names().isEmpty() && isOne(peer.addresses());
            if (one) {
                return peer;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(end + " of a packet: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                end + " of a packet: " + Excerpts.quote(text) + " is not one address or name");
    }

    private static boolean isOne(AddressSet addresses) {
        AddressRange first = addresses.ranges().get(0);
        return addresses.ranges().size() == 1 && first.first().equals(first.last());
    }

    /** Returns one of the packets of a rule's peers and transport, the first of each. */
    static Packet witness(Box box) {
        Transport transport = box.shape()
                .with(
                        box.shape().sourcePorts().isAll()
                                ? NumberSet.all()
                                : NumberSet.of(box.shape().sourcePorts().first()),
                        NumberSet.of(box.shape().selectors().first()))
                .transports()
                .get(0);
        return new Packet(first(box.sources()), first(box.destinations()), transport, Shape.of(transport));
    }

    private static Peers first(Peers peers) {
        return peers.addresses().isEmpty()
                ? Peers.of(peers.names().first())
                : Peers.of(AddressSet.of(peers.addresses().ranges().get(0).firstAlone()));
    }

    /**
     * Returns where the packet comes from.
     *
     * @return one address or name
     */
    public Peers source() {
        return source;
    }

    /**
     * Returns where the packet goes.
     *
     * @return one address or name
     */
    public Peers destination() {
        return destination;
    }

    /**
     * Returns what the packet is.
     *
     * @return the transport
     */
    public Transport transport() {
        return transport;
    }

    /** Tells whether both ends are addresses rather than names. */
    boolean isBetweenAddresses() {
        return source.names().isEmpty() && destination.names().isEmpty();
    }

    /** Returns the verdict of a matcher on a packet between addresses. */
    int verdict(PolicyMatcher matcher) {
        Address from = source.addresses().ranges().get(0).firstAddress();
        Address to = destination.addresses().ranges().get(0).firstAddress();
        int protocol = shape.protocol().number();
        int sourcePort = shape.sourcePorts().isAll() ? -1 : shape.sourcePorts().first();
        int selector = shape.selectors().first();
        return from.family() == AddressFamily.IPV4
                ? matcher.verdict((int) from.low(), (int) to.low(), protocol, sourcePort, selector)
                : matcher.verdict(from.high(), from.low(), to.high(), to.low(), protocol, sourcePort, selector);
    }

    boolean isIn(Box box) {
        return box.shape().contains(shape) && isFrom(box.sources()) && isTo(box.destinations());
    }

    boolean isFrom(Peers sources) {
        return isIn(source, sources);
    }

    boolean isTo(Peers destinations) {
        return isIn(destination, destinations);
    }

    private static boolean isIn(Peers one, Peers many) {
        if (many.contains(one)) {
            return true;
        }
        for (OutsideName name : one.names()) {
            for (OutsideName pattern : many.names()) {
                if (pattern.covers(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    Shape shape() {
        return shape;
    }

    /** Tells whether the other object is a packet with the same ends and transport. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Packet that
                && source.equals(that.source)
                && destination.equals(that.destination)
                && transport.equals(that.transport);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, destination, transport);
    }

    /** Returns source, destination and transport in one line. */
    @Override
    public String toString() {
        return source + " -> " + destination + ": " + transport;
    }
}
