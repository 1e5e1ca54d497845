package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.cisco.IosEntry.Matches;
import io.portolan.firewall.cisco.IosTransports.NotUnderstood;
import io.portolan.internal.Excerpts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads one entry. What it does not understand widens the entry to all that it could match, and is told.
 *
 * <p>Words that only log are passed over, and so are counts of hits and sequence numbers.
 */
final class IosEntryParser {
    private static final Pattern HITS = Pattern.compile("\\s*\\((?:\\d+ (?:hw )?match(?:es)?|hw matches)\\)");

    private final IosGroups groups;
    private final boolean ipv6;
    private final boolean standard;

    IosEntryParser(IosGroups groups, boolean ipv6, boolean standard) {
        this.groups = groups;
        this.ipv6 = ipv6;
        this.standard = standard;
    }

    /**
     * Reads an entry; empty if it decides nothing, as a remark.
     *
     * @param line the line, without the number of its list
     * @return the entry, with number 0 if the line does not tell it
     */
    Optional<IosEntry> entry(IosLine line) {
        Deque<String> words = new ArrayDeque<>(
                List.of(HITS.matcher(line.toString()).replaceAll("").split(" ", -1)));
        int number = number(line, words);
        String first = words.isEmpty() ? "" : words.pop();
        switch (first) {
            case "remark" -> {
                return Optional.empty();
            }
            case "evaluate" -> {
                return Optional.of(new IosEntry(
                        number,
                        Action.ALLOW,
                        every(),
                        every(),
                        ImmutableList.of(),
                        Matches.REFLECTED,
                        ImmutableList.of("evaluate " + Excerpts.quote(words.isEmpty() ? "" : words.peek()))));
            }
            case "permit", "deny" -> {
                return Optional.of(entry(number, first.equals("permit") ? Action.ALLOW : Action.DENY, words));
            }
            case "dynamic" -> {
                return Optional.of(dynamic(line, number, words));
            }
            default ->
                throw line.error("an entry begins with " + Excerpts.quote(first)
                        + "; expected permit, deny, remark, evaluate or dynamic");
        }
    }

    private static int number(IosLine line, Deque<String> words) {
        if ("sequence".equals(words.peek())) {
            words.pop();
        }
        String first = words.isEmpty() ? "" : words.peek();
        int number = sequence(first);
        if (number > 0) {
            words.pop();
        }
        // lists for IPv6 are shown with the number behind
        if (words.size() > 2 && !"remark".equals(words.peek())) {
            String last = words.removeLast();
            if ("sequence".equals(words.peekLast()) && sequence(last) > 0) {
                words.removeLast();
                return sequence(last);
            }
            words.addLast(last);
        }
        if (words.isEmpty()) {
            throw line.error("an entry has a number alone; expected permit or deny after it");
        }
        return number;
    }

    private static int sequence(String word) {
        boolean digits = !word.isEmpty() && word.length() <= 9 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(word) : 0;
    }

    /** Lock-and-key: the entry is there while somebody has logged in. */
    private IosEntry dynamic(IosLine line, int number, Deque<String> words) {
        while (!words.isEmpty()
                && !words.peek().equals("permit")
                && !words.peek().equals("deny")) {
            words.pop();
        }
        if (words.isEmpty()) {
            throw line.error("a dynamic entry has neither permit nor deny; expected one");
        }
        Action action = words.pop().equals("permit") ? Action.ALLOW : Action.DENY;
        return widened(number, action, "dynamic: it depends on who has logged in");
    }

    private AddressSet every() {
        return ipv6 ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
    }

    private IosEntry widened(int number, Action action, String reason) {
        return new IosEntry(
                number, action, every(), every(), ImmutableList.of(), Matches.EVERY, ImmutableList.of(reason));
    }

    private IosEntry entry(int number, Action action, Deque<String> words) {
        String text = String.join(" ", words);
        try {
            return standard ? standard(number, action, words) : extended(number, action, words);
        } catch (NotUnderstood e) {
            return widened(number, action, e.getMessage() + " in " + Excerpts.quote(text));
        }
    }

    private IosEntry standard(int number, Action action, Deque<String> words) throws NotUnderstood {
        if (words.isEmpty()) {
            throw new NotUnderstood("nothing after the action");
        }
        // show access-lists prints "10.0.0.0, wildcard bits 0.0.0.255"
        List<String> plain = words.stream()
                .map(word -> word.endsWith(",") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> !word.equals("wildcard") && !word.equals("bits"))
                .toList();
        Deque<String> rest = new ArrayDeque<>(plain);
        AddressSet sources;
        String next = rest.size() > 1 ? plain.get(1) : "";
        if (Wildcard.bits(rest.peek()) >= 0 && Wildcard.bits(next) < 0) {
            sources = address(rest.pop());
        } else {
            sources = addresses(rest);
        }
        ImmutableList.Builder<String> notUnderstood = ImmutableList.builder();
        rest(rest, notUnderstood);
        return new IosEntry(number, action, sources, every(), ImmutableList.of(), Matches.EVERY, notUnderstood.build());
    }

    private IosEntry extended(int number, Action action, Deque<String> words) throws NotUnderstood {
        if (words.isEmpty()) {
            throw new NotUnderstood("nothing after the action");
        }
        String first = words.pop();
        if (first.equals("object-group")) {
            String name = words.isEmpty() ? "" : words.pop();
            ImmutableList<Transport> services =
                    groups.transports(name, ipv6).orElseThrow(() -> new NotUnderstood("the group of services " + name));
            AddressSet sources = addresses(words);
            return rest(number, action, sources, addresses(words), services, words);
        }
        OptionalInt protocol = IosTransports.protocol(first, ipv6);
        int ported = protocol.isPresent() && IosTransports.hasPorts(protocol.getAsInt()) ? protocol.getAsInt() : 0;
        AddressSet sources = addresses(words);
        PortSet from = ported > 0 ? IosTransports.ports(words, ported) : PortSet.all();
        AddressSet destinations = addresses(words);
        PortSet to = ported > 0 ? IosTransports.ports(words, ported) : PortSet.all();
        if (from.isEmpty() || to.isEmpty()) {
            throw new NotUnderstood("a port beyond all ports");
        }
        ImmutableList<Transport> transports;
        if (protocol.isEmpty()) {
            transports = ImmutableList.of();
        } else if (ported > 0) {
            transports = ImmutableList.of(IosTransports.ports(ported, from, to));
        } else if (IosTransports.isIcmp(protocol.getAsInt(), ipv6)) {
            transports = ImmutableList.of(IosTransports.icmp(words, ipv6));
        } else {
            IpProtocol other = IpProtocol.of(protocol.getAsInt());
            if (other == IpProtocol.ICMP || other == IpProtocol.ICMPV6) {
                throw new NotUnderstood("the protocol of another family");
            }
            transports = ImmutableList.of(Transport.ip(other));
        }
        return rest(number, action, sources, destinations, transports, words);
    }

    private IosEntry rest(
            int number,
            Action action,
            AddressSet sources,
            AddressSet destinations,
            ImmutableList<Transport> transports,
            Deque<String> words) {
        boolean established = "established".equals(words.peek());
        if (established) {
            words.pop();
        }
        ImmutableList.Builder<String> notUnderstood = ImmutableList.builder();
        rest(words, notUnderstood);
        return new IosEntry(
                number,
                action,
                sources,
                destinations,
                transports,
                established ? Matches.ESTABLISHED : Matches.EVERY,
                notUnderstood.build());
    }

    /** Takes the words behind what tells addresses and transports. */
    private static void rest(Deque<String> words, ImmutableList.Builder<String> notUnderstood) {
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "log", "log-input" -> {}
                case "reflect" -> {
                    // packets pass as without it; their answers then pass where the list is evaluated
                    words.poll();
                    if ("timeout".equals(words.peek())) {
                        words.pop();
                        words.poll();
                    }
                }
                default -> {
                    notUnderstood.add(Excerpts.quote(word + (words.isEmpty() ? "" : " " + String.join(" ", words))));
                    words.clear();
                }
            }
        }
    }

    private AddressSet addresses(Deque<String> words) throws NotUnderstood {
        String first = words.isEmpty() ? "" : words.pop();
        switch (first) {
            case "any" -> {
                return every();
            }
            case "host" -> {
                return address(words.isEmpty() ? "" : words.pop());
            }
            case "object-group" -> {
                String name = words.isEmpty() ? "" : words.pop();
                AddressSet members =
                        groups.addresses(name).orElseThrow(() -> new NotUnderstood("the group of addresses " + name));
                AddressSet own = members.intersection(every());
                if (own.isEmpty()) {
                    throw new NotUnderstood("the group of addresses " + name + ", which is of another family,");
                }
                return own;
            }
            default -> {
                return ipv6 ? prefix(first) : wildcard(first, words.isEmpty() ? "" : words.pop());
            }
        }
    }

    private AddressSet address(String text) throws NotUnderstood {
        try {
            AddressRange address = AddressRange.parse(text);
            AddressSet one = AddressSet.of(address).intersection(every());
            if (address.first().equals(address.last()) && !one.isEmpty()) {
                return one;
            }
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("the address " + Excerpts.quote(text));
        }
        throw new NotUnderstood("the address " + Excerpts.quote(text));
    }

    /** Bits behind the length of a prefix do not matter. */
    private AddressSet prefix(String text) throws NotUnderstood {
        int slash = text.indexOf('/');
        OptionalInt length =
                slash < 0 ? OptionalInt.empty() : IosNames.number(text.substring(slash + 1), java.util.Map.of(), 128);
        if (length.isEmpty()) {
            throw new NotUnderstood("the prefix " + Excerpts.quote(text));
        }
        try {
            return AddressSet.parse(text).intersection(every());
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("the prefix " + Excerpts.quote(text));
        }
    }

    private static AddressSet wildcard(String address, String wildcard) throws NotUnderstood {
        long bits = Wildcard.bits(address);
        long mask = Wildcard.bits(wildcard);
        if (bits < 0 || mask < 0) {
            throw new NotUnderstood("the address " + Excerpts.quote(address + " " + wildcard));
        }
        return Wildcard.addresses(bits, mask)
                .orElseThrow(() -> new NotUnderstood("the wildcard mask " + wildcard + ", of too many networks,"));
    }
}
