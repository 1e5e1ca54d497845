package io.portolan.windows;

import static io.portolan.windows.WindowsArticle.heading;
import static io.portolan.windows.WindowsErrata.erratum;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Reading;
import io.portolan.net.PortRange;
import io.portolan.windows.Windows.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every difference between the tables of the services and the table that sums them up by port. */
final class PortTableComparison {
    private static final String SUMMARY =
            "the table sums up the sections of the services, which are what it is drawn from";

    private final ImmutableList<PortTable.Entry> entries = PortTable.entries();

    /** The flows of the service tables, by service and by what it listens on, such as "tcp 445" or "gre". */
    private final Map<Role, ImmutableListMultimap<String, Flow>> stated = new EnumMap<>(Role.class);

    private final SetMultimap<Role, String> keysInTable = LinkedHashMultimap.create();
    private final SetMultimap<Role, String> namesInTable = LinkedHashMultimap.create();
    private final ImmutableList.Builder<Erratum> errata = ImmutableList.builder();

    PortTableComparison(Catalog<Role> catalog) {
        for (Role service : catalog.roles()) {
            ImmutableListMultimap.Builder<String, Flow> flows = ImmutableListMultimap.builder();
            for (Flow flow : catalog.flowsTo(service)) {
                for (String key : keys(flow)) {
                    flows.put(key, flow);
                }
            }
            stated.put(service, flows.build());
        }
    }

    private ImmutableListMultimap<String, Flow> stated(Role service) {
        return stated.getOrDefault(service, ImmutableListMultimap.of());
    }

    /** Returns what a flow goes to, port by port and range by range. */
    private static List<String> keys(Flow flow) {
        List<String> keys = new ArrayList<>();
        if (flow.ports().isEmpty()) {
            keys.add(flow.protocol().toString());
            return keys;
        }
        for (PortRange range : flow.ports().get().expected().ranges()) {
            keys.add(flow.protocol() + " " + range);
        }
        return keys;
    }

    ImmutableList<Erratum> errata() {
        for (PortTable.Entry entry : entries) {
            compare(entry);
        }
        findDisorder();
        for (Role service : Role.values()) {
            findNames(service);
            findGaps(service);
        }
        return errata.build();
    }

    private void compare(PortTable.Entry entry) {
        String transport = entry.transport;
        if (transport.equals("upd")) {
            transport = "udp";
            errata.add(erratum(
                    "port-table-misprint-row-" + entry.number,
                    "UDP",
                    "no transport is called so, and the row before has the same port over TCP",
                    read(entry, "the transport is UPD")));
        }
        String key = entry.port.isEmpty() ? transport : transport + " " + entry.port;
        Role service = PortTableNames.service(entry.service);
        if (service == null) {
            errata.add(erratum(
                    "port-table-no-section-" + slug(entry.service) + "-" + slug(key),
                    "no flow",
                    "without a section nothing says what it is and when it is used",
                    read(entry, printed(key) + ", " + entry.application + ", for " + entry.service),
                    WindowsArticle.SERVICES.place("headings").says("no section about " + entry.service)));
            return;
        }
        keysInTable.put(service, key);
        namesInTable.put(service, entry.service);
        List<Flow> flows = stated(service).get(key);
        if (flows.isEmpty()) {
            errata.add(erratum(
                    "port-table-only-" + service.id() + "-" + slug(key),
                    "no flow",
                    SUMMARY,
                    read(entry, printed(key) + ", " + entry.application),
                    heading(service).place("table").says("no " + printed(key))));
        } else if (!isNamed(entry.application, flows)) {
            Flow flow = flows.get(0);
            errata.add(erratum(
                    "port-table-protocol-" + service.id() + "-" + slug(key),
                    flow.service().title(),
                    SUMMARY,
                    read(entry, printed(key) + " is " + entry.application),
                    flow.citations()
                            .get(0)
                            .says(printed(key) + " is " + flow.service().title())));
        }
    }

    private static boolean isNamed(String application, List<Flow> flows) {
        for (Flow flow : flows) {
            if (PortTableNames.means(application, flow.service())) {
                return true;
            }
        }
        return false;
    }

    /** Finds rows that stand before one with a smaller port, in a table that calls itself sorted. */
    private void findDisorder() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 1; i < entries.size(); i++) {
            PortTable.Entry before = entries.get(i - 1);
            PortTable.Entry entry = entries.get(i);
            if (firstPort(before) > firstPort(entry)) {
                readings.add(read(entry, entry.port + " stands after " + before.port));
            }
        }
        if (!readings.isEmpty()) {
            errata.add(erratum(
                    "port-table-order",
                    "the rows in the order of the table",
                    "order says nothing of ports",
                    readings.toArray(new Reading[0])));
        }
    }

    private static int firstPort(PortTable.Entry entry) {
        return entry.port.isEmpty() ? -1 : PortRange.parse(entry.port).first();
    }

    private void findNames(Role service) {
        Set<String> names = namesInTable.get(service);
        if (names.size() > 1) {
            errata.add(erratum(
                    "port-table-names-" + service.id(),
                    "one service, " + service.heading(),
                    "the ports under all these names are those of its section",
                    WindowsArticle.PORT_TABLE
                            .place("rows")
                            .says("it is called " + Joiner.on(", ").join(names)),
                    heading(service).place("heading").says("it is called " + service.heading())));
        }
    }

    private void findGaps(Role service) {
        Set<String> inTable = keysInTable.get(service);
        if (inTable.isEmpty()) {
            errata.add(erratum(
                    "port-table-no-rows-" + service.id(),
                    "the ports of the section",
                    SUMMARY,
                    WindowsArticle.PORT_TABLE.place("rows").says("none for " + service.heading()),
                    heading(service).place("heading").says("the section lists ports")));
            return;
        }
        for (String key : stated(service).keySet()) {
            if (!inTable.contains(key)) {
                Flow flow = stated(service).get(key).get(0);
                errata.add(erratum(
                        "port-table-lacks-" + service.id() + "-" + slug(key),
                        "the flow of the section",
                        SUMMARY,
                        WindowsArticle.PORT_TABLE
                                .place("rows")
                                .says("no " + printed(key) + " for " + service.heading()),
                        flow.citations()
                                .get(0)
                                .says(printed(key) + ", " + flow.service().title())));
            }
        }
    }

    private static Reading read(PortTable.Entry entry, String says) {
        return WindowsArticle.PORT_TABLE.place("row " + entry.number).says(says);
    }

    /** Returns what a key says for people: "tcp 445" is "TCP 445". */
    private static String printed(String key) {
        return Ascii.toUpperCase(key);
    }

    /** Returns a text as part of an identifier: letters and digits, and a hyphen for whatever is between. */
    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = Ascii.toLowerCase(text.charAt(i));
            if (Ascii.isLowerCase(c) || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.toString();
    }
}
