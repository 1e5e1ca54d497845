package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;

/**
 * What a firewall needs to let answers through and, on a host, to have IPv6 at all.
 *
 * <p>Only TCP is dropped for being invalid: connection tracking calls every ICMP message invalid that is neither a request
 * nor about a known connection, and a policy may allow those.
 */
final class Housekeeping {
    private static final String ANSWERS = "answers, and errors about what was allowed";
    private static final String STRAY = "TCP of no connection";
    private static final String WITHIN = "within the host";
    private static final String NEIGHBOURS = "IPv6 neighbours and routers";
    private static final String GROUPS = "IPv6 groups, which neighbours are found by";

    private Housekeeping() {}

    /** Returns the first rules of a chain of nftables. */
    static ImmutableList<String> nft(Hook hook) {
        ImmutableList.Builder<String> rules = ImmutableList.builder();
        if (hook == Hook.INPUT) {
            rules.add("iif lo accept" + nftComment(WITHIN));
        }
        if (hook == Hook.OUTPUT) {
            rules.add("oif lo accept" + nftComment(WITHIN));
        }
        rules.add("ct state established,related accept" + nftComment(ANSWERS));
        rules.add("meta l4proto tcp ct state invalid drop" + nftComment(STRAY));
        if (hook == Hook.INPUT) {
            rules.add("ip6 hoplimit 255 icmpv6 type { 133-136 } accept" + nftComment(NEIGHBOURS));
            rules.add("ip6 saddr fe80::/10 ip6 hoplimit 1 icmpv6 type 130 accept" + nftComment(GROUPS));
        }
        if (hook == Hook.OUTPUT) {
            rules.add("ip6 hoplimit 255 icmpv6 type { 133, 135, 136 } accept" + nftComment(NEIGHBOURS));
            rules.add("ip6 hoplimit 1 icmpv6 type { 131, 132, 143 } accept" + nftComment(GROUPS));
        }
        return rules.build();
    }

    private static String nftComment(String comment) {
        return " comment \"" + comment + "\"";
    }

    /** Returns the first rules of a chain of iptables, without its name. */
    static ImmutableList<String> iptables(Hook hook, boolean ipv6) {
        ImmutableList.Builder<String> rules = ImmutableList.builder();
        if (hook == Hook.INPUT) {
            rules.add("-i lo" + accept(WITHIN));
        }
        if (hook == Hook.OUTPUT) {
            rules.add("-o lo" + accept(WITHIN));
        }
        rules.add("-m conntrack --ctstate RELATED,ESTABLISHED" + accept(ANSWERS));
        rules.add("-p tcp -m conntrack --ctstate INVALID" + comment(STRAY) + " -j DROP");
        if (ipv6 && hook == Hook.INPUT) {
            for (int type = 133; type <= 136; type++) {
                rules.add(neighbour(type, 255) + accept(NEIGHBOURS));
            }
            rules.add("-s fe80::/10 " + neighbour(130, 1) + accept(GROUPS));
        }
        if (ipv6 && hook == Hook.OUTPUT) {
            for (int type : new int[] {133, 135, 136}) {
                rules.add(neighbour(type, 255) + accept(NEIGHBOURS));
            }
            for (int type : new int[] {131, 132, 143}) {
                rules.add(neighbour(type, 1) + accept(GROUPS));
            }
        }
        return rules.build();
    }

    private static String neighbour(int type, int hops) {
        return "-p icmpv6 -m icmp6 --icmpv6-type " + type + " -m hl --hl-eq " + hops;
    }

    private static String accept(String comment) {
        return comment(comment) + " -j ACCEPT";
    }

    /** Returns the match that carries a comment. */
    static String comment(String comment) {
        return " -m comment --comment \"" + comment + "\"";
    }
}
