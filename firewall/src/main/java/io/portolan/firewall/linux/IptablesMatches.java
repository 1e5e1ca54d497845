package io.portolan.firewall.linux;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.portolan.net.PortSet;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the options of iptables say of packets that begin a connection. */
final class IptablesMatches {
    private static final ImmutableSet<String> BEGINNING_NOTHING = ImmutableSet.of("ESTABLISHED", "RELATED", "INVALID");
    private static final ImmutableSet<String> FLAGS = ImmutableSet.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private final AddressFamily family;

    IptablesMatches(AddressFamily family) {
        this.family = family;
    }

    /**
     * Returns which packets an option holds for.
     *
     * @param option such as {@code -s}
     * @param values what follows it
     * @param negative whether an exclamation mark stands before it
     * @return the condition; one that is not understood if the option or its value is not
     */
    Condition match(String option, List<String> values, boolean negative) {
        String shown = (negative ? "! " : "") + option + (values.isEmpty() ? "" : " " + String.join(" ", values));
        Optional<Condition> condition = values.isEmpty() ? flag(option) : valued(option, values);
        return condition.map(is -> negative ? is.not() : is).orElseGet(() -> Condition.unknown(shown));
    }

    private static Optional<Condition> flag(String option) {
        return option.equals("--syn") ? Optional.of(Condition.ALWAYS) : Optional.empty();
    }

    private Optional<Condition> valued(String option, List<String> values) {
        String value = values.get(0);
        return switch (option) {
            case "-s", "--source" -> addresses(value).map(Region::from).map(Condition::of);
            case "-d", "--destination" -> addresses(value).map(Region::to).map(Condition::of);
            case "--src-range" -> range(value).map(Region::from).map(Condition::of);
            case "--dst-range" -> range(value).map(Region::to).map(Condition::of);
            case "-p", "--protocol" -> protocol(value);
            case "--dport", "--destination-port", "--dports", "--destination-ports" ->
                ports(value).map(ports -> Condition.of(Region.selecting(Region.EVERY_PROTOCOL, ports)));
            case "--sport", "--source-port", "--sports", "--source-ports" ->
                ports(value).map(ports -> Condition.of(Region.fromPorts(Region.EVERY_PROTOCOL, ports)));
            case "--ports" ->
                ports(value)
                        .map(ports -> Condition.anyOf(List.of(
                                Region.selecting(Region.EVERY_PROTOCOL, ports),
                                Region.fromPorts(Region.EVERY_PROTOCOL, ports))));
            case "--icmp-type" -> icmp(value, 1, Protocols.ICMP_TYPES);
            case "--icmpv6-type" -> icmp(value, 58, Protocols.ICMPV6_TYPES);
            case "--state", "--ctstate" -> state(value);
            case "--tcp-flags" -> values.size() == 2 ? flags(value, values.get(1)) : Optional.empty();
            case "-i", "--in-interface", "-o", "--out-interface" ->
                value.equals("lo") ? Optional.of(Condition.NEVER) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<AddressSet> addresses(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash >= 0 && text.indexOf('.', slash) > 0) {
                OptionalInt length = prefixLength(text.substring(slash + 1));
                return length.isPresent()
                        ? ofFamily(AddressRange.parse(text.substring(0, slash + 1) + length.getAsInt()))
                        : Optional.empty();
            }
            return ofFamily(AddressRange.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // such as an IPv6 mask that is no prefix
        }
    }

    private static OptionalInt prefixLength(String mask) {
        long bits = 0;
        for (String number : Splitter.on('.').split(mask)) {
            bits = bits << 8 | Protocols.number(number).orElse(256);
        }
        int length = Long.bitCount(bits);
        return bits == (0xFFFF_FFFFL << (32 - length) & 0xFFFF_FFFFL) ? OptionalInt.of(length) : OptionalInt.empty();
    }

    private Optional<AddressSet> range(String text) {
        try {
            return ofFamily(AddressRange.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<AddressSet> ofFamily(AddressRange range) {
        return range.family() == family ? Optional.of(AddressSet.of(range)) : Optional.empty();
    }

    private static Optional<Condition> protocol(String text) {
        if (text.equals("all") || text.equals("0")) {
            return Optional.of(Condition.ALWAYS);
        }
        OptionalInt number = Protocols.number(Ascii.toLowerCase(text));
        return number.isPresent()
                ? Optional.of(Condition.of(Region.protocols(PortSet.of(number.getAsInt()))))
                : Optional.empty();
    }

    /** Lists are joined by commas, ranges by colons; an end that is not given is the last port there is. */
    private static Optional<PortSet> ports(String text) {
        PortSet.Builder ports = PortSet.builder();
        for (String range : Splitter.on(',').split(text)) {
            int colon = range.indexOf(':');
            String first = colon < 0 ? range : colon == 0 ? "0" : range.substring(0, colon);
            String last = colon < 0 ? range : colon == range.length() - 1 ? "65535" : range.substring(colon + 1);
            try {
                ports.addAll(PortSet.parse(first.equals(last) ? first : first + "-" + last));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // the name of a service
            }
        }
        PortSet all = ports.build();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Optional<Condition> icmp(String text, int protocol, Map<String, Integer> names) {
        PortSet protocols = PortSet.of(protocol);
        if (text.equals("any") || (protocol == 1 && text.equals("255"))) {
            return Optional.of(Condition.of(Region.protocols(protocols)));
        }
        int slash = text.indexOf('/');
        OptionalInt type = Protocols.number(slash < 0 ? text : text.substring(0, slash), names);
        OptionalInt code = slash < 0 ? OptionalInt.empty() : Protocols.number(text.substring(slash + 1));
        if (type.isEmpty() || (slash >= 0 && code.isEmpty())) {
            return Optional.empty();
        }
        PortSet selectors = NftField.typesOf(PortSet.of(type.getAsInt()));
        return Optional.of(Condition.of(Region.selecting(
                protocols, code.isPresent() ? PortSet.of(selectors.first() + code.getAsInt()) : selectors)));
    }

    private static Optional<Condition> state(String text) {
        Set<String> states = new HashSet<>(Splitter.on(',').splitToList(text));
        if (states.contains("NEW")) {
            return Optional.of(Condition.ALWAYS);
        }
        return BEGINNING_NOTHING.containsAll(states) ? Optional.of(Condition.NEVER) : Optional.empty();
    }

    /** The first packet of a TCP connection has SYN set, and neither FIN, RST nor ACK. */
    private static Optional<Condition> flags(String mask, String set) {
        Set<String> asked = flags(mask);
        Set<String> wanted = flags(set);
        if (!FLAGS.containsAll(asked) || !FLAGS.containsAll(wanted)) {
            return Optional.empty();
        }
        boolean holds = wanted.equals(asked.contains("SYN") ? Set.of("SYN") : Set.of());
        return Optional.of(holds ? Condition.ALWAYS : Condition.NEVER);
    }

    private static Set<String> flags(String text) {
        return text.equals("ALL")
                ? FLAGS
                : text.equals("NONE")
                        ? Set.of()
                        : new HashSet<>(Splitter.on(',').splitToList(text));
    }
}
