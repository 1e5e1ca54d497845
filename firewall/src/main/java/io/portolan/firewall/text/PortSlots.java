package io.portolan.firewall.text;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.List;

/** Divides ports among rules that list only so many. */
public final class PortSlots {
    private PortSlots() {}

    /**
     * Returns sets that one rule each can list. The order of ports is kept, which takes the fewest rules unless a single port
     * could fill the last slot of a rule before.
     *
     * @param ports a set that is not empty
     * @param capability what a rule lists
     * @return sets that make up the set, the first the lowest; the set alone if it fits
     */
    public static ImmutableList<PortSet> split(PortSet ports, Capability capability) {
        if (capability.portSlots().isEmpty()) {
            return ImmutableList.of(ports);
        }
        int slots = capability.portSlots().getAsInt();
        ImmutableList.Builder<PortSet> parts = ImmutableList.builder();
        List<PortRange> part = new ArrayList<>();
        int used = 0;
        for (PortRange range : ports.ranges()) {
            int takes = range.size() == 1 ? 1 : capability.slotsPerRange();
            if (used + takes > slots && !part.isEmpty()) {
                parts.add(PortSet.copyOf(part));
                part.clear();
                used = 0;
            }
            part.add(range);
            used += takes;
        }
        return parts.add(PortSet.copyOf(part)).build();
    }
}
