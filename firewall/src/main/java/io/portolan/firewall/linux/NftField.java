package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.json.Json;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What a match of nftables looks at, as far as packets have it here: its values are regions. */
final class NftField {
    private static final int CODES = 256;
    private static final PortSet TRANSPORTS = PortSet.of(6, 17, 33, 132, 136);

    private static final ImmutableMap<String, Integer> WITH_PORTS =
            ImmutableMap.of("tcp", 6, "udp", 17, "dccp", 33, "sctp", 132, "udplite", 136);

    private static final ImmutableMap<String, Integer> ETHER_TYPES =
            ImmutableMap.of("ip", 4, "ip6", 6, "ipv4", 4, "ipv6", 6, "2", 4, "10", 6, "2048", 4, "34525", 6);

    private final Function<Json, Optional<Region>> regions;
    private final Region domain;
    private final boolean ports;

    private NftField(Region domain, Function<Json, Optional<Region>> regions, boolean ports) {
        this.domain = domain;
        this.regions = regions;
        this.ports = ports;
    }

    /** Returns the field that an expression names, empty if packets have none such here. */
    static Optional<NftField> of(Json.Obj expression) {
        if (expression.get("payload").isPresent() && expression.require("payload") instanceof Json.Obj payload) {
            return payload.get("protocol").isPresent() && payload.get("field").isPresent()
                    ? payload(
                            payload.require("protocol").text(),
                            payload.require("field").text())
                    : Optional.empty();
        }
        if (expression.get("meta").isPresent() && expression.require("meta") instanceof Json.Obj meta) {
            return meta(meta.require("key").text());
        }
        return Optional.empty();
    }

    /** Returns the packets whose field has a value: one, a prefix or a range; empty if the value is anything else. */
    Optional<Region> region(Json value) {
        return regions.apply(value);
    }

    /** Returns the packets that have the field, of which alone a match can hold, even one for other values. */
    Region domain() {
        return domain;
    }

    /** Tells whether values are ports, of which some are above others. */
    boolean hasPorts() {
        return ports;
    }

    private static Optional<NftField> payload(String protocol, String field) {
        switch (protocol) {
            case "ip" -> {
                return ip(field, AddressSet.anyIpv4(), "protocol");
            }
            case "ip6" -> {
                return ip(field, AddressSet.anyIpv6(), "nexthdr");
            }
            case "icmp" -> {
                return icmp(field, 1, Protocols.ICMP_TYPES, Protocols.ICMP_CODES);
            }
            case "icmpv6" -> {
                return icmp(field, 58, Protocols.ICMPV6_TYPES, Protocols.ICMPV6_CODES);
            }
            default -> {
                Integer number = WITH_PORTS.get(protocol);
                if (number == null && !protocol.equals("th")) {
                    return Optional.empty();
                }
                PortSet protocols = number == null ? TRANSPORTS : PortSet.of(number);
                return switch (field) {
                    case "dport" -> ports(protocols, value -> Region.selecting(protocols, value));
                    case "sport" -> ports(protocols, value -> Region.fromPorts(protocols, value));
                    default -> Optional.empty();
                };
            }
        }
    }

    private static Optional<NftField> ip(String field, AddressSet family, String protocol) {
        Region ofFamily = Region.from(family);
        if (field.equals("saddr")) {
            return other(ofFamily, value -> addresses(value, family).map(Region::from));
        }
        if (field.equals("daddr")) {
            return other(ofFamily, value -> addresses(value, family).map(Region::to));
        }
        if (field.equals(protocol)) {
            return other(
                    ofFamily,
                    value -> numbers(value, ImmutableMap.of(), 255)
                            .map(numbers -> Region.protocols(numbers).intersection(ofFamily)));
        }
        return Optional.empty();
    }

    private static Optional<NftField> icmp(
            String field, int protocol, Map<String, Integer> types, Map<String, Integer> codes) {
        PortSet protocols = PortSet.of(protocol);
        return switch (field) {
            case "type" ->
                other(
                        Region.protocols(protocols),
                        value -> numbers(value, types, 255)
                                .map(numbers -> Region.selecting(protocols, typesOf(numbers))));
            case "code" ->
                other(
                        Region.protocols(protocols),
                        value -> numbers(value, codes, 255)
                                .map(numbers -> Region.selecting(protocols, codesOf(numbers))));
            default -> Optional.empty();
        };
    }

    static PortSet typesOf(PortSet types) {
        PortSet.Builder selectors = PortSet.builder();
        for (PortRange range : types.ranges()) {
            selectors.addRange(range.first() * CODES, range.last() * CODES + CODES - 1);
        }
        return selectors.build();
    }

    private static PortSet codesOf(PortSet codes) {
        PortSet.Builder selectors = PortSet.builder();
        for (int type = 0; type < CODES; type++) {
            for (PortRange range : codes.ranges()) {
                selectors.addRange(type * CODES + range.first(), type * CODES + range.last());
            }
        }
        return selectors.build();
    }

    private static Optional<NftField> meta(String key) {
        return switch (key) {
            case "l4proto" ->
                other(
                        Region.EVERYTHING,
                        value -> numbers(value, ImmutableMap.of(), 255).map(Region::protocols));
            case "nfproto", "protocol" -> other(Region.EVERYTHING, NftField::family);
            default -> Optional.empty();
        };
    }

    private static Optional<Region> family(Json value) {
        Integer family = value instanceof Json.Text text
                ? ETHER_TYPES.get(text.value())
                : value instanceof Json.Num number ? ETHER_TYPES.get(number.value()) : null;
        if (family == null) {
            return Optional.empty();
        }
        return Optional.of(Region.from(family == 4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6()));
    }

    private static Optional<NftField> other(Region domain, Function<Json, Optional<Region>> regions) {
        return Optional.of(new NftField(domain, regions, false));
    }

    private static Optional<NftField> ports(PortSet protocols, Function<PortSet, Region> region) {
        return Optional.of(new NftField(
                Region.protocols(protocols),
                value -> numbers(value, ImmutableMap.of(), 65_535).map(region),
                true));
    }

    private static Optional<PortSet> numbers(Json value, Map<String, Integer> names, int last) {
        if (value instanceof Json.Obj object && object.get("range").isPresent()) {
            var ends = object.require("range").array();
            if (ends.size() != 2) {
                throw value.error("a range has two ends, but found " + ends.size());
            }
            OptionalInt first = number(ends.get(0), names, last);
            OptionalInt second = number(ends.get(1), names, last);
            return first.isPresent() && second.isPresent() && first.getAsInt() <= second.getAsInt()
                    ? Optional.of(PortSet.ofRange(first.getAsInt(), second.getAsInt()))
                    : Optional.empty();
        }
        OptionalInt number = number(value, names, last);
        return number.isPresent() ? Optional.of(PortSet.of(number.getAsInt())) : Optional.empty();
    }

    private static OptionalInt number(Json value, Map<String, Integer> names, int last) {
        if (value instanceof Json.Num) {
            return OptionalInt.of(value.integer(0, last));
        }
        if (value instanceof Json.Text text) {
            return last > 255
                    ? OptionalInt.empty()
                    : names.isEmpty() ? Protocols.number(text.value()) : Protocols.number(text.value(), names);
        }
        return OptionalInt.empty();
    }

    private static Optional<AddressSet> addresses(Json value, AddressSet family) {
        try {
            AddressSet addresses;
            if (value instanceof Json.Text text) {
                addresses = AddressSet.of(AddressRange.parse(text.value()));
            } else if (value instanceof Json.Obj object && object.get("prefix").isPresent()) {
                Json.Obj prefix = object.require("prefix").object();
                addresses = AddressSet.of(AddressRange.parse(prefix.require("addr")
                                .text() + "/" + prefix.require("len").integer(0, 128)));
            } else if (value instanceof Json.Obj object && object.get("range").isPresent()) {
                var ends = object.require("range").array();
                if (ends.size() != 2) {
                    throw value.error("a range has two ends, but found " + ends.size());
                }
                addresses = AddressSet.of(
                        AddressRange.of(ends.get(0).text(), ends.get(1).text()));
            } else {
                return Optional.empty();
            }
            return Optional.of(addresses).filter(family::contains);
        } catch (FirewallFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // such as IPv4 in IPv6 form, which no address here is
        }
    }
}
