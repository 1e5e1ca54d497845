package io.portolan.firewall.text;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayDeque;
import java.util.Deque;

/** Questions about sets of addresses. */
public final class Addresses {
    private Addresses() {}

    /**
     * Returns the addresses of a host one by one.
     *
     * @param addresses few addresses
     * @return ranges of one address each
     */
    public static ImmutableList<AddressRange> each(AddressSet addresses) {
        ImmutableList.Builder<AddressRange> each = ImmutableList.builder();
        Deque<AddressSet> left = new ArrayDeque<>();
        left.add(addresses);
        while (!left.isEmpty()) {
            AddressSet next = left.remove();
            if (!next.isEmpty()) {
                AddressRange first = AddressRange.parse(next.first());
                each.add(first);
                left.add(next.difference(AddressSet.of(first)));
            }
        }
        return each.build();
    }

    /**
     * Returns the addresses of one family.
     *
     * @param addresses a set
     * @param family a family
     * @return the part of the set
     */
    public static AddressSet of(AddressSet addresses, AddressFamily family) {
        return family == AddressFamily.IPV4 ? addresses.ipv4() : addresses.ipv6();
    }

    /**
     * Returns an address or prefix as clouds write it, with the length of the prefix.
     *
     * @param prefix a prefix
     * @return such as {@code 10.0.0.5/32}
     */
    public static String cidr(AddressRange prefix) {
        return prefix.first() + "/" + prefix.prefixLength().orElseThrow();
    }
}
