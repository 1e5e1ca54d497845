package io.portolan.json.text;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Cause;
import io.portolan.planner.Rule;
import java.util.List;
import java.util.OptionalInt;

/** What the cells of a rule say in CSV, and its properties in JSON. */
public final class RuleCells {
    /** The names of the columns. */
    public static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "sources", "destinations", "protocol", "ports", "sourcePorts", "icmpType", "icmpCode", "causes");

    private RuleCells() {}

    /**
     * Returns the cells of a rule.
     *
     * @param rule a rule
     * @return its cells, in the order of the columns
     */
    public static List<String> of(Rule rule) {
        Transport transport = rule.transport();
        return List.of(
                rule.sources().toString(),
                rule.destinations().toString(),
                FlowCells.protocol(transport.protocol()),
                ports(transport),
                sourcePorts(transport),
                text(icmpType(transport)),
                text(icmpCode(transport)),
                Joiner.on(';').join(rule.causes().stream().map(Cause::id).toList()));
    }

    /**
     * Returns the destination ports.
     *
     * @param transport a transport
     * @return ports, empty where there are none
     */
    public static String ports(Transport transport) {
        return transport instanceof PortTransport ports
                ? ports.destinationPorts().toString()
                : "";
    }

    /**
     * Returns the source ports.
     *
     * @param transport a transport
     * @return ports, empty where they do not matter
     */
    public static String sourcePorts(Transport transport) {
        return transport instanceof PortTransport ports && !ports.sourcePorts().equals(PortSet.all())
                ? ports.sourcePorts().toString()
                : "";
    }

    /**
     * Returns the type of ICMP.
     *
     * @param transport a transport
     * @return a number 0-255, empty where there is none
     */
    public static OptionalInt icmpType(Transport transport) {
        return transport instanceof IcmpTransport icmp ? icmp.type() : OptionalInt.empty();
    }

    /**
     * Returns the code of ICMP.
     *
     * @param transport a transport
     * @return a number 0-255, empty where there is none
     */
    public static OptionalInt icmpCode(Transport transport) {
        return transport instanceof IcmpTransport icmp ? icmp.code() : OptionalInt.empty();
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
