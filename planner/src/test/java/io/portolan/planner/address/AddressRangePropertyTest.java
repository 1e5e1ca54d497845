package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Ranges and texts of addresses against Guava's reading of addresses and against big integers. */
class AddressRangePropertyTest {
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffffL);

    private static boolean isMapped(BigInteger number) {
        return number.shiftRight(32).equals(MAPPED);
    }

    private static String text(BigInteger number, boolean ipv4) {
        InetAddress address =
                ipv4 ? InetAddresses.fromIPv4BigInteger(number) : InetAddresses.fromIPv6BigInteger(number);
        return InetAddresses.toAddrString(address);
    }

    @Property
    void readsAndWritesAddressesAsTheRfcSays(@ForAll("ipv6") BigInteger number) {
        Assume.that(!isMapped(number));
        String text = text(number, false);
        assertThat(AddressRange.parse(text)).hasToString(text);
        String full = new StringBuilder(String.format("%032X", number))
                .insert(28, ':')
                .insert(24, ':')
                .insert(20, ':')
                .insert(16, ':')
                .insert(12, ':')
                .insert(8, ':')
                .insert(4, ':')
                .toString();
        assertThat(AddressRange.parse(full)).hasToString(text);
    }

    @Property(tries = 20_000)
    void acceptsExactlyWhatIsAnAddress(@ForAll("nearAddresses") String text) {
        if (InetAddresses.isInetAddress(text)) {
            String canonical = InetAddresses.toAddrString(InetAddresses.forString(text));
            if (text.indexOf(':') >= 0 && canonical.indexOf(':') < 0) { // Guava turns it into IPv4
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> AddressRange.parse(text))
                        .withMessageEndingWith("is IPv4 in IPv6 form; expected " + canonical);
            } else {
                assertThat(AddressRange.parse(text)).hasToString(canonical);
            }
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.of(text, text))
                    .withMessageStartingWith("not an address: \"" + text + "\": it ");
        }
    }

    @Property
    void rangesAgreeWithNumbers(@ForAll boolean ipv4, @ForAll("ipv6") BigInteger x, @ForAll("ipv6") BigInteger y) {
        int bits = ipv4 ? 32 : 128;
        BigInteger a = x.mod(BigInteger.TWO.pow(bits));
        BigInteger b = y.mod(BigInteger.TWO.pow(bits));
        Assume.that(ipv4 || (!isMapped(a) && !isMapped(b)));
        BigInteger first = a.min(b);
        BigInteger last = a.max(b);
        AddressRange range = AddressRange.of(text(first, ipv4), text(last, ipv4));
        BigInteger size = last.subtract(first).add(BigInteger.ONE);
        assertThat(range.family()).isEqualTo(ipv4 ? AddressFamily.IPV4 : AddressFamily.IPV6);
        assertThat(range.first()).isEqualTo(text(first, ipv4));
        assertThat(range.last()).isEqualTo(text(last, ipv4));
        assertThat(range.size()).isEqualTo(size);
        assertThat(AddressRange.parse(range.toString())).isEqualTo(range);
        boolean prefix = size.bitCount() == 1 && first.mod(size).signum() == 0;
        assertThat(range.prefixLength().isPresent()).isEqualTo(prefix);
        BigInteger sum = BigInteger.ZERO;
        for (AddressRange part : AddressSet.of(range).prefixes()) {
            assertThat(part.prefixLength()).isPresent();
            sum = sum.add(part.size());
        }
        assertThat(sum).isEqualTo(size);
    }

    @Property
    void prefixesAreRangesOfAPowerOfTwo(
            @ForAll boolean ipv4, @ForAll("ipv6") BigInteger number, @ForAll("lengths") int anyLength) {
        int bits = ipv4 ? 32 : 128;
        int length = anyLength % (bits + 1);
        BigInteger size = BigInteger.TWO.pow(bits - length);
        BigInteger first = number.mod(BigInteger.TWO.pow(bits)).divide(size).multiply(size);
        Assume.that(ipv4 || !isMapped(first));
        AddressRange prefix = AddressRange.parse(text(first, ipv4) + "/" + length);
        assertThat(prefix.size()).isEqualTo(size);
        assertThat(prefix.prefixLength()).hasValue(length);
        assertThat(prefix.first()).isEqualTo(text(first, ipv4));
        assertThat(AddressSet.of(prefix).prefixes()).containsExactly(prefix);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, 4256); // a multiple of 33 and of 129, less one
    }

    /** Numbers with long runs of zeros and ones, as addresses have them. */
    @Provide
    Arbitrary<BigInteger> ipv6() {
        Arbitrary<Integer> group = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.just(0xffff)),
                Tuple.of(1, Arbitraries.of(1, 0x8000, 0x7fff)),
                Tuple.of(2, Arbitraries.integers().between(0, 0xffff)));
        return group.list().ofSize(8).map(groups -> {
            BigInteger number = BigInteger.ZERO;
            for (int value : groups) {
                number = number.shiftLeft(16).or(BigInteger.valueOf(value));
            }
            return number;
        });
    }

    /** Texts that are addresses, or nearly so. */
    @Provide
    Arbitrary<String> nearAddresses() {
        Arbitrary<String> part = Arbitraries.of(
                "0", "1", "9", "10", "255", "256", "00", "01", "1.2", "1.2.3.4", "0x1", "a", "ff", "FFFF", "db8",
                "12345", "00001", "x", "", "", "*", " ", "g");
        Arbitrary<String> colons = Combinators.combine(
                        part.list().ofMinSize(1).ofMaxSize(9), Arbitraries.of("", "", "::", ":", "::ffff:"))
                .as((parts, start) -> start + String.join(":", parts));
        Arbitrary<String> dots = Arbitraries.of("0", "1", "10", "99", "255", "256", "00", "01", "0x1", "a", "")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join(".", parts));
        Arbitrary<String> hex = Arbitraries.of("0", "1", "db8", "FFFF", "00ab")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(groups -> String.join(":", groups));
        Arbitrary<String> shortened = Combinators.combine(
                        hex, Arbitraries.integers().between(0, 30))
                .as((text, at) -> at < text.length() ? text.substring(0, at) + "::" + text.substring(at) : text);
        return Arbitraries.oneOf(colons, dots, hex, shortened);
    }
}
