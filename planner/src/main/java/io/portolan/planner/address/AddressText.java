package io.portolan.planner.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.ipv6.IPv6Address;
import org.jspecify.annotations.Nullable;

/** The text of single addresses, read and written by the address library with everything switched off but the RFCs. */
final class AddressText {
    /** What {@code ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255} has. */
    private static final int LONGEST = 45;

    private static final IPAddressStringParameters STRICT = strict();

    private AddressText() {}

    private static IPAddressStringParameters strict() {
        IPAddressStringParameters.Builder strict = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefix(false)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
        strict.getIPv4AddressParametersBuilder().allowBinary(false).allowLeadingZeros(false);
        strict.getIPv6AddressParametersBuilder()
                .allowBinary(false)
                .allowBase85(false)
                .allowZone(false)
                .allowUnlimitedLeadingZeros(false)
                .allow_mixed_inet_aton(false)
                .getEmbeddedIPv4AddressParametersBuilder()
                .allowLeadingZeros(false);
        return strict.toParams();
    }

    /** Returns the address that a text states, or null if it is not exactly one address. */
    static @Nullable Address parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !hasOnlyCharactersOfAddresses(text)) {
            return null;
        }
        try {
            IPAddress address = new IPAddressString(text, STRICT).toAddress();
            if (address.isIPv4()) {
                return Address.ofIpv4(address.toIPv4().intValue());
            }
            long[] halves = address.toIPv6().longValues();
            return Address.ofIpv6(halves[0], halves[1]);
        } catch (AddressStringException | IncompatibleAddressException e) {
            return null;
        }
    }

    private static boolean hasOnlyCharactersOfAddresses(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != ':' && (c > 'f' || Character.digit(c, 16) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Returns dotted decimals, or the text that RFC 5952 recommends. */
    static String format(Address address) {
        return address.family() == AddressFamily.IPV4
                ? decimals((int) address.low())
                : new IPv6Address(address.high(), address.low()).toCanonicalString();
    }

    /** Written here, as firewalls take hundreds of thousands of them. */
    private static String decimals(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
