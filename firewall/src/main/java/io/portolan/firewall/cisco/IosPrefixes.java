package io.portolan.firewall.cisco;

import com.google.common.net.InetAddresses;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Prefixes of IPv6 that are written with any address in them. */
final class IosPrefixes {
    private static final int BYTES = 16;

    private IosPrefixes() {}

    /**
     * Returns the addresses of a prefix.
     *
     * @throws IllegalArgumentException if one of both texts is not what it should be
     */
    static AddressSet ipv6(String address, String length) {
        if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("not a length: " + length);
        }
        int bits = Integer.parseInt(length);
        InetAddress parsed = InetAddresses.forString(address);
        if (!(parsed instanceof Inet6Address) || bits > BYTES * 8) {
            throw new IllegalArgumentException("not a prefix: " + address);
        }
        byte[] first = parsed.getAddress();
        byte[] last = first.clone();
        for (int i = 0; i < BYTES; i++) {
            int kept = Math.max(0, Math.min(8, bits - 8 * i));
            int mask = 0xFF << (8 - kept);
            first[i] = (byte) (first[i] & mask);
            last[i] = (byte) (last[i] | ~mask);
        }
        return AddressSet.of(AddressRange.of(text(first), text(last)));
    }

    private static String text(byte[] bytes) {
        try {
            return InetAddresses.toAddrString(Inet6Address.getByAddress(null, bytes, -1));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
