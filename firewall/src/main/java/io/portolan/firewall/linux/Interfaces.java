package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is behind the interfaces of a firewall, as far as its site tells.
 *
 * <p>An interface leads to the addresses that are given for it, these come by that interface alone, and nothing else does.
 * A name that ends in {@code *} or {@code +} stands for all interfaces that begin so and have no entry of their own.
 */
final class Interfaces {
    private static final String LOOPBACK = "lo";

    private final Map<String, AddressSet> addresses;
    private final AddressSet known;

    Interfaces(ImmutableMap<String, AddressSet> addresses) {
        this.addresses = addresses;
        AddressSet.Builder all = AddressSet.builder();
        addresses.values().forEach(all::addAll);
        this.known = all.build();
    }

    /**
     * Returns the packets that have come by an interface.
     *
     * @param name its name, or the beginning of names
     * @param context where it is asked
     * @param shown what asks for it, for people
     */
    Condition incoming(String name, Context context, String shown) {
        return through(name, true, context.place() != Context.Place.GOING, shown);
    }

    /**
     * Returns the packets that go by an interface.
     *
     * @param name its name, or the beginning of names
     * @param context where it is asked
     * @param shown what asks for it, for people
     */
    Condition outgoing(String name, Context context, String shown) {
        return through(name, false, context.place() != Context.Place.COMING, shown);
    }

    private Condition through(String name, boolean incoming, boolean has, String shown) {
        if (!has || name.equals(LOOPBACK)) {
            return Condition.NEVER; // packets within a host are not looked at
        }
        List<Region> sure = new ArrayList<>();
        List<Region> perhaps = new ArrayList<>();
        boolean complete = false;
        for (Map.Entry<String, AddressSet> entry : addresses.entrySet()) {
            String key = entry.getKey();
            if (key.equals(name) || (isPattern(name) && covers(name, key))) {
                sure.add(region(entry.getValue(), incoming));
                complete |= key.equals(name) || (!isPattern(name) && !isPattern(key));
            } else if (isPattern(key) && covers(key, name)) {
                if (isPattern(name) || !addresses.containsKey(name)) {
                    perhaps.add(region(entry.getValue(), incoming));
                    complete = true;
                }
            }
        }
        if (!complete) {
            perhaps.add(region(AddressSet.any().difference(known), incoming));
        }
        Condition condition = Condition.anyOf(
                sure.stream().filter(region -> !region.isEmpty()).toList());
        for (Region region : perhaps) {
            condition = condition.or(Condition.perhaps(region, shown));
        }
        return condition;
    }

    private static Region region(AddressSet addresses, boolean incoming) {
        return addresses.isAny() ? Region.EVERYTHING : incoming ? Region.from(addresses) : Region.to(addresses);
    }

    private static boolean isPattern(String name) {
        return name.endsWith("*") || name.endsWith("+");
    }

    private static String beginning(String pattern) {
        return pattern.substring(0, pattern.length() - 1);
    }

    /** Tells whether a pattern stands for a name, or for all names that another pattern stands for. */
    private static boolean covers(String pattern, String name) {
        return (isPattern(name) ? beginning(name) : name).startsWith(beginning(pattern));
    }
}
