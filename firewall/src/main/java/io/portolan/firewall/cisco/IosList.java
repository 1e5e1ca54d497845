package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An access list: its entries by their sequence numbers. */
final class IosList {
    private static final int STEP = 10;

    private final String name;
    private final boolean ipv6;
    private final boolean standard;
    private final IosLine place;
    private final TreeMap<Integer, IosEntry> entries = new TreeMap<>();

    IosList(String name, boolean ipv6, boolean standard, IosLine place) {
        this.name = name;
        this.ipv6 = ipv6;
        this.standard = standard;
        this.place = place;
    }

    String name() {
        return name;
    }

    boolean isIpv6() {
        return ipv6;
    }

    /** Returns the line that names the list first. */
    IosLine place() {
        return place;
    }

    ImmutableList<IosEntry> entries() {
        return ImmutableList.copyOf(entries.values());
    }

    /** Adds an entry: at its number, or behind all others. */
    void add(IosLine line, IosGroups groups) {
        new IosEntryParser(groups, ipv6, standard).entry(line).ifPresent(entry -> {
            int number = entry.number() > 0 ? entry.number() : (entries.isEmpty() ? STEP : entries.lastKey() + STEP);
            if (entries.putIfAbsent(number, entry.withNumber(number)) != null) {
                throw line.error("list " + name + " has an entry " + number + " already; expected each number once");
            }
        });
    }

    /** Returns whether a list with this number holds IPv4 addresses alone, or more; empty if it is another kind of list. */
    static OptionalInt extendedByNumber(String text) {
        OptionalInt number = IosNames.number(text, java.util.Map.of(), 2699);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = number.getAsInt();
        if ((value >= 1 && value <= 99) || (value >= 1300 && value <= 1999)) {
            return OptionalInt.of(0);
        }
        return (value >= 100 && value <= 199) || value >= 2000 ? OptionalInt.of(1) : OptionalInt.empty();
    }
}
