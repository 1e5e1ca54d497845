package io.portolan.firewall.cloud;

import com.google.common.base.Splitter;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;

/** The least prefix that holds given addresses. */
public final class Supernet {
    private final boolean ipv4;
    private final int width;
    private final List<Integer> numbers;

    private Supernet(AddressRange address) {
        this.ipv4 = address.family() == AddressFamily.IPV4;
        this.width = ipv4 ? 8 : 16;
        this.numbers = ipv4 ? ipv4(address.first()) : ipv6(address.first());
    }

    /**
     * Returns the least prefix that holds addresses of one family.
     *
     * @param addresses a set of one family that is not empty
     * @return the prefix
     */
    public static AddressRange of(AddressSet addresses) {
        AddressRange first = addresses.ranges().get(0);
        AddressRange last = addresses.ranges().get(addresses.ranges().size() - 1);
        AddressRange whole = AddressRange.of(first.first(), last.last());
        Supernet supernet = new Supernet(first);
        int length = supernet.width * supernet.numbers.size();
        while (!supernet.prefix(length).contains(whole)) {
            length--;
        }
        return supernet.prefix(length);
    }

    private static List<Integer> ipv4(String text) {
        return Splitter.on('.').splitToStream(text).map(Integer::valueOf).toList();
    }

    private static List<Integer> ipv6(String text) {
        int gap = text.indexOf("::");
        List<Integer> numbers = new ArrayList<>(groups(gap < 0 ? text : text.substring(0, gap)));
        List<Integer> after = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        while (numbers.size() + after.size() < 8) {
            numbers.add(0);
        }
        numbers.addAll(after);
        return numbers;
    }

    private static List<Integer> groups(String text) {
        return Splitter.on(':')
                .omitEmptyStrings()
                .splitToStream(text)
                .map(group -> Integer.valueOf(group, 16))
                .toList();
    }

    /** Returns the prefix of a length that holds the address. */
    private AddressRange prefix(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int kept = Math.max(0, Math.min(width, length - i * width));
            int number = numbers.get(i) >> (width - kept) << (width - kept);
            text.append(i == 0 ? "" : ipv4 ? "." : ":").append(ipv4 ? number : Integer.toHexString(number));
        }
        return AddressRange.parse(text + "/" + length);
    }
}
