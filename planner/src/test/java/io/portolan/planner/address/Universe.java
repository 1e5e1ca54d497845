package io.portolan.planner.address;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * 256 neighboring addresses of each family, as bits: IPv4 from 0, IPv6 from 256. The reference against which sets are held;
 * texts come from Guava, so that it shares no code with what it judges.
 */
public final class Universe {
    public static final int HALF = 256;
    public static final int SIZE = 2 * HALF;

    /** At both ends of the numbers, across a carry from one long into the other, where signs change, and unaligned. */
    public static final List<Universe> ALL = List.of(
            new Universe("0.0.0.0", "::"),
            new Universe("255.255.255.0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff00"),
            new Universe("10.0.0.128", "2001:db8::ffff:ffff:ffff:ff80"),
            new Universe("127.255.255.128", "7fff:ffff:ffff:ffff:ffff:ffff:ffff:ff80"),
            new Universe("192.0.2.3", "2001:db8::7fff:ffff:ffff:ff85"));

    private final BigInteger ipv4;
    private final BigInteger ipv6;
    private final List<AddressRange> addresses = new ArrayList<>();

    private Universe(String ipv4, String ipv6) {
        this.ipv4 = InetAddresses.toBigInteger(InetAddresses.forString(ipv4));
        this.ipv6 = InetAddresses.toBigInteger(InetAddresses.forString(ipv6));
        for (int i = 0; i < SIZE; i++) {
            addresses.add(AddressRange.parse(text(i)));
        }
    }

    BigInteger number(int index) {
        return index < HALF ? ipv4.add(BigInteger.valueOf(index)) : ipv6.add(BigInteger.valueOf((long) index - HALF));
    }

    String text(int index) {
        return InetAddresses.toAddrString(
                index < HALF
                        ? InetAddresses.fromIPv4BigInteger(number(index))
                        : InetAddresses.fromIPv6BigInteger(number(index)));
    }

    /** Returns the set of the addresses whose bits are set, made of single addresses. */
    public AddressSet set(BitSet bits) {
        AddressSet.Builder set = AddressSet.builder();
        bits.stream().forEach(i -> set.add(addresses.get(i)));
        return set.build();
    }

    /** Reads a set address by address. */
    public BitSet bits(AddressSet set) {
        BitSet bits = new BitSet(SIZE);
        for (int i = 0; i < SIZE; i++) {
            bits.set(i, set.contains(addresses.get(i)));
        }
        return bits;
    }

    /** Returns how many runs the bits have, where the families do not touch. */
    static int runs(BitSet bits) {
        int runs = 0;
        for (int i = 0; i < SIZE; i++) {
            if (bits.get(i) && (i == 0 || i == HALF || !bits.get(i - 1))) {
                runs++;
            }
        }
        return runs;
    }

    /** Returns the fewest aligned blocks that hold exactly the bits: tries every block at every address, from the end. */
    int fewestBlocks(BitSet bits) {
        int[] fewest = new int[SIZE + 1];
        for (int i = SIZE - 1; i >= 0; i--) {
            int end = i < HALF ? HALF : SIZE;
            fewest[i] = bits.get(i) ? Integer.MAX_VALUE : fewest[i + 1];
            for (int size = 1; bits.get(i) && i + size <= end && bits.nextClearBit(i) >= i + size; size *= 2) {
                if (number(i).mod(BigInteger.valueOf(size)).signum() == 0) {
                    fewest[i] = Math.min(fewest[i], 1 + fewest[i + size]);
                }
            }
        }
        return fewest[0];
    }

    @Override
    public String toString() {
        return text(0) + " and " + text(HALF);
    }
}
