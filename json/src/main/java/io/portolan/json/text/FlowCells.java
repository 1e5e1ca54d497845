package io.portolan.json.text;

import com.google.common.base.Joiner;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortTransport;
import io.portolan.site.ResolvedFlow;

/** What the cells of a flow say, the same in every format. */
public final class FlowCells {
    private FlowCells() {}

    /**
     * Returns the protocol of a flow.
     *
     * @param flow a flow
     * @return {@code tcp}, {@code udp} or {@code icmp}, and {@code ip:} with the number for any other protocol
     */
    public static String protocol(Flow flow) {
        return protocol(flow.protocol());
    }

    /**
     * Returns a protocol.
     *
     * @param protocol a protocol
     * @return {@code tcp}, {@code udp} or {@code icmp}, and {@code ip:} with the number for any other protocol
     */
    public static String protocol(IpProtocol protocol) {
        return protocol.hasPorts() || protocol == IpProtocol.ICMP ? protocol.toString() : "ip:" + protocol.number();
    }

    /**
     * Returns the ports as a document states them.
     *
     * @param flow a flow
     * @return the notation of {@link PortSpec#toString()}, empty where there are none
     */
    public static String ports(Flow flow) {
        return flow.ports().map(PortSpec::toString).orElse("");
    }

    /**
     * Returns the ports of a site in numbers.
     *
     * @param resolved a flow as it is at a site
     * @return ports, empty where there are none
     */
    public static String ports(ResolvedFlow resolved) {
        return resolved.transport() instanceof PortTransport transport
                ? transport.destinationPorts().toString()
                : "";
    }

    /**
     * Returns the conditions, joined by semicolons.
     *
     * @param flow a flow
     * @return conditions, joined by semicolons
     */
    public static String conditions(Flow flow) {
        return Joiner.on(';').join(flow.conditions());
    }

    /**
     * Returns the identifier of the setting that decides the port, empty where there is none.
     *
     * @param flow a flow
     * @return an identifier, empty where there is none
     */
    public static String setting(Flow flow) {
        return flow.setting().map(PortSetting::id).orElse("");
    }

    /**
     * Returns the conditions in words, such as "if RD Web Access is deployed".
     *
     * @param flow a flow
     * @return words, empty where there are no conditions
     */
    public static String conditionsInWords(Flow flow) {
        StringBuilder words = new StringBuilder();
        for (Condition condition : flow.conditions()) {
            words.append(words.length() == 0 ? "" : " and ").append(condition.phrase());
        }
        return words.toString();
    }
}
