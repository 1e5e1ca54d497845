package io.portolan.firewall.cisco;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.List;

/** Ports as entries match them: {@code eq} with several, or {@code range} with one range. */
final class PortMatches {
    private PortMatches() {}

    /**
     * Returns what entries say, one for each, with a blank before it; one empty text if it is every port.
     *
     * @param ports at least one port
     * @param mostInList how many ports may stand after {@code eq}
     */
    static List<String> of(PortSet ports, int mostInList) {
        if (ports.equals(PortSet.all())) {
            return List.of("");
        }
        List<Integer> singles = new ArrayList<>();
        List<String> ranges = new ArrayList<>();
        for (PortRange range : ports.ranges()) {
            if (range.size() == 1) {
                singles.add(range.first());
            } else {
                ranges.add(" range " + range.first() + " " + range.last());
            }
        }
        ImmutableList.Builder<String> matches = ImmutableList.builder();
        for (List<Integer> list : Lists.partition(singles, mostInList)) {
            matches.add(" eq " + Joiner.on(' ').join(list));
        }
        return matches.addAll(ranges).build();
    }
}
