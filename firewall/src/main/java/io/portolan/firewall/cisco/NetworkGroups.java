package io.portolan.firewall.cisco;

import com.google.common.hash.Hashing;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets of IPv4 addresses that take more than one line, as object groups.
 *
 * <p>The name of a group depends on its members alone. So a group that another list uses as well, which IOS then refuses to
 * remove, has the members that it is given again.
 */
final class NetworkGroups {
    private static final int DIGITS = 10;

    private final String prefix;
    private final Map<String, AddressSet> groups = new TreeMap<>();

    NetworkGroups(String prefix) {
        this.prefix = prefix;
    }

    /** Returns how an entry refers to addresses, and makes a group of them if it has to. */
    String reference(AddressSet addresses) {
        if (addresses.prefixCount() == 1) {
            AddressRange one = addresses.prefixes().get(0);
            return isHost(one) ? "host " + one.first() : one.first() + " " + wildcard(one);
        }
        String name = prefix + "-"
                + Hashing.sha256()
                        .hashString(addresses.toString(), StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, DIGITS);
        groups.put(name, addresses);
        return "object-group " + name;
    }

    /** Appends all groups that entries refer to. Groups have masks, not the wildcards of entries. */
    void writeTo(StringBuilder text) {
        groups.forEach((name, addresses) -> {
            text.append("no object-group network ").append(name).append('\n');
            text.append("object-group network ").append(name).append('\n');
            for (AddressRange prefix : addresses.prefixes()) {
                text.append(isHost(prefix) ? " host " + prefix.first() : " " + prefix.first() + " " + mask(prefix))
                        .append('\n');
            }
        });
    }

    private static boolean isHost(AddressRange prefix) {
        return prefix.first().equals(prefix.last());
    }

    private static String wildcard(AddressRange prefix) {
        return dotted((1L << hostBits(prefix)) - 1);
    }

    private static String mask(AddressRange prefix) {
        return dotted(0xFFFF_FFFFL & -(1L << hostBits(prefix)));
    }

    private static int hostBits(AddressRange prefix) {
        return prefix.family().bits() - prefix.prefixLength().getAsInt();
    }

    private static String dotted(long bits) {
        return (bits >> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}
