package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What {@code show running-config}, {@code show access-lists} and {@code show object-group} print, in one text.
 *
 * <p>Lines that say nothing of lists, groups, interfaces and routes are passed over; so is a block that they begin.
 */
final class IosListing {
    private final Map<String, IosList> lists = new LinkedHashMap<>();
    private final Map<String, IosInterface> interfaces = new LinkedHashMap<>();
    private final IosGroups groups = new IosGroups();
    private final List<IosLine> routes = new ArrayList<>();

    /** Entries wait until all groups are known, which may stand behind them. */
    private final List<Waiting> waiting = new ArrayList<>();

    private @Nullable String dynamicRouting;

    private record Waiting(IosList list, IosLine entry) {}

    /** What the lines of a block are for. */
    private interface Block {
        void add(IosLine line);
    }

    /**
     * Reads a listing.
     *
     * @throws FirewallFormatException if it has no access list, or a line that is none
     */
    static IosListing read(String text) {
        IosListing listing = new IosListing();
        Block block = line -> {};
        for (IosLine line : IosLine.of(text)) {
            if (line.words().get(0).startsWith("!")) {
                block = line.indented() ? block : other -> {};
            } else if (line.indented()) {
                block.add(line);
            } else {
                block = listing.begin(line);
            }
        }
        for (Waiting each : listing.waiting) {
            each.list().add(each.entry(), listing.groups);
        }
        if (listing.lists.isEmpty()) {
            throw new FirewallFormatException(
                    1, 1, "there is no access list; expected what show running-config or show access-lists prints");
        }
        return listing;
    }

    ImmutableList<IosList> lists(boolean ipv6) {
        return lists.values().stream().filter(list -> list.isIpv6() == ipv6).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<IosInterface> interfaces() {
        return ImmutableList.copyOf(interfaces.values());
    }

    @Nullable
    IosList list(String name, boolean ipv6) {
        return lists.get(key(name, ipv6));
    }

    List<IosLine> routes() {
        return routes;
    }

    /** Returns what tells routers where networks are, if not the listing alone. */
    @Nullable
    String dynamicRouting() {
        return dynamicRouting;
    }

    /** Lists of both families may have one name. */
    private static String key(String name, boolean ipv6) {
        return (ipv6 ? "6 " : "4 ") + name;
    }

    private Block begin(IosLine line) {
        if (line.startsWith("ip", "access-list") || line.startsWith("ipv6", "access-list")) {
            return list(line);
        }
        if (line.startsWith("access-list")) {
            return numbered(line);
        }
        if (line.startsWith("no", "ip", "access-list") || line.startsWith("no", "ipv6", "access-list")) {
            lists.remove(key(line.word(line.words().size() - 1), line.startsWith("no", "ipv6")));
            return other -> {};
        }
        if (line.startsWith("no", "object-group")) {
            groups.remove(line.word(2), line.word(3));
            return other -> {};
        }
        if (line.startsWith("object-group")) {
            return group(line, line.word(1), line.word(2));
        }
        if (line.startsWith("Network", "object", "group") || line.startsWith("Service", "object", "group")) {
            return group(line, line.startsWith("Network") ? "network" : "service", line.word(3));
        }
        if (line.words().size() > 3 && line.word(1).equals("IP") && line.word(2).equals("access")) {
            return shown(line);
        }
        if (line.startsWith("IPv6", "access", "list")) {
            return open(line, line.word(3), true, false);
        }
        if (line.startsWith("interface")) {
            IosInterface at =
                    interfaces.computeIfAbsent(String.join("", line.from(1).words()), IosInterface::new);
            return at::add;
        }
        if (line.startsWith("ip", "route") || line.startsWith("ipv6", "route")) {
            routes.add(line);
        } else if (line.startsWith("router") || line.startsWith("ipv6", "router")) {
            dynamicRouting = line.toString();
        }
        return other -> {};
    }

    private Block group(IosLine line, String kind, String name) {
        if (!kind.equals("network") && !kind.equals("service")) {
            return other -> {}; // entries that refer to it are not understood
        }
        List<IosLine> members = groups.open(kind, name);
        line.word(2);
        return members::add;
    }

    private Block list(IosLine line) {
        if (line.startsWith("ipv6")) {
            return open(line, line.word(2), true, false);
        }
        String kind = line.word(2);
        if (kind.equals("extended") || kind.equals("standard")) {
            return open(line, line.word(3), false, kind.equals("standard"));
        }
        if (kind.equals("resequence")
                || kind.equals("log-update")
                || kind.equals("logging")
                || kind.equals("persistent")) {
            return other -> {};
        }
        throw line.error("a list is neither standard nor extended; expected what IOS prints, not NX-OS or others");
    }

    private Block shown(IosLine line) {
        String kind = line.word(0);
        String name = line.word(4);
        return switch (kind) {
            case "Standard", "Extended" -> open(line, name, false, kind.equals("Standard"));
            // its entries match what answers alone, and lists that evaluate it say so
            case "Reflexive" -> other -> {};
            default -> throw line.error("a list is neither Standard, Extended nor Reflexive; expected one of these");
        };
    }

    private Block open(IosLine line, String name, boolean ipv6, boolean standard) {
        IosList list = lists.computeIfAbsent(key(name, ipv6), first -> new IosList(name, ipv6, standard, line));
        return entry -> waiting.add(new Waiting(list, checked(entry)));
    }

    /** A configuration that is to be loaded may take entries away; a listing has none that is gone. */
    private static IosLine checked(IosLine entry) {
        if (entry.startsWith("no")) {
            throw entry.error("an entry is taken away; expected what show running-config prints");
        }
        return entry;
    }

    private Block numbered(IosLine line) {
        String name = line.word(1);
        OptionalInt extended = IosList.extendedByNumber(name);
        if (extended.isEmpty()) {
            if (!name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return other -> {}; // not of IP
            }
            throw line.error(
                    "the list " + Excerpts.quote(name) + " has no number; expected what IOS prints, not ASA or others");
        }
        open(line, name, false, extended.getAsInt() == 0).add(line.from(2));
        return other -> {};
    }
}
