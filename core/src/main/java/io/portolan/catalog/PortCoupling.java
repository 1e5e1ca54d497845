package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import java.util.OptionalInt;

/**
 * The rule that one setting decides another: where the first has one of certain ports, the second must have another.
 *
 * <p>It is either of one port and demands one, as "where HTTP is 80, HTTPS is 443"; or it is of every port but some, and
 * demands the port at a fixed distance, as "where HTTP is not 80, HTTPS is one above".
 *
 * @param when the setting that decides
 * @param ports its ports at which the rule holds
 * @param then the setting that is decided
 * @param offset how far above the port of the first setting that of the second must be; below if negative
 * @param citation where the document says so
 */
public record PortCoupling(PortSetting when, PortSet ports, PortSetting then, int offset, Citation citation) {
    /**
     * Makes a rule.
     *
     * @param when the setting that decides
     * @param ports its ports at which the rule holds
     * @param then the setting that is decided
     * @param offset how far above the port of the first setting that of the second must be; below if negative
     * @param citation where the document says so
     * @throws IllegalArgumentException if a setting is coupled with itself, or the rule holds for no port
     */
    public PortCoupling {
        checkNotNull(citation, "citation");
        checkArgument(!when.id().equals(then.id()), "setting %s is coupled with itself", when.id());
        checkArgument(!ports.isEmpty(), "the coupling of %s and %s holds for no port", when.id(), then.id());
    }

    /**
     * Returns the rule of one port.
     *
     * @param when the setting that decides
     * @param port its port
     * @param then the setting that is decided
     * @param required the port that it must have then
     * @param citation where the document says so
     * @return the rule
     * @throws IllegalArgumentException if a setting does not allow its port, or is coupled with itself
     */
    public static PortCoupling of(PortSetting when, int port, PortSetting then, int required, Citation citation) {
        checkAllowed(when, port);
        checkAllowed(then, required);
        return new PortCoupling(when, PortSet.of(port), then, required - port, citation);
    }

    private static void checkAllowed(PortSetting setting, int port) {
        checkArgument(
                setting.allowed().contains(port),
                "setting %s is coupled at port %s, but allows only %s",
                setting.id(),
                port,
                setting.allowed());
    }

    /**
     * Returns the rule that the second setting is at a fixed distance from the first.
     *
     * @param when the setting that decides
     * @param except its ports at which the rule does not hold, mostly none
     * @param then the setting that is decided
     * @param offset how far above the port of the first setting that of the second must be; below if negative
     * @param citation where the document says so
     * @return the rule
     * @throws IllegalArgumentException if a setting is coupled with itself, or the rule holds for no port
     */
    public static PortCoupling offset(
            PortSetting when, PortSet except, PortSetting then, int offset, Citation citation) {
        return new PortCoupling(when, when.allowed().difference(except), then, offset, citation);
    }

    /**
     * Returns the port that the second setting must have.
     *
     * @param port the port of the first setting
     * @return the port, which can be one that the second setting does not allow; empty if the rule does not hold for the port
     */
    public OptionalInt demandedFor(int port) {
        return ports.contains(port) ? OptionalInt.of(port + offset) : OptionalInt.empty();
    }

    /**
     * Returns the ports that the first setting can have, where the second has one of some.
     *
     * @param thenPorts the ports that the second setting can have
     * @return the ports at which the rule does not hold, and those that demand one of the ports given
     */
    public PortSet compatible(PortSet thenPorts) {
        PortSet.Builder demanding = PortSet.builder();
        for (PortRange range : thenPorts.ranges()) {
            int first = Math.max(0, range.first() - offset);
            int last = Math.min(65_535, range.last() - offset);
            if (first <= last) {
                demanding.addRange(first, last);
            }
        }
        return PortSet.all().difference(ports).union(ports.intersection(demanding.build()));
    }

    /** Returns the rule in one line, such as {@code wsus-http=80 demands wsus-https=443}. */
    @Override
    public String toString() {
        if (ports.size() == 1) {
            int port = ports.ranges().get(0).first();
            return when.id() + "=" + port + " demands " + then.id() + "=" + (port + offset);
        }
        PortSet except = when.allowed().difference(ports);
        return then.id() + " is " + when.id() + (offset < 0 ? " - " : " + ") + Math.abs(offset)
                + (except.isEmpty() ? "" : " unless " + when.id() + "=" + except);
    }
}
