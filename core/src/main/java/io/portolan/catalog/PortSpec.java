package io.portolan.catalog;

import io.portolan.net.PortSet;

/**
 * Destination ports as a document states them: {@link FixedPorts numbers}, a {@link PortSetting setting} that a site
 * chooses, or the {@link AllocatedPorts dynamic range} that a host hands out.
 *
 * <p>Numbers, a choice between numbers, "whatever the host hands out" and "not told" stay four different things until a
 * site's answers bind them.
 */
public sealed interface PortSpec permits FixedPorts, PortSetting, AllocatedPorts {
    /**
     * Returns ports in numbers.
     *
     * @param ports at least one port
     * @return the specification
     * @throws IllegalArgumentException if the set is empty
     */
    static FixedPorts of(PortSet ports) {
        return ImmutableFixedPorts.of(ports);
    }

    /**
     * Returns ports in numbers.
     *
     * @param first a port, 0 to 65535
     * @param others more ports
     * @return the specification
     * @throws IllegalArgumentException if a port is out of range
     */
    static FixedPorts of(int first, int... others) {
        return of(PortSet.of(first, others));
    }

    /**
     * Returns the dynamic range of the listening host, for which the document gives no numbers.
     *
     * @return the symbol
     */
    static AllocatedPorts rpcDynamic() {
        return AllocatedPorts.UNSTATED;
    }

    /**
     * Returns the dynamic range of the listening host, for which the document prints numbers.
     *
     * @param stated the numbers as printed
     * @return the symbol with its printed numbers
     * @throws IllegalArgumentException if the set is empty
     */
    static AllocatedPorts rpcDynamic(PortSet stated) {
        return AllocatedPorts.stated(stated);
    }

    /**
     * Returns the ports to expect where a site has not said otherwise: the numbers, the default and the documented
     * alternatives of a setting, and for the dynamic range the printed numbers or else the default of current Windows
     * (49152-65535). Look-ups by port go by these.
     *
     * @return the ports; empty for a setting for which the document gives no number
     */
    PortSet expected();

    /**
     * Returns the ports in the notation of the exports.
     *
     * @return {@code 80,443} for numbers; {@code 80|8530} for alternatives; {@code rpc-dynamic} for the dynamic range
     *     of RPC without numbers, {@code dynamic} for that of another program; {@code ?} for a setting without a number
     */
    @Override
    String toString();
}
