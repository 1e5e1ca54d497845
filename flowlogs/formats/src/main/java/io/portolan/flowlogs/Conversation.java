package io.portolan.flowlogs;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Packet;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.matcher.Orientation;
import java.util.Optional;

/**
 * Traffic from one address to another over one protocol and port.
 *
 * @param source who opened it
 * @param destination to whom
 * @param protocol the number of the protocol
 * @param selector the destination port, or type and code of ICMP, or 0
 * @param guessed whether nothing but the ports told who opened it: then the lower port is taken for that of the service
 */
public record Conversation(Address source, Address destination, int protocol, int selector, boolean guessed) {
    /** Returns the conversation of a record. */
    static Conversation of(FlowRecord record) {
        boolean guessed = record.orientation() == Orientation.EITHER;
        return isTurned(record)
                ? new Conversation(
                        record.destination(), record.source(), record.protocol(), record.sourcePort(), guessed)
                : new Conversation(
                        record.source(), record.destination(), record.protocol(), record.selector(), guessed);
    }

    /**
     * Tells whether a record is taken for one of the way back. Where it does not tell who opened it, the lower port is the
     * service's.
     */
    static boolean isTurned(FlowRecord record) {
        return switch (record.orientation()) {
            case QUESTION -> false;
            case ANSWER -> true;
            case EITHER ->
                FlowRecord.hasPorts(record.protocol())
                        && record.sourcePort() >= 0
                        && (record.selector() < 0 || record.sourcePort() < record.selector());
        };
    }

    /** Returns the packet that opened it; empty if its port or type of ICMP is not known. */
    Optional<Packet> packet() {
        if (selector < 0) {
            return Optional.empty();
        }
        Transport transport = switch (protocol) {
            case 6 -> Transport.tcp(PortSet.of(selector));
            case 17 -> Transport.udp(PortSet.of(selector));
            case 1 -> Transport.icmp(selector / 256, selector % 256);
            case 58 -> Transport.icmpV6(selector / 256, selector % 256);
            default -> Transport.ip(IpProtocol.of(protocol));
        };
        boolean fits = protocol != (source.family() == AddressFamily.IPV4 ? 58 : 1);
        return fits ? Optional.of(Packet.of(source.toString(), destination.toString(), transport)) : Optional.empty();
    }

    /** Returns source, destination, protocol and port in one line. */
    @Override
    public String toString() {
        return source + " -> " + destination + ": " + protocol + "/" + selector;
    }
}
