package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The symbol "whatever port RPC hands out on the listening host", bound to numbers by the site.
 *
 * <p>Where a document prints numbers for it, they are kept as what it said. They do not bind: a host whose range was
 * changed listens where it was told to. See {@link PortSpec#rpcDynamic()} and {@link DynamicPorts}.
 */
public final class DynamicRange implements PortSpec {
    static final DynamicRange UNSTATED = new DynamicRange(null);

    private final @Nullable PortSet stated;

    private DynamicRange(@Nullable PortSet stated) {
        this.stated = stated;
    }

    static DynamicRange stated(PortSet stated) {
        checkArgument(!stated.isEmpty(), "a flow needs at least one port, but the set is empty");
        return new DynamicRange(stated);
    }

    /**
     * Returns the numbers that the document prints.
     *
     * @return the ports as printed, empty where the document only names the range
     */
    public Optional<PortSet> stated() {
        return Optional.ofNullable(stated);
    }

    @Override
    public PortSet expected() {
        return stated == null ? DynamicPorts.MODERN.ports() : stated;
    }

    /** Tells whether the other object is the dynamic range with the same printed numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DynamicRange that && stated().equals(that.stated());
    }

    @Override
    public int hashCode() {
        return stated().hashCode();
    }

    /** Returns {@code rpc-dynamic}, or the numbers where the document prints them. */
    @Override
    public String toString() {
        return stated == null ? "rpc-dynamic" : stated.toString();
    }
}
