package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Approval;
import io.portolan.internal.Nearest;
import io.portolan.net.Transport;
import io.portolan.sitefile.text.TransportText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The section {@code own-flows}: flows that the site states itself, by name. */
final class OwnFlowsSection {
    static final String FROM = "from";
    static final String TO = "to";
    static final String TRAFFIC = "traffic";
    static final String PURPOSE = "purpose";

    private static final String ENDS =
            "places, zones, endpoints, and roles such as rds/gateway, or one of them, such as admins";
    private static final String TRANSPORTS = "ports, such as [tcp/22, udp/5000-5100, icmp/8], or one, such as tcp/22";

    private final Map<String, Stated> flows = new LinkedHashMap<>();

    /**
     * A flow, and where it is stated.
     *
     * @param flow the flow
     * @param position the place of its name
     */
    record Stated(OwnFlow flow, FilePosition position) {}

    /** Reads the flows; their ends are looked at when the places are known. */
    void read(Node value) {
        Problems problems = new Problems();
        Values.mapping(value, "names of flows")
                .entries()
                .forEach((name, entry) -> problems.attempt(() -> flows.put(name, flow(name, entry))));
        problems.finish();
    }

    /** Returns the flows, in the order of the file. */
    List<Stated> flows() {
        return ImmutableList.copyOf(flows.values());
    }

    private static Stated flow(String name, Node.Entry entry) {
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        List<Transport> traffic = new ArrayList<>();
        List<String> purpose = new ArrayList<>();
        Approved.Reader approval = new Approved.Reader();
        Node.Mapping mapping = Values.mapping(entry.value(), "from, to, traffic and purpose");
        approval.addTo(new Sections("key")
                        .add(FROM, given -> Values.oneOrEach(given.value(), ENDS, from::add))
                        .add(TO, given -> Values.oneOrEach(given.value(), ENDS, to::add))
                        .add(
                                TRAFFIC,
                                given -> Values.oneOrEach(
                                        given.value(), TRANSPORTS, text -> traffic.add(TransportText.parse(text))))
                        .add(
                                PURPOSE,
                                given -> purpose.add(
                                        Values.text(given.value(), "what the flow is for, such as \"backs up\""))))
                .read(mapping);
        for (String key : List.of(FROM, TO, TRAFFIC, PURPOSE)) {
            if (!mapping.entries().containsKey(key)) {
                throw entry.key().error("the key " + key + " is missing");
            }
        }
        Approval approved = approval.get();
        OwnFlow flow = Values.made(
                entry.key(),
                () -> new OwnFlow(
                        name,
                        ImmutableList.copyOf(from),
                        ImmutableList.copyOf(to),
                        ImmutableList.copyOf(traffic),
                        purpose.get(0),
                        approved));
        return new Stated(flow, entry.key());
    }

    /** Returns the error that an end of a flow is none of the names that there are. */
    static InvalidFileException unknown(Stated stated, String key, String name, Set<String> known) {
        Set<String> sorted = new LinkedHashSet<>(known);
        FilePosition at = stated.position();
        return at.below(key, at.line(), at.column())
                .error(Nearest.unknown("place, zone, endpoint or role", name, sorted));
    }
}
