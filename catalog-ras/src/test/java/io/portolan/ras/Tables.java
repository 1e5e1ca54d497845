package io.portolan.ras;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The tables of the flattened article, found by what their cells look like and by nothing that the catalog knows: a cell
 * of protocols has one or two names before it, ports after it, and then the purpose.
 */
final class Tables {
    /** A row of the tables of ports, with its cells as printed. */
    record PortRow(String place, String source, String destination, String protocols, String ports, String purpose) {
        /** Returns the ports of each protocol, crossed only within their group. */
        Map<String, PortSet> traffic() {
            if (protocols.equals("VRRP")) {
                return Map.of("vrrp", PortSet.none()); // the number is not one of a port
            }
            List<String> protocolGroups = groups(protocols);
            List<String> portGroups = groups(REPAIRED.getOrDefault(place, ports));
            if (protocolGroups.size() != 1 && protocolGroups.size() != portGroups.size()) {
                throw new IllegalStateException(place + ": " + protocolGroups + " beside " + portGroups);
            }
            Map<String, PortSet> traffic = new TreeMap<>();
            for (int i = 0; i < portGroups.size(); i++) {
                PortSet group = PortSet.parse(portGroups.get(i));
                String names = protocolGroups.get(protocolGroups.size() == 1 ? 0 : i);
                for (String protocol : Splitter.on(',').split(names)) {
                    traffic.merge(protocol.equals("TCP") ? "tcp" : "udp", group, PortSet::union);
                }
            }
            return traffic;
        }

        /** Cuts at spaces that no comma precedes: lines of a cell were joined by spaces. */
        private static List<String> groups(String cell) {
            String plain =
                    WORDS.matcher(cell).replaceAll(" ").replace(" - ", "-").replace(", ", ",");
            return Splitter.on(' ').omitEmptyStrings().splitToList(plain);
        }
    }

    /** A row of the tables of addresses; the address is empty where it was lost. */
    record AddressRow(String address, String port, String serviceTag) {}

    /** What stands in a cell of ports besides numbers. */
    private static final Pattern WORDS = Pattern.compile("\\([a-z ]*\\)|[a-z]+");

    /** The two cells that cannot be cut by commas alone. */
    private static final Map<String, String> REPAIRED = Map.of(
            "Parallels Client, row 3", "80, 443 3389 20009 20000",
            "RAS Connection Broker, row 1", "389, 3268 636, 3269 88 53");

    private static final Pattern PROTOCOLS = Pattern.compile("VRRP|(TCP|UDP)((,)? (TCP|UDP))*");
    private static final CharMatcher BARS = CharMatcher.anyOf("| ");

    private Tables() {}

    static List<PortRow> ports(List<String> lines) {
        List<PortRow> rows = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        String heading = "";
        String source = "";
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String cell = BARS.trimFrom(lines.get(i));
            if (lines.get(i).startsWith("Source |")) {
                heading = lines.get(i - 1);
                i += 4; // to the end of the header
                names.clear();
            } else if (PROTOCOLS.matcher(cell).matches()) {
                source = names.size() == 2 ? names.get(0) : source;
                int row = counts.merge(heading, 1, Integer::sum);
                rows.add(new PortRow(
                        heading + ", row " + row,
                        source,
                        names.get(names.size() - 1),
                        cell,
                        BARS.trimFrom(lines.get(i + 1)),
                        BARS.trimFrom(lines.get(i + 2))));
                i += 2;
                names.clear();
            } else if (!cell.isEmpty()) {
                names.add(cell);
            }
        }
        return rows;
    }

    static List<AddressRow> addresses(List<String> lines) {
        List<AddressRow> rows = new ArrayList<>();
        int optional = lines.lastIndexOf("Address |");
        for (int i = lines.indexOf("Address |"); i < lines.size(); i++) {
            String port = BARS.trimFrom(lines.get(i));
            if (CharMatcher.inRange('0', '9').matchesAllOf(port) && !port.isEmpty()) {
                String before = BARS.trimFrom(lines.get(i - 1));
                rows.add(new AddressRow(
                        before.contains(".") ? before : "",
                        port,
                        i < optional ? BARS.trimFrom(lines.get(i + 2)).replace("N/A", "") : ""));
            }
        }
        return rows;
    }
}
