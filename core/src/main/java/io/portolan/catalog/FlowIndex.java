package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flows of a catalog by position, and the positions by endpoint, port and identifier.
 *
 * <p>Each part is built when it is first asked for. The fields are not guarded: a part is immutable and holds only final
 * fields, so that threads which race build it twice and see either one whole.
 */
final class FlowIndex {
    private final ImmutableList<Flow> flows;
    private final BitSet all;
    private @Nullable Endpoints endpoints;
    private @Nullable PortIndex tcp;
    private @Nullable PortIndex udp;
    private @Nullable Identifiers identifiers;

    FlowIndex(ImmutableList<Flow> flows) {
        this.flows = flows;
        this.all = new BitSet(flows.size());
        this.all.set(0, flows.size());
    }

    Flow get(int position) {
        return flows.get(position);
    }

    /** Returns every position; the same object each time, not to be changed, like all that this class returns. */
    BitSet all() {
        return all;
    }

    BitSet from(Endpoint source) {
        checkNotNull(source, "source");
        return endpoints().sources.getOrDefault(source, Endpoints.NONE);
    }

    BitSet to(Endpoint destination) {
        checkNotNull(destination, "destination");
        return endpoints().destinations.getOrDefault(destination, Endpoints.NONE);
    }

    BitSet on(IpProtocol protocol, int port) {
        checkArgument(protocol.hasPorts(), "%s has no ports; ask for flows over(IpProtocol) instead", protocol);
        checkArgument(port >= 0 && port <= 65_535, "port out of range: %s; expected 0-65535", port);
        return (protocol == IpProtocol.TCP ? tcp() : udp()).at(port);
    }

    /** Returns the position of the flow with an identifier, or -1. */
    int position(String id) {
        checkNotNull(id, "id");
        Identifiers current = identifiers;
        if (current == null) {
            current = new Identifiers(flows);
            identifiers = current;
        }
        return current.positions.getOrDefault(id, -1);
    }

    private Endpoints endpoints() {
        Endpoints current = endpoints;
        if (current == null) {
            current = new Endpoints(flows);
            endpoints = current;
        }
        return current;
    }

    private PortIndex tcp() {
        PortIndex current = tcp;
        if (current == null) {
            current = new PortIndex(flows, IpProtocol.TCP);
            tcp = current;
        }
        return current;
    }

    private PortIndex udp() {
        PortIndex current = udp;
        if (current == null) {
            current = new PortIndex(flows, IpProtocol.UDP);
            udp = current;
        }
        return current;
    }

    private static final class Endpoints {
        static final BitSet NONE = new BitSet(0);

        final Map<Endpoint, BitSet> sources = new HashMap<>();
        final Map<Endpoint, BitSet> destinations = new HashMap<>();

        Endpoints(ImmutableList<Flow> flows) {
            for (int i = 0; i < flows.size(); i++) {
                add(sources, flows.get(i).source(), i);
                add(destinations, flows.get(i).destination(), i);
            }
        }

        private static void add(Map<Endpoint, BitSet> positions, Endpoint endpoint, int position) {
            BitSet known = positions.get(endpoint);
            if (known == null) {
                known = new BitSet(position + 1);
                positions.put(endpoint, known);
            }
            known.set(position);
        }
    }

    private static final class Identifiers {
        final Map<String, Integer> positions;

        Identifiers(ImmutableList<Flow> flows) {
            positions = new HashMap<>(flows.size() * 2);
            for (int i = 0; i < flows.size(); i++) {
                positions.put(flows.get(i).id(), i);
            }
            // what was renamed is found after what is called so today, and what was split by its first part
            for (int i = 0; i < flows.size(); i++) {
                for (String former : flows.get(i).formerIds()) {
                    positions.putIfAbsent(former, i);
                }
            }
        }
    }
}
