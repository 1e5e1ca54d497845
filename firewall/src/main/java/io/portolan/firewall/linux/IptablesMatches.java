package io.portolan.firewall.linux;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.linux.States.State;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the options of iptables say of packets that begin a connection. */
final class IptablesMatches {
    private static final ImmutableMap<String, State> STATES = ImmutableMap.of(
            "INVALID",
            State.INVALID,
            "ESTABLISHED",
            State.ESTABLISHED,
            "RELATED",
            State.RELATED,
            "NEW",
            State.NEW,
            "UNTRACKED",
            State.UNTRACKED);

    private static final ImmutableSet<String> KNOWN = ImmutableSet.of(
            "-s",
            "--source",
            "--src",
            "-d",
            "--destination",
            "--dst",
            "--src-range",
            "--dst-range",
            "-p",
            "--protocol",
            "--proto",
            "--dport",
            "--destination-port",
            "--dports",
            "--destination-ports",
            "--sport",
            "--source-port",
            "--sports",
            "--source-ports",
            "--ports",
            "--icmp-type",
            "--icmpv6-type",
            "--state",
            "--ctstate",
            "--ctstatus",
            "--ctdir",
            "--tcp-flags",
            "--syn",
            "-f",
            "--fragment",
            "-4",
            "--ipv4",
            "-6",
            "--ipv6",
            "-i",
            "--in-interface",
            "-o",
            "--out-interface");

    private final AddressFamily family;
    private final Context context;

    IptablesMatches(AddressFamily family, Context context) {
        this.family = family;
        this.context = context;
    }

    /** Tells whether an option is one of a match that is understood, wherever it stands. */
    static boolean knows(String option) {
        return KNOWN.contains(option);
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
        if (condition.isEmpty()) {
            return Condition.unknown(shown);
        }
        return negative ? condition.get().not().and(domain(option)) : condition.get();
    }

    /** The packets of which alone a match can hold, even if it is negative. */
    private Condition domain(String option) {
        return option.equals("--ctstatus") ? States.tracked(context) : Condition.ALWAYS;
    }

    /** Returns the packets that have AH, wherever it stands among their headers. */
    Condition authenticationHeader() {
        return Condition.of(Region.protocols(NumberSet.of(51)));
    }

    private Optional<Condition> flag(String option) {
        return switch (option) {
            case "--syn" ->
                TcpFlags.bits(List.of("fin", "syn", "rst", "ack")).stream()
                        .mapToObj(mask -> TcpFlags.equal(mask, 2))
                        .findFirst();
            // packets are looked at whole
            case "-f", "--fragment" -> Optional.of(Condition.NEVER);
            case "-4", "--ipv4" -> Optional.of(family == AddressFamily.IPV4 ? Condition.ALWAYS : Condition.NEVER);
            case "-6", "--ipv6" -> Optional.of(family == AddressFamily.IPV6 ? Condition.ALWAYS : Condition.NEVER);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> valued(String option, List<String> values) {
        String value = values.get(0);
        if (values.size() > (option.equals("--tcp-flags") ? 2 : 1)) {
            return Optional.empty();
        }
        return switch (option) {
            case "-s", "--source", "--src" -> addresses(value).map(Region::from).map(Condition::of);
            case "-d", "--destination", "--dst" ->
                addresses(value).map(Region::to).map(Condition::of);
            case "--src-range" -> range(value).map(Region::from).map(Condition::of);
            case "--dst-range" -> range(value).map(Region::to).map(Condition::of);
            case "-p", "--protocol", "--proto" -> protocol(value);
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
            case "--ctstatus" -> status(value);
            case "--ctdir" -> direction(value);
            case "--tcp-flags" -> values.size() == 2 ? flags(value, values.get(1)) : Optional.empty();
            case "-i", "--in-interface" ->
                Optional.of(context.interfaces().incoming(value, context, option + " " + value));
            case "-o", "--out-interface" ->
                Optional.of(context.interfaces().outgoing(value, context, option + " " + value));
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
        List<String> numbers = Splitter.on('.').splitToList(mask);
        if (numbers.size() != 4) {
            return OptionalInt.empty();
        }
        for (String number : numbers) {
            bits = bits << 8 | Protocols.number(number, Map.of()).orElse(256);
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

    private Optional<Condition> protocol(String text) {
        if (text.equals("all") || text.equals("0")) {
            return Optional.of(Condition.ALWAYS);
        }
        OptionalInt number = Protocols.number(Ascii.toLowerCase(text));
        return number.isPresent()
                ? Optional.of(behind(Region.protocols(NumberSet.of(number.getAsInt()))))
                : Optional.empty();
    }

    private Condition behind(Region region) {
        return family == AddressFamily.IPV6 ? ExtensionHeaders.behind(region) : Condition.of(region);
    }

    /** Lists are joined by commas, ranges by colons; an end that is not given is the last port there is. */
    private static Optional<NumberSet> ports(String text) {
        NumberSet.Builder ports = NumberSet.builder();
        for (String range : Splitter.on(',').split(text)) {
            int colon = range.indexOf(':');
            String first = colon < 0 ? range : colon == 0 ? "0" : range.substring(0, colon);
            String last = colon < 0 ? range : colon == range.length() - 1 ? "65535" : range.substring(colon + 1);
            if (!isPort(first) || !isPort(last) || Integer.parseInt(first) > Integer.parseInt(last)) {
                return Optional.empty(); // the name of a service
            }
            ports.addRange(Integer.parseInt(first), Integer.parseInt(last));
        }
        return Optional.of(ports.build());
    }

    private static boolean isPort(String text) {
        return !text.isEmpty()
                && text.length() <= 5
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) <= 65_535;
    }

    private Optional<Condition> icmp(String text, int protocol, Map<String, Integer> names) {
        NumberSet protocols = NumberSet.of(protocol);
        if (text.equals("any") || (protocol == 1 && text.equals("255"))) {
            return Optional.of(behind(Region.protocols(protocols)));
        }
        int slash = text.indexOf('/');
        OptionalInt type = Protocols.number(slash < 0 ? text : text.substring(0, slash), names);
        OptionalInt code = slash < 0 ? OptionalInt.empty() : Protocols.number(text.substring(slash + 1), Map.of());
        if (type.isEmpty() || (slash >= 0 && code.isEmpty())) {
            return Optional.empty();
        }
        NumberSet selectors = NftField.typesOf(NumberSet.of(type.getAsInt()));
        return Optional.of(behind(Region.selecting(
                protocols, code.isPresent() ? NumberSet.of(selectors.first() + code.getAsInt()) : selectors)));
    }

    private Optional<Condition> state(String text) {
        Set<State> states = EnumSet.noneOf(State.class);
        Condition translated = Condition.NEVER;
        for (String name : Splitter.on(',').split(text)) {
            State state = STATES.get(name);
            if (state != null) {
                states.add(state);
            } else if (name.equals("DNAT")) {
                translated = translated.or(NftConnections.translated(context));
            } else if (!name.equals("SNAT") || context.hasMasquerades()) {
                return Optional.empty();
            }
        }
        return Optional.of(States.of(states, context).or(translated));
    }

    private Optional<Condition> status(String text) {
        for (String name : Splitter.on(',').split(text)) {
            boolean never = name.equals("SEEN_REPLY")
                    || name.equals("ASSURED")
                    || (name.equals("EXPECTED") && !context.hasHelpers());
            if (!never) {
                return Optional.empty();
            }
        }
        return Optional.of(Condition.NEVER);
    }

    private Optional<Condition> direction(String text) {
        return switch (text) {
            case "ORIGINAL" -> Optional.of(States.tracked(context));
            case "REPLY" -> Optional.of(Condition.NEVER);
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> flags(String mask, String set) {
        OptionalInt asked = flags(mask);
        OptionalInt wanted = flags(set);
        return asked.isPresent() && wanted.isPresent()
                ? Optional.of(TcpFlags.equal(asked.getAsInt(), wanted.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt flags(String text) {
        return switch (text) {
            case "ALL" -> TcpFlags.bits(List.of("fin", "syn", "rst", "psh", "ack", "urg"));
            case "NONE" -> OptionalInt.of(0);
            default -> TcpFlags.bits(Splitter.on(',').splitToList(Ascii.toLowerCase(text)));
        };
    }
}
