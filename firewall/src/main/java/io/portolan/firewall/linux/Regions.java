package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.net.PortSet;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers regions, and joins each to the one before if they differ in one dimension alone, as the values of a set do. */
final class Regions {
    private final List<Region> regions = new ArrayList<>();

    void add(Region region) {
        if (!regions.isEmpty()) {
            Optional<Region> joined = join(regions.get(regions.size() - 1), region);
            if (joined.isPresent()) {
                regions.set(regions.size() - 1, joined.get());
                return;
            }
        }
        regions.add(region);
    }

    ImmutableList<Region> all() {
        return ImmutableList.copyOf(regions);
    }

    private static Optional<Region> join(Region first, Region second) {
        int differences = (first.sources().equals(second.sources()) ? 0 : 1)
                + (first.destinations().equals(second.destinations()) ? 0 : 1)
                + (first.protocols().equals(second.protocols()) ? 0 : 1)
                + (first.sourcePorts().equals(second.sourcePorts()) ? 0 : 1)
                + (first.selectors().equals(second.selectors()) ? 0 : 1);
        if (differences > 1) {
            return Optional.empty();
        }
        AddressSet sources = first.sources().union(second.sources());
        AddressSet destinations = first.destinations().union(second.destinations());
        PortSet protocols = first.protocols().union(second.protocols());
        return Optional.of(new Region(
                sources,
                destinations,
                protocols,
                first.sourcePorts().union(second.sourcePorts()),
                first.selectors().union(second.selectors())));
    }
}
