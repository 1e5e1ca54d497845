package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.portolan.internal.Excerpts;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * The ports that a Windows host hands out when a service asks for "any port": the dynamic range, bound to numbers.
 *
 * <p>An RPC client asks the endpoint mapper on TCP 135 and then connects to the port that it answers. Which ports those
 * are is a setting of the host that <em>listens</em>, not of the product, so catalogs name the range by a symbol and a
 * site binds it:
 *
 * <ul>
 *   <li>{@link #MODERN} 49152-65535, the default since Windows Vista and Server 2008;
 *   <li>{@link #LEGACY} 1025-5000, the default of Windows 2000, XP and Server 2003;
 *   <li>{@link #MIXED}, both, where hosts of both kinds listen;
 *   <li>{@link #of(int, int)}, a range of the whole host, as {@code netsh int ipv4 set dynamicport} sets it;
 *   <li>{@link #rpcOnly(PortSet)}, ports for RPC alone, as the registry key {@code Rpc\Internet} sets them.
 * </ul>
 *
 * <p>Windows keeps a range for TCP and one for UDP, over IPv4 and over IPv6; this is one of them. RPC uses TCP.
 *
 * <p>What Windows refuses is refused here. What Microsoft only advises against is allowed and told by {@link #advice()}.
 *
 * <p>Sources: Microsoft KB 832017 and KB 929851 (ranges, rules of {@code netsh}), KB 154596 (registry, advice).
 */
public final class DynamicPorts {
    /** 49152-65535: Windows Vista, Windows Server 2008 and later. */
    public static final DynamicPorts MODERN = new DynamicPorts(PortSet.ofRange(49_152, 65_535), false);

    /** 1025-5000: Windows 2000, Windows XP and Windows Server 2003. */
    public static final DynamicPorts LEGACY = new DynamicPorts(PortSet.ofRange(1025, 5000), false);

    /** Both ranges, for an estate of hosts of both kinds: 1025-5000 and 49152-65535. */
    public static final DynamicPorts MIXED = new DynamicPorts(MODERN.ports.union(LEGACY.ports()), false);

    private static final String RPC_PREFIX = "rpc:";
    private static final int LOWEST_START = 1025;
    private static final int FEWEST = 255;

    private final PortSet ports;
    private final boolean rpcOnly;

    private DynamicPorts(PortSet ports, boolean rpcOnly) {
        this.ports = ports;
        this.rpcOnly = rpcOnly;
    }

    /** What Microsoft advises against, though Windows accepts it. */
    public enum Advice {
        /** Fewer than 100 ports: a busy host can run out of them (KB 154596). */
        FEWER_THAN_100_PORTS("fewer than 100 ports; a busy host can run out of them"),
        /** Ports up to 5000, where other programs have their fixed ports (KB 154596). */
        STARTS_BELOW_5001("ports up to 5000 collide with fixed ports of other programs; start above 5000"),
        /** Both default ranges are open although each host uses one (KB 832017). */
        BOTH_GENERATIONS("both the legacy and the modern range; bind each host to its own to open less");

        private final String text;

        Advice(String text) {
            this.text = text;
        }

        /** Returns the advice in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Returns the dynamic range of a host, as {@code netsh int ipv4 set dynamicport tcp start=N num=R} sets it.
     *
     * @param first the first port, 1025 or above
     * @param last the last port, at most 65535 and at least {@code first + 254}
     * @return the range, equal to {@link #MODERN} or {@link #LEGACY} where it is the same ports
     * @throws IllegalArgumentException if Windows would refuse it: a start below 1025, an end above 65535, or fewer than
     *     255 ports
     */
    public static DynamicPorts of(int first, int last) {
        String refusal = "Windows refuses the dynamic range %s-%s: it must ";
        checkArgument(first >= LOWEST_START, refusal + "start at 1025 or above", first, last);
        checkArgument(last <= 65_535, refusal + "end at 65535 or below", first, last);
        long size = (long) last - first + 1;
        checkArgument(
                size >= FEWEST,
                refusal + "have 255 ports or more, not %s; RPC alone can have fewer, as in rpc:5001-5100",
                first,
                last,
                Math.max(0, size));
        return new DynamicPorts(PortSet.ofRange(first, last), false);
    }

    /**
     * Returns a dynamic range for RPC alone, as the values under the registry key {@code Rpc\Internet} set it. The rest
     * of the host keeps its own range.
     *
     * @param ports one port or more, of any number of ranges
     * @return the range
     * @throws IllegalArgumentException if the set is empty
     */
    public static DynamicPorts rpcOnly(PortSet ports) {
        checkArgument(!ports.isEmpty(), "RPC needs at least one port, but the set is empty");
        return new DynamicPorts(ports, true);
    }

    /**
     * Returns the dynamic range that a text states: {@code modern}, {@code legacy}, {@code mixed}, a range such as
     * {@code 50000-50999}, or {@code rpc:} and a port list such as {@code rpc:5001-5100,6000}.
     *
     * @param text the text
     * @return the dynamic range
     * @throws IllegalArgumentException if the text is anything else or Windows would refuse the range
     */
    public static DynamicPorts parse(String text) {
        return switch (text) {
            case "modern" -> MODERN;
            case "legacy" -> LEGACY;
            case "mixed" -> MIXED;
            default -> parseNumbers(text);
        };
    }

    private static DynamicPorts parseNumbers(String text) {
        try {
            if (text.startsWith(RPC_PREFIX)) {
                return rpcOnly(PortSet.parse(text.substring(RPC_PREFIX.length())));
            }
            PortRange range = PortRange.parse(text);
            return of(range.first(), range.last());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a dynamic range: " + Excerpts.quote(text)
                            + "; expected modern, legacy, mixed, a range such as 50000-50999, or rpc:5001-5100 ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    /**
     * Returns the ports.
     *
     * @return at least one port
     */
    public PortSet ports() {
        return ports;
    }

    /**
     * Tells whether the ports are for RPC alone, so that the host hands out others for everything else.
     *
     * @return true for what {@link #rpcOnly} made
     */
    public boolean isRpcOnly() {
        return rpcOnly;
    }

    /**
     * Returns what Microsoft advises against in this range.
     *
     * @return advice, empty for {@link #MODERN}
     */
    public ImmutableSet<Advice> advice() {
        EnumSet<Advice> advice = EnumSet.noneOf(Advice.class);
        if (ports.size() < 100) {
            advice.add(Advice.FEWER_THAN_100_PORTS);
        }
        if (ports.first() <= 5000) {
            advice.add(Advice.STARTS_BELOW_5001);
        }
        if (equals(MIXED)) {
            advice.add(Advice.BOTH_GENERATIONS);
        }
        return ImmutableSet.copyOf(advice);
    }

    /** Tells whether the other object is the same ports for the same purpose. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DynamicPorts that && ports.equals(that.ports) && rpcOnly == that.rpcOnly;
    }

    @Override
    public int hashCode() {
        return 31 * ports.hashCode() + Boolean.hashCode(rpcOnly);
    }

    /** Returns {@code modern}, {@code legacy}, {@code mixed}, or the ports in numbers; parses back. */
    @Override
    public String toString() {
        if (isRpcOnly()) {
            return RPC_PREFIX + ports();
        }
        if (equals(MODERN)) {
            return "modern";
        }
        if (equals(LEGACY)) {
            return "legacy";
        }
        return equals(MIXED) ? "mixed" : ports.toString();
    }
}
