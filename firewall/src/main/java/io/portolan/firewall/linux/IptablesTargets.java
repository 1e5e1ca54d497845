package io.portolan.firewall.linux;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Masquerade;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Redirect;
import io.portolan.firewall.linux.ChainRule.Unknown;
import io.portolan.firewall.linux.ChainRule.Untrack;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.List;
import java.util.Optional;

/** What the targets of iptables do, by {@code iptables-extensions(8)}. */
final class IptablesTargets {
    /** Targets after which a packet goes on as it was, as far as is asked here. */
    static final ImmutableSet<String> PASSING = ImmutableSet.of(
            "LOG",
            "NFLOG",
            "ULOG",
            "MARK",
            "CONNMARK",
            "TCPMSS",
            "TOS",
            "DSCP",
            "CLASSIFY",
            "TRACE",
            "AUDIT",
            "SET",
            "CHECKSUM",
            "SECMARK",
            "CONNSECMARK",
            "TEE",
            "ECN",
            "HL",
            "TTL",
            "IDLETIMER",
            "RATEEST",
            "LED",
            "TCPOPTSTRIP",
            "HMARK");

    /** Targets that send packets to another destination or answer in their place. */
    static final ImmutableSet<String> REDIRECTING =
            ImmutableSet.of("DNAT", "REDIRECT", "NETMAP", "TPROXY", "SYNPROXY", "CLUSTERIP", "DNPT", "SNPT", "MIRROR");

    private static final ImmutableSet<String> LOCAL = ImmutableSet.of("REDIRECT", "TPROXY", "SYNPROXY");
    static final ImmutableSet<String> MASQUERADING = ImmutableSet.of("SNAT", "MASQUERADE", "SAME");

    private IptablesTargets() {}

    /** Returns what a target does whose options are not known, empty if nothing that matters. */
    static Optional<Outcome> extension(String target, String unknown) {
        if (target.equals("NOTRACK") || target.equals("CT")) {
            return Optional.of(new Untrack());
        }
        if (REDIRECTING.contains(target)) {
            return Optional.of(
                    new Redirect(target, Optional.empty(), Optional.of(NumberSet.all()), LOCAL.contains(target)));
        }
        if (MASQUERADING.contains(target)) {
            return Optional.of(new Masquerade(target));
        }
        if (target.equals("REJECT")) {
            return Optional.of(new Drop());
        }
        return PASSING.contains(target) ? Optional.empty() : Optional.of(new Unknown(unknown));
    }

    /** Returns what a target with its options does, empty if nothing that matters. */
    static Optional<Outcome> of(String target, ImmutableListMultimap<String, String> options) {
        if (target.equals("CT") && !options.containsKey("--notrack")) {
            return Optional.empty();
        }
        if (target.equals("DNAT") && options.get("--to-destination").size() == 1) {
            return Optional.of(
                    destination(target, options.get("--to-destination").get(0)));
        }
        if (target.equals("REDIRECT")) {
            ImmutableList<String> to = options.get("--to-ports");
            return Optional.of(
                    new Redirect(target, Optional.empty(), to.size() == 1 ? ports(to.get(0)) : Optional.empty(), true));
        }
        return extension(target, "the target " + target);
    }

    /** Such as {@code 10.0.0.1}, {@code 10.0.0.1-10.0.0.9:80-89} and {@code [2001:db8::1]:80}. */
    private static Redirect destination(String target, String to) {
        String address = to;
        Optional<NumberSet> ports = Optional.empty();
        int colon = to.startsWith("[")
                ? to.indexOf("]:") + 1
                : to.indexOf(':') == to.lastIndexOf(':') ? to.indexOf(':') : -1;
        if (colon > 0) {
            address = to.substring(0, colon);
            ports = ports(to.substring(colon + 1));
        }
        address = address.replace("[", "").replace("]", "");
        try {
            Optional<AddressSet> addresses =
                    address.isEmpty() ? Optional.empty() : Optional.of(AddressSet.of(AddressRange.parse(address)));
            return new Redirect(target, addresses, ports, false);
        } catch (IllegalArgumentException e) {
            return new Redirect(target, Optional.empty(), Optional.of(NumberSet.all()), false);
        }
    }

    /** Returns a range of ports, of which a base behind a bar may follow; all ports if it is anything else. */
    private static Optional<NumberSet> ports(String text) {
        List<String> ends = Splitter.on('-').splitToList(text);
        try {
            int first = Integer.parseInt(ends.get(0));
            int last = Integer.parseInt(ends.get(ends.size() - 1));
            return Optional.of(NumberSet.ofRange(first, last));
        } catch (IllegalArgumentException e) {
            return Optional.of(NumberSet.all());
        }
    }
}
