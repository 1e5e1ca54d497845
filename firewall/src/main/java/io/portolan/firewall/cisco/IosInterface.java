package io.portolan.firewall.cisco;

import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interface of a router: the networks at it, the lists that filter there, and what else decides there. */
final class IosInterface {
    private final String name;
    private final AddressSet.Builder networks = AddressSet.builder();
    private final List<String> beside = new ArrayList<>();
    private boolean ipv4;
    private boolean ipv6;
    private boolean shutdown;
    private @Nullable String in4;
    private @Nullable String out4;
    private @Nullable String in6;
    private @Nullable String out6;

    IosInterface(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    AddressSet networks() {
        return networks.build();
    }

    /** Returns what else decides at the interface, such as a firewall of zones. */
    List<String> beside() {
        return beside;
    }

    /** Tells whether packets of a family pass the interface; those of loopbacks pass none. */
    boolean isUsed(boolean sixth) {
        return !shutdown && !name.startsWith("Loopback") && !name.startsWith("Null") && (sixth ? ipv6 : ipv4);
    }

    @Nullable
    String in(boolean sixth) {
        return sixth ? in6 : in4;
    }

    @Nullable
    String out(boolean sixth) {
        return sixth ? out6 : out4;
    }

    /** Takes a line of the block of the interface. */
    void add(IosLine line) {
        if (line.startsWith("shutdown")) {
            shutdown = true;
        } else if (line.startsWith("ip", "access-group") || line.startsWith("ipv6", "traffic-filter")) {
            bind(line);
        } else if (line.startsWith("ip", "address")) {
            address(line);
        } else if (line.startsWith("ipv6", "address")) {
            ipv6 = true;
            if (line.words().size() > 2 && line.word(2).indexOf('/') > 0) {
                add(line, line.word(2));
            }
        } else if (line.startsWith("ip", "unnumbered")) {
            ipv4 = true;
        } else if (line.startsWith("ipv6", "enable") || line.startsWith("ipv6", "unnumbered")) {
            ipv6 = true;
        } else if (line.startsWith("ip", "nat")
                || line.startsWith("zone-member")
                || line.startsWith("ip", "inspect")
                || line.startsWith("ip", "policy")
                || line.startsWith("ip", "verify")
                || line.startsWith("service-policy")
                || line.startsWith("crypto", "map")
                || line.startsWith("vrf")
                || line.startsWith("ip", "vrf")
                || line.startsWith("ipv6", "verify")
                || line.startsWith("ipv6", "nat")
                || line.startsWith("ipv6", "inspect")) {
            beside.add(name + " has '" + line + "'");
        }
    }

    private void address(IosLine line) {
        ipv4 = true;
        if (line.words().size() < 4) {
            return; // from DHCP
        }
        long address = Wildcard.bits(line.word(2));
        long mask = Wildcard.bits(line.word(3));
        if (address < 0 || mask < 0) {
            throw line.error("not an address and its mask; expected such as 10.0.0.1 255.255.255.0");
        }
        networks.addAll(Wildcard.addresses(address, mask ^ 0xFFFF_FFFFL)
                .orElseThrow(() -> line.error("not a mask; expected such as 255.255.255.0")));
    }

    private void add(IosLine line, String prefix) {
        int slash = prefix.indexOf('/');
        try {
            networks.addAll(IosPrefixes.ipv6(prefix.substring(0, slash), prefix.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw line.error("not an address with the length of its prefix; expected such as 2001:db8::1/64");
        }
    }

    private void bind(IosLine line) {
        boolean sixth = line.startsWith("ipv6");
        String list = line.word(2);
        switch (line.word(3)) {
            case "in" -> {
                if (sixth) {
                    in6 = list;
                } else {
                    in4 = list;
                }
            }
            case "out" -> {
                if (sixth) {
                    out6 = list;
                } else {
                    out4 = list;
                }
            }
            default -> throw line.error("a list is neither in nor out; expected one of both");
        }
    }
}
