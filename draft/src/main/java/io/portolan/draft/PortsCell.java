package io.portolan.draft;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports that a cell says, and what stands in the way of taking them.
 *
 * <p>Understood are ports and ranges with commas or "and" between them, and before or behind them TCP, UDP or both. Whatever
 * else stands there is a doubt and leaves no ports: alternatives, words such as "dynamic", and ranges so wide that they may
 * be a dynamic range.
 *
 * @param ports the ports; none if there are doubts, or if the cell says that there are none
 * @param protocols the protocols that the cell itself names, in its order; empty if it names none
 * @param doubts what a person must decide, in words
 */
record PortsCell(Optional<PortSet> ports, ImmutableSet<IpProtocol> protocols, ImmutableList<String> doubts) {
    /** A range of this size is likelier the dynamic range of a host than a list of ports that a program chose. */
    private static final int WIDE = 1000;

    private static final CharMatcher DASHES = CharMatcher.anyOf("-–—");
    private static final String PORT = "\\d{1,5}(?:\\s?[-–]\\s?\\d{1,5})?";
    private static final String PORTS = PORT + "(?:\\s?(?:,\\s?and|,|and|&)\\s?" + PORT + ")*";
    private static final String PROTOCOL = "(?:tcp|udp)";
    private static final String PROTOCOLS = PROTOCOL + "(?:\\s?(?:/|,|and|&)\\s?" + PROTOCOL + ")*";
    private static final Pattern FORM = Pattern.compile("(?:(?<before>" + PROTOCOLS + ")\\s?(?:ports?)?\\s?[:/]?\\s?)?"
            + "(?<ports>" + PORTS + ")(?:\\s?[/(]?\\s?(?<behind>" + PROTOCOLS + ")\\s?\\)?)?");
    private static final Pattern EACH_PROTOCOL = Pattern.compile(PROTOCOL);
    private static final Pattern ALTERNATIVES = Pattern.compile("\\d\\s*(?:/|\\||\\bor\\b)\\s*\\d");

    static PortsCell parse(String text) {
        String cell = text.toLowerCase(Locale.ROOT).strip();
        if (cell.isEmpty() || DASHES.matchesAllOf(cell) || cell.equals("n/a") || cell.equals("none")) {
            return new PortsCell(Optional.empty(), ImmutableSet.of(), ImmutableList.of());
        }
        Matcher form = FORM.matcher(cell);
        if (!form.matches()) {
            return doubt(
                    ALTERNATIVES.matcher(cell).find()
                            ? "alternatives: a setting, or all of them?"
                            : "not a list of ports: a setting, the dynamic range, or nothing?",
                    text);
        }
        String before = form.group("before");
        String behind = form.group("behind");
        if (before != null && behind != null) {
            return doubt("protocols stand before and behind the ports", text);
        }
        PortSet ports;
        try {
            ports = PortSet.parse(form.group("ports")
                    .replaceAll("(?:,\\s?)?and|&", ",")
                    .replaceAll("\\s", "")
                    .replace('–', '-'));
        } catch (IllegalArgumentException e) {
            return doubt(String.valueOf(e.getMessage()), text);
        }
        if (ports.ranges().stream().anyMatch(range -> range.last() - range.first() >= WIDE)) {
            return doubt("a wide range: the dynamic range of the host, or these numbers?", text);
        }
        return new PortsCell(Optional.of(ports), protocols(before == null ? behind : before), ImmutableList.of());
    }

    private static ImmutableSet<IpProtocol> protocols(@org.jspecify.annotations.Nullable String named) {
        ImmutableSet.Builder<IpProtocol> protocols = ImmutableSet.builder();
        Matcher each = EACH_PROTOCOL.matcher(named == null ? "" : named);
        while (each.find()) {
            protocols.add(each.group().equals("tcp") ? IpProtocol.TCP : IpProtocol.UDP);
        }
        return protocols.build();
    }

    private static PortsCell doubt(String what, String text) {
        return new PortsCell(Optional.empty(), ImmutableSet.of(), ImmutableList.of(what + " (\"" + text + "\")"));
    }
}
