package io.portolan.planner.matcher;

import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What packets are, as the number of a column: packets of one column are asked for by the same entries. Column 0 is what no
 * entry asks for.
 */
final class PortColumns {
    private static final int PORTS = 1 << 16;

    /** One protocol. */
    private static final class Protocol {
        final int base;
        final int mask;
        final char[] classOfSelector;
        /** One more for a port that is not known, at the end; null if all entries take all source ports. */
        final char @Nullable [] classOfSource;

        final int sources;
        final List<Bits> selectorClasses;
        final List<Bits> sourceClasses;

        Protocol(int base, int number, List<Integer> entries, Entry[] all) {
            this.base = base;
            this.mask = Entry.selects(number) ? PORTS - 1 : 0;
            Map<Bits, Integer> selectors = new LinkedHashMap<>();
            this.classOfSelector =
                    classes(mask + 1, entries, entry -> all[entry].shape().selectors(), selectors);
            boolean everySource =
                    entries.stream().allMatch(i -> all[i].shape().sourcePorts().isAll());
            Map<Bits, Integer> ports = new LinkedHashMap<>();
            char[] known = classes(PORTS, entries, entry -> all[entry].shape().sourcePorts(), ports);
            if (everySource) {
                this.classOfSource = null;
            } else {
                char[] source = Arrays.copyOf(known, PORTS + 1);
                long[] anyPort = Bits.words(entries.size());
                for (int i = 0; i < entries.size(); i++) {
                    if (all[entries.get(i)].shape().sourcePorts().isAll()) {
                        Bits.set(anyPort, i);
                    }
                }
                source[PORTS] = (char) (int) ports.computeIfAbsent(new Bits(anyPort), first -> ports.size());
                this.classOfSource = source;
            }
            this.selectorClasses = List.copyOf(selectors.keySet());
            this.sourceClasses = List.copyOf(ports.keySet());
            this.sources = sourceClasses.size();
        }

        private static char[] classes(
                int size, List<Integer> entries, IntFunction<NumberSet> ports, Map<Bits, Integer> numbers) {
            TreeMap<Integer, List<Integer>> flips = new TreeMap<>();
            flips.put(0, new ArrayList<>());
            for (int i = 0; i < entries.size(); i++) {
                NumberSet set = ports.apply(entries.get(i));
                for (int range = 0; range < set.rangeCount(); range++) {
                    flips.computeIfAbsent(set.firstOf(range), first -> new ArrayList<>())
                            .add(i);
                    flips.computeIfAbsent(set.lastOf(range) + 1, first -> new ArrayList<>())
                            .add(i);
                }
            }
            char[] classes = new char[size];
            long[] holding = Bits.words(entries.size());
            int from = 0;
            int number = 0;
            for (Map.Entry<Integer, List<Integer>> flip : flips.entrySet()) {
                Arrays.fill(classes, from, Math.min(flip.getKey(), size), (char) number);
                if (flip.getKey() >= size) {
                    break;
                }
                flip.getValue().forEach(i -> Bits.flip(holding, i));
                number = numbers.computeIfAbsent(new Bits(holding), first -> numbers.size());
                from = flip.getKey();
                Arrays.fill(classes, from, size, (char) number);
            }
            return classes;
        }

        int columns() {
            return selectorClasses.size() * sources;
        }
    }

    private final @Nullable Protocol[] ipv4 = new Protocol[256];
    private final @Nullable Protocol[] ipv6 = new Protocol[256];
    private final int[][] columnsOfEntry;
    private final int size;

    PortColumns(List<Entry> entries) {
        Entry[] all = entries.toArray(new Entry[0]);
        TreeMap<Integer, List<Integer>> byProtocol = new TreeMap<>();
        for (int i = 0; i < all.length; i++) {
            byProtocol
                    .computeIfAbsent(all[i].protocol(), first -> new ArrayList<>())
                    .add(i);
        }
        columnsOfEntry = new int[all.length][];
        int next = 1;
        for (Map.Entry<Integer, List<Integer>> each : byProtocol.entrySet()) {
            Protocol protocol = new Protocol(next, each.getKey(), each.getValue(), all);
            next += protocol.columns();
            ipv4[each.getKey()] = each.getKey() == IpProtocol.ICMPV6.number() ? null : protocol;
            ipv6[each.getKey()] = each.getKey() == IpProtocol.ICMP.number() ? null : protocol;
            for (int i = 0; i < each.getValue().size(); i++) {
                columnsOfEntry[each.getValue().get(i)] = columns(protocol, i);
            }
        }
        size = next;
    }

    private static int[] columns(Protocol protocol, int entry) {
        List<Integer> columns = new ArrayList<>();
        for (int selector = 0; selector < protocol.selectorClasses.size(); selector++) {
            for (int source = 0; source < protocol.sources; source++) {
                if (protocol.selectorClasses.get(selector).has(entry)
                        && protocol.sourceClasses.get(source).has(entry)) {
                    columns.add(protocol.base + selector * protocol.sources + source);
                }
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return size;
    }

    /** Returns the columns of the packets that an entry asks for; not to be changed. */
    int[] columnsOf(int entry) {
        return columnsOfEntry[entry];
    }

    int ipv4(int protocol, int sourcePort, int selector) {
        return column(ipv4[protocol], sourcePort, selector);
    }

    int ipv6(int protocol, int sourcePort, int selector) {
        return column(ipv6[protocol], sourcePort, selector);
    }

    private static int column(@Nullable Protocol protocol, int sourcePort, int selector) {
        if (protocol == null) {
            return 0;
        }
        int column = targetColumn(protocol, selector);
        return column == 0 ? 0 : column + sourceColumn(protocol, sourcePort);
    }

    private static int targetColumn(Protocol protocol, int selector) {
        if (selector < 0 && protocol.mask != 0) {
            return 0;
        }
        return protocol.base + protocol.classOfSelector[selector & protocol.mask] * protocol.sources;
    }

    private static int sourceColumn(Protocol protocol, int sourcePort) {
        char[] classOfSource = protocol.classOfSource;
        return classOfSource == null ? 0 : classOfSource[sourcePort < 0 ? PORTS : sourcePort];
    }

    /** Receives what packets to and from a port add to the number of their column. */
    interface Visitor {
        void port(boolean isIpv6, int protocol, int port, int asTarget, int asSource);
    }

    /** Visits all ports and types of ICMP, and other protocols with port 0; -1 stands for a source port that is not known. */
    void forEach(Visitor visitor) {
        for (int number = 0; number < ipv4.length; number++) {
            visit(false, number, ipv4[number], visitor);
            visit(true, number, ipv6[number], visitor);
        }
    }

    private static void visit(boolean isIpv6, int number, @Nullable Protocol protocol, Visitor visitor) {
        if (protocol != null) {
            visitor.port(isIpv6, number, -1, targetColumn(protocol, -1), sourceColumn(protocol, -1));
            for (int port = 0; port <= protocol.mask; port++) {
                visitor.port(isIpv6, number, port, targetColumn(protocol, port), sourceColumn(protocol, port));
            }
        }
    }
}
