package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The symbol "whatever port is allocated on the listening host", which a site binds to numbers.
 *
 * <p>A catalog speaks of allocated ports; {@link DynamicPorts} are the numbers of a site to which they are bound. The names
 * are far apart on purpose: a flow to allocated ports has no numbers yet.
 *
 * <p>Mostly RPC allocates them: see {@link PortSpec#rpcDynamic()}. The {@link #owner()} tells who does, for a site can
 * narrow the ports of RPC and leave those of other programs as they are.
 *
 * <p>Where a document prints numbers for the symbol, they are kept as what it said. They do not bind: a host whose range
 * was changed listens where it was told to.
 */
public final class AllocatedPorts implements PortSpec {
    static final AllocatedPorts UNSTATED = new AllocatedPorts(Owner.RPC, null, null);
    private static final AllocatedPorts OF_HOST = new AllocatedPorts(Owner.HOST, null, null);

    private final Owner owner;
    private final @Nullable RpcService rpcService;
    private final @Nullable PortSet stated;

    private AllocatedPorts(Owner owner, @Nullable RpcService rpcService, @Nullable PortSet stated) {
        checkArgument(stated == null || !stated.isEmpty(), "a flow needs at least one port, but the set is empty");
        this.owner = owner;
        this.rpcService = rpcService;
        this.stated = stated;
    }

    /** Who hands out the ports of a dynamic range. */
    public enum Owner {
        /** RPC: the dynamic range of the host, or the ports to which the host narrowed RPC alone. */
        RPC,
        /** The host, to any program that asks for a port, such as a TFTP server for its answers. */
        HOST,
        /** The product, from a range of its own, which is not the default range of its host. */
        PRODUCT
    }

    static AllocatedPorts stated(PortSet stated) {
        return new AllocatedPorts(Owner.RPC, null, stated);
    }

    /**
     * Returns the dynamic range of the listening host, handed out to a program other than RPC.
     *
     * @return the symbol
     */
    public static AllocatedPorts ofHost() {
        return OF_HOST;
    }

    /**
     * Returns the dynamic range of the listening host, handed out to a program other than RPC, with the numbers that the
     * document prints.
     *
     * @param stated the numbers as printed
     * @return the symbol with its printed numbers
     * @throws IllegalArgumentException if the set is empty
     */
    public static AllocatedPorts ofHost(PortSet stated) {
        return new AllocatedPorts(Owner.HOST, null, stated);
    }

    /**
     * Returns a range that the product keeps itself. What a site says of its hosts in general does not bind it; what it
     * says of the listener does.
     *
     * @param stated the numbers as printed
     * @return the symbol with its printed numbers
     * @throws IllegalArgumentException if the set is empty
     */
    public static AllocatedPorts ofProduct(PortSet stated) {
        return new AllocatedPorts(Owner.PRODUCT, null, stated);
    }

    /**
     * Returns the same range for a service that can be given one fixed port instead.
     *
     * @param service the service that listens
     * @return the range of that service
     * @throws IllegalArgumentException if the ports are not handed out by RPC
     */
    public AllocatedPorts of(RpcService service) {
        checkArgument(owner == Owner.RPC, "%s is an RPC service, but the range is not of RPC", service.title());
        return new AllocatedPorts(owner, service, stated);
    }

    /**
     * Returns who hands out the ports.
     *
     * @return {@link Owner#RPC} unless the document means another
     */
    public Owner owner() {
        return owner;
    }

    /**
     * Returns the service that listens, if it can be given one fixed port instead of a port of the range.
     *
     * @return the service, empty for all others
     */
    public Optional<RpcService> rpcService() {
        return Optional.ofNullable(rpcService);
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

    /** Tells whether the other object is the dynamic range of the same owner and service with the same printed numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllocatedPorts that
                && owner == that.owner
                && rpcService == that.rpcService
                && Objects.equals(stated, that.stated);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(stated);
    }

    /** Returns the numbers where the document prints them, or else {@code rpc-dynamic}, or {@code dynamic} of the host. */
    @Override
    public String toString() {
        if (stated != null) {
            return stated.toString();
        }
        return owner == Owner.RPC ? "rpc-dynamic" : "dynamic";
    }
}
