package io.portolan.catalog;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.TreeSet;

/**
 * The positions of flows by port: the ports cut into segments within which every port has the same flows, so that a
 * look-up is a binary search.
 */
final class PortIndex {
    /** First port of each segment, ascending; the first is 0. */
    private final int[] starts;

    /** Positions of the flows on each segment. */
    private final BitSet[] positions;

    PortIndex(ImmutableList<Flow> flows, IpProtocol protocol) {
        PortSet[] ports = new PortSet[flows.size()];
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(0);
        for (int i = 0; i < ports.length; i++) {
            ports[i] = ports(flows.get(i), protocol);
            for (PortRange range : ports[i].ranges()) {
                cuts.add(range.first());
                cuts.add(range.last() + 1); // 65536 starts a segment that no port asks for
            }
        }
        starts = new int[cuts.size()];
        positions = new BitSet[cuts.size()];
        Iterator<Integer> cut = cuts.iterator();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = cut.next();
            positions[i] = new BitSet();
        }
        for (int i = 0; i < ports.length; i++) {
            for (PortRange range : ports[i].ranges()) {
                int end = segment(range.last());
                for (int segment = segment(range.first()); segment <= end; segment++) {
                    positions[segment].set(i);
                }
            }
        }
    }

    private static PortSet ports(Flow flow, IpProtocol protocol) {
        return flow.protocol() == protocol && flow.ports().isPresent()
                ? flow.ports().get().expected()
                : PortSet.none();
    }

    BitSet at(int port) {
        return positions[segment(port)];
    }

    private int segment(int port) {
        int found = Arrays.binarySearch(starts, port);
        return found >= 0 ? found : -found - 2;
    }
}
