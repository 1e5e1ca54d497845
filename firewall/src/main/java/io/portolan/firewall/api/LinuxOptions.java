package io.portolan.firewall.api;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a listing of a firewall of Linux does not tell.
 *
 * <p>An interface leads to the addresses that are given for it; these come by that interface alone, and nothing else does. A
 * name that ends in {@code *} or {@code +} stands for all interfaces that begin so and have no entry of their own. What an
 * interface that has no entry leads to is not known, but none of the addresses that have one.
 *
 * @param interfaces the addresses behind interfaces, by name; empty if nothing is known of any
 * @param family the family of a listing of iptables that does not tell it, empty if every listing does
 */
public record LinuxOptions(ImmutableMap<String, AddressSet> interfaces, Optional<AddressFamily> family) {
    private static final LinuxOptions NONE = new LinuxOptions(ImmutableMap.of(), Optional.empty());

    /**
     * Refuses null, a name of an interface that is none, {@code lo}, an interface without addresses, and an address behind
     * two interfaces.
     *
     * @param interfaces the addresses behind interfaces, by name
     * @param family the family of a listing of iptables that does not tell it
     */
    public LinuxOptions {
        requireNonNull(family, "family");
        Map<String, AddressSet> known = new LinkedHashMap<>();
        interfaces.forEach((name, addresses) -> {
            checkArgument(
                    !name.isBlank()
                            && Excerpts.isPlain(name)
                            && name.chars().noneMatch(Character::isWhitespace)
                            && !name.equals("*")
                            && !name.equals("+"),
                    "not the name of an interface: %s; expected a name, such as eth0, or the beginning of names, such as"
                            + " eth*",
                    Excerpts.quote(name));
            checkArgument(
                    !name.equals("lo"), "the interface lo leads to no other host; expected other interfaces alone");
            checkArgument(
                    !addresses.isEmpty(), "the interface %s leads to no address; expected one or more, or none", name);
            known.forEach((other, others) -> checkArgument(
                    !others.intersects(addresses),
                    "%s is behind both interfaces %s and %s; expected each address behind one",
                    others.intersects(addresses)
                            ? others.intersection(addresses).ranges().get(0)
                            : "",
                    other,
                    name));
            known.put(name, addresses);
        });
    }

    /**
     * Returns options that tell nothing.
     *
     * @return no interfaces and no family
     */
    public static LinuxOptions none() {
        return NONE;
    }

    /**
     * Returns options with the addresses behind interfaces.
     *
     * @param interfaces the addresses by name
     * @return the options, without a family
     */
    public static LinuxOptions withInterfaces(Map<String, AddressSet> interfaces) {
        return new LinuxOptions(ImmutableMap.copyOf(interfaces), Optional.empty());
    }

    /**
     * Returns options with the family of a listing of iptables that does not tell it.
     *
     * @param family a family
     * @return the options, without interfaces
     */
    public static LinuxOptions withFamily(AddressFamily family) {
        return new LinuxOptions(ImmutableMap.of(), Optional.of(family));
    }
}
