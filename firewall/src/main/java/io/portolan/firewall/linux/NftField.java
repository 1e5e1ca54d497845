package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.json.Json;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A field of packets that a match of nftables looks at: its values are conditions. */
final class NftField {
    private static final int CODES = 256;
    private static final int LAST_PORT = 65_535;

    private static final ImmutableMap<String, Integer> WITH_PORTS =
            ImmutableMap.of("tcp", 6, "udp", 17, "dccp", 33, "sctp", 132, "udplite", 136);

    private static final ImmutableMap<String, AddressFamily> ETHER_TYPES = ImmutableMap.<String, AddressFamily>builder()
            .put("ip", AddressFamily.IPV4)
            .put("ip6", AddressFamily.IPV6)
            .put("ipv4", AddressFamily.IPV4)
            .put("ipv6", AddressFamily.IPV6)
            .put("2", AddressFamily.IPV4)
            .put("10", AddressFamily.IPV6)
            .put("2048", AddressFamily.IPV4)
            .put("34525", AddressFamily.IPV6)
            .buildOrThrow();

    private final Condition domain;
    private final Function<Json, Optional<Condition>> values;
    private final Optional<Function<Json, Optional<Condition>>> bits;
    private final boolean ports;

    private NftField(
            Condition domain,
            Function<Json, Optional<Condition>> values,
            Optional<Function<Json, Optional<Condition>>> bits,
            boolean ports) {
        this.domain = domain;
        this.values = values;
        this.bits = bits;
        this.ports = ports;
    }

    /** Returns a field of which a value is one of several bits, or some of them. */
    static NftField ofBits(
            Condition domain, Function<Json, Optional<Condition>> values, Function<Json, Optional<Condition>> bits) {
        return new NftField(domain, values, Optional.of(bits), false);
    }

    /** Returns the field that an expression names, empty if packets have none such here. */
    static Optional<NftField> of(Json.Obj expression, Context context) {
        if (expression.get("payload").isPresent() && expression.require("payload") instanceof Json.Obj payload) {
            if (isFlags(expression)) {
                return Optional.of(flags(TcpFlags.ALL));
            }
            return payload.get("protocol").isPresent() && payload.get("field").isPresent()
                    ? payload(
                            payload.require("protocol").text(),
                            payload.require("field").text())
                    : Optional.empty();
        }
        if (expression.get("meta").isPresent() && expression.require("meta") instanceof Json.Obj meta) {
            return meta(meta.require("key").text(), context);
        }
        if (expression.get("ct").isPresent() && expression.require("ct") instanceof Json.Obj ct) {
            return NftConnections.field(ct, context);
        }
        return expression.get("&").isPresent() ? masked(expression.require("&")) : Optional.empty();
    }

    private static boolean isFlags(Json what) {
        return what instanceof Json.Obj object
                && object.get("payload").orElse(what) instanceof Json.Obj payload
                && isText(payload, "protocol", "tcp")
                && isText(payload, "field", "flags");
    }

    private static boolean isText(Json.Obj object, String key, String text) {
        return object.get(key).orElse(object) instanceof Json.Text is
                && is.value().equals(text);
    }

    private static Optional<NftField> masked(Json operands) {
        if (operands instanceof Json.Arr array
                && array.values().size() == 2
                && isFlags(array.values().get(0))) {
            OptionalInt mask = TcpFlags.bits(NftTexts.of(array.values().get(1)));
            return mask.isPresent() ? Optional.of(flags(mask.getAsInt())) : Optional.empty();
        }
        return Optional.empty();
    }

    private static NftField flags(int mask) {
        return ofBits(
                Condition.of(Region.protocols(NumberSet.of(6))),
                value -> bits(value).map(flags -> TcpFlags.equal(mask, flags)),
                value -> bits(value).map(flags -> TcpFlags.any(mask & flags)));
    }

    private static Optional<Integer> bits(Json value) {
        var texts = NftTexts.of(value);
        OptionalInt bits = TcpFlags.bits(texts);
        return texts.isEmpty() || bits.isEmpty() ? Optional.empty() : Optional.of(bits.getAsInt());
    }

    /** Returns the packets whose field has a value: one, a prefix or a range; empty if the value is anything else. */
    Optional<Condition> value(Json value) {
        return values.apply(value);
    }

    /** Returns the packets that have any bit of a value; what {@link #value} says if the field has no bits. */
    Optional<Condition> any(Json value) {
        return bits.isPresent() ? bits.get().apply(value) : value(value);
    }

    /** Returns the packets that have the field, of which alone a match can hold, even one for other values. */
    Condition domain() {
        return domain;
    }

    /** Tells whether a value is made of bits. */
    boolean hasBits() {
        return bits.isPresent();
    }

    /** Tells whether values are ports, of which some are above others. */
    boolean hasPorts() {
        return ports;
    }

    private static Optional<NftField> payload(String protocol, String field) {
        return switch (protocol) {
            case "ip" -> ip(field, AddressFamily.IPV4, "protocol");
            case "ip6" -> ip(field, AddressFamily.IPV6, "nexthdr");
            case "icmp" -> icmp(field, AddressFamily.IPV4, 1, Protocols.ICMP_TYPES, Protocols.ICMP_CODES);
            case "icmpv6" -> icmp(field, AddressFamily.IPV6, 58, Protocols.ICMPV6_TYPES, Protocols.ICMPV6_CODES);
            case "th" -> ports(field, Protocols.WITH_PORTS, true);
            default -> {
                Integer number = WITH_PORTS.get(protocol);
                yield number == null ? Optional.empty() : ports(field, NumberSet.of(number), false);
            }
        };
    }

    private static Optional<NftField> ip(String field, AddressFamily family, String protocol) {
        Region ofFamily = Region.of(family);
        AddressSet all = family == AddressFamily.IPV4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
        if (field.equals("saddr")) {
            return other(ofFamily, value -> addresses(value, all).map(Region::from));
        }
        if (field.equals("daddr")) {
            return other(ofFamily, value -> addresses(value, all).map(Region::to));
        }
        if (field.equals(protocol)) {
            // the first header behind that of IP, which is that of AH, too
            return other(
                    ofFamily,
                    value -> numbers(value, ImmutableMap.of(), 255)
                            .map(numbers -> Region.protocols(numbers).intersection(ofFamily)));
        }
        return Optional.empty();
    }

    private static Optional<NftField> icmp(
            String field, AddressFamily family, int protocol, Map<String, Integer> types, Map<String, Integer> codes) {
        Region ofProtocol = Region.of(family).intersection(Region.protocols(NumberSet.of(protocol)));
        return switch (field) {
            case "type" ->
                behind(
                        ofProtocol,
                        value -> numbers(value, types, 255)
                                .map(numbers -> ofProtocol.intersection(
                                        Region.selecting(Region.EVERY_PROTOCOL, typesOf(numbers)))));
            case "code" ->
                behind(
                        ofProtocol,
                        value -> numbers(value, codes, 255)
                                .map(numbers -> ofProtocol.intersection(
                                        Region.selecting(Region.EVERY_PROTOCOL, codesOf(numbers)))));
            default -> Optional.empty();
        };
    }

    /** Returns types of ICMP with all of their codes. */
    static NumberSet typesOf(NumberSet types) {
        NumberSet.Builder selectors = NumberSet.builder();
        for (int i = 0; i < types.rangeCount(); i++) {
            selectors.addRange(types.firstOf(i) * CODES, types.lastOf(i) * CODES + CODES - 1);
        }
        return selectors.build();
    }

    private static NumberSet codesOf(NumberSet codes) {
        NumberSet.Builder selectors = NumberSet.builder();
        for (int type = 0; type < CODES; type++) {
            for (int i = 0; i < codes.rangeCount(); i++) {
                selectors.addRange(type * CODES + codes.firstOf(i), type * CODES + codes.lastOf(i));
            }
        }
        return selectors.build();
    }

    private static Optional<NftField> meta(String key, Context context) {
        return switch (key) {
            case "l4proto" ->
                behind(
                        Region.EVERYTHING,
                        value -> numbers(value, ImmutableMap.of(), 255).map(Region::protocols));
            case "nfproto", "protocol" -> other(Region.EVERYTHING, NftField::family);
            case "iif", "iifname" -> device(value -> context.interfaces().incoming(value, context, key + " " + value));
            case "oif", "oifname" -> device(value -> context.interfaces().outgoing(value, context, key + " " + value));
            default -> Optional.empty();
        };
    }

    private static Optional<NftField> device(Function<String, Condition> through) {
        return field(
                Condition.ALWAYS,
                value -> value instanceof Json.Text name ? Optional.of(through.apply(name.value())) : Optional.empty(),
                false);
    }

    private static Optional<Region> family(Json value) {
        AddressFamily family = value instanceof Json.Text text
                ? ETHER_TYPES.get(text.value())
                : value instanceof Json.Num number ? ETHER_TYPES.get(number.value()) : null;
        return Optional.ofNullable(family).map(Region::of);
    }

    private static Optional<NftField> other(Region domain, Function<Json, Optional<Region>> regions) {
        return field(Condition.of(domain), value -> regions.apply(value).map(Condition::of), false);
    }

    private static Optional<NftField> behind(Region domain, Function<Json, Optional<Region>> regions) {
        return field(
                domain.equals(Region.EVERYTHING) ? Condition.ALWAYS : ExtensionHeaders.behind(domain),
                value -> regions.apply(value).map(ExtensionHeaders::behind),
                false);
    }

    private static Optional<NftField> field(
            Condition domain, Function<Json, Optional<Condition>> values, boolean ports) {
        return Optional.of(new NftField(domain, values, Optional.empty(), ports));
    }

    /** The kernel takes bytes for ports whatever the protocol is, unless the rule asks for one. */
    private static Optional<NftField> ports(String field, NumberSet protocols, boolean anyProtocol) {
        if (!field.equals("dport") && !field.equals("sport")) {
            return Optional.empty();
        }
        Region without = Region.protocols(Region.EVERY_PROTOCOL.difference(protocols));
        Condition other = anyProtocol
                ? Condition.perhaps(without, "th " + field + " of protocols without ports")
                : Condition.NEVER;
        Function<Json, Optional<Condition>> values = value -> numbers(value, ImmutableMap.of(), LAST_PORT)
                .map(numbers -> ExtensionHeaders.behind(
                                field.equals("dport")
                                        ? Region.selecting(protocols, numbers)
                                        : Region.fromPorts(protocols, numbers))
                        .or(other));
        return field(
                anyProtocol ? Condition.ALWAYS : ExtensionHeaders.behind(Region.protocols(protocols)), values, true);
    }

    private static Optional<NumberSet> numbers(Json value, Map<String, Integer> names, int last) {
        if (value instanceof Json.Obj object && object.get("range").isPresent()) {
            var ends = object.require("range").array();
            if (ends.size() != 2) {
                throw value.error("a range has two ends, but found " + ends.size());
            }
            OptionalInt first = number(ends.get(0), names, last);
            OptionalInt second = number(ends.get(1), names, last);
            return first.isPresent() && second.isPresent() && first.getAsInt() <= second.getAsInt()
                    ? Optional.of(NumberSet.ofRange(first.getAsInt(), second.getAsInt()))
                    : Optional.empty();
        }
        OptionalInt number = number(value, names, last);
        return number.isPresent() ? Optional.of(NumberSet.of(number.getAsInt())) : Optional.empty();
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

    /** Returns the addresses of a value: one, a prefix or a range, all of one family; empty if it is anything else. */
    static Optional<AddressSet> addresses(Json value, AddressSet family) {
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
