package io.portolan.firewall.groups;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address is in a prefix, by the numbers. */
public final class Prefixes {
    private Prefixes() {}

    /** Tells whether a prefix, or one address, holds an address. */
    public static boolean has(String prefix, String address) {
        int slash = prefix.indexOf('/');
        byte[] network = bytes(slash < 0 ? prefix : prefix.substring(0, slash));
        byte[] one = bytes(address);
        if (network.length != one.length) {
            return false;
        }
        int bits = network.length * 8;
        int length = slash < 0 ? bits : Integer.parseInt(prefix.substring(slash + 1));
        return new BigInteger(1, network)
                .shiftRight(bits - length)
                .equals(new BigInteger(1, one).shiftRight(bits - length));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
