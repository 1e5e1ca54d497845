package io.portolan.cli;

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
final class RuleCells {
    static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "sources", "destinations", "protocol", "ports", "sourcePorts", "icmpType", "icmpCode", "causes");

    private RuleCells() {}

    /** Returns the cells of a rule, in the order of the columns. */
    static List<String> of(Rule rule) {
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

    /** Returns the destination ports, empty where there are none. */
    static String ports(Transport transport) {
        return transport instanceof PortTransport ports
                ? ports.destinationPorts().toString()
                : "";
    }

    /** Returns the source ports, empty where they do not matter. */
    static String sourcePorts(Transport transport) {
        return transport instanceof PortTransport ports && !ports.sourcePorts().equals(PortSet.all())
                ? ports.sourcePorts().toString()
                : "";
    }

    static OptionalInt icmpType(Transport transport) {
        return transport instanceof IcmpTransport icmp ? icmp.type() : OptionalInt.empty();
    }

    static OptionalInt icmpCode(Transport transport) {
        return transport instanceof IcmpTransport icmp ? icmp.code() : OptionalInt.empty();
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
