package io.portolan.firewall.cloud;

import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.regex.Pattern;

/** Prefixes as clouds read them: bits behind the length of a prefix are not looked at. */
public final class Cidr {
    private static final AddressSet MAPPED = AddressSet.parse("::ffff:0:0/96");
    private static final Pattern IN_IPV6_FORM = Pattern.compile("::ffff:([0-9.]+|[0-9a-f]{1,4}:[0-9a-f]{1,4})");

    private Cidr() {}

    /**
     * Returns the addresses of a prefix, an address, or a range.
     *
     * @param text such as {@code 10.0.0.5/24}, which is {@code 10.0.0.0/24}
     * @return the addresses; those within {@code ::ffff:0:0/96}, which no packet has, are all of that prefix
     * @throws IllegalArgumentException if it is anything else
     */
    public static AddressSet parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return text.indexOf('-') >= 0 ? AddressSet.of(AddressRange.parse(text)) : prefix(text, text, -1);
        }
        String length = text.substring(slash + 1);
        boolean digits =
                !length.isEmpty() && length.length() <= 3 && length.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits
                ? prefix(text, text.substring(0, slash), Integer.parseInt(length))
                : AddressSet.of(AddressRange.parse(text));
    }

    private static AddressSet prefix(String text, String address, int length) {
        if (IN_IPV6_FORM.matcher(address).matches() && (length < 0 || length > 96)) {
            return MAPPED;
        }
        Address first = Address.parse(address);
        int bits = first.family().bits();
        int kept = length < 0 ? bits : length;
        if (kept > bits) {
            return AddressSet.of(AddressRange.parse(text));
        }
        if (first.family() == AddressFamily.IPV4) {
            int mask = kept == 0 ? 0 : -1 << (bits - kept);
            int network = (int) first.low() & mask;
            return AddressSet.of(AddressRange.of(Address.ofIpv4(network), Address.ofIpv4(network | ~mask)));
        }
        long high = kept == 0 ? 0 : kept >= 64 ? -1L : -1L << (64 - kept);
        long low = kept <= 64 ? 0 : -1L << (bits - kept);
        return AddressSet.of(AddressRange.of(
                Address.ofIpv6(first.high() & high, first.low() & low),
                Address.ofIpv6(first.high() | ~high, first.low() | ~low)));
    }
}
