package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortTransport;
import io.portolan.site.ResolvedFlow;

/** What the cells of a flow say, the same in every format. */
final class FlowCells {
    private FlowCells() {}

    /** Returns {@code tcp}, {@code udp} or {@code icmp}, and {@code ip:} with the number for any other protocol. */
    static String protocol(Flow flow) {
        return protocol(flow.protocol());
    }

    static String protocol(IpProtocol protocol) {
        return protocol.hasPorts() || protocol == IpProtocol.ICMP ? protocol.toString() : "ip:" + protocol.number();
    }

    /** Returns the ports in the notation of {@link PortSpec#toString()}, empty where there are none. */
    static String ports(Flow flow) {
        return flow.ports().map(PortSpec::toString).orElse("");
    }

    /** Returns the ports of a site in numbers, empty where there are none. */
    static String ports(ResolvedFlow resolved) {
        return resolved.transport() instanceof PortTransport transport
                ? transport.destinationPorts().toString()
                : "";
    }

    /** Returns the conditions, joined by semicolons. */
    static String conditions(Flow flow) {
        return Joiner.on(';').join(flow.conditions());
    }

    /** Returns the identifier of the setting that decides the port, empty where there is none. */
    static String setting(Flow flow) {
        return flow.setting().map(PortSetting::id).orElse("");
    }

    /** Returns the conditions in words, such as "if RD Web Access is deployed"; empty where there are none. */
    static String conditionsInWords(Flow flow) {
        StringBuilder words = new StringBuilder();
        for (Condition condition : flow.conditions()) {
            words.append(words.length() == 0 ? "" : " and ").append(condition.phrase());
        }
        return words.toString();
    }
}
