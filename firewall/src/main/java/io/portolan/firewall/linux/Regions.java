package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Joins regions that differ in one dimension alone, as the elements of a set do, in time that grows as their number does. */
final class Regions {
    private Regions() {}

    /** Returns the same packets as few regions. */
    static ImmutableList<Region> joined(Collection<Region> regions) {
        if (regions.size() < 2) {
            return ImmutableList.copyOf(regions);
        }
        Collection<Region> less = addresses(
                regions,
                (region, none) -> new Region(
                        none, region.destinations(), region.protocols(), region.sourcePorts(), region.selectors()),
                true);
        less = protocols(selectors(less));
        return ImmutableList.copyOf(addresses(
                less,
                (region, none) -> new Region(
                        region.sources(), none, region.protocols(), region.sourcePorts(), region.selectors()),
                false));
    }

    private static Collection<Region> addresses(
            Collection<Region> regions, BiFunction<Region, AddressSet, Region> with, boolean sources) {
        Map<Region, AddressSet.Builder> groups = new LinkedHashMap<>();
        for (Region region : regions) {
            groups.computeIfAbsent(with.apply(region, AddressSet.none()), first -> AddressSet.builder())
                    .addAll(sources ? region.sources() : region.destinations());
        }
        ImmutableList.Builder<Region> joined = ImmutableList.builder();
        groups.forEach((group, addresses) -> joined.add(with.apply(group, addresses.build())));
        return joined.build();
    }

    private static List<Region> selectors(Collection<Region> regions) {
        Map<Region, NumberSet.Builder> groups = new LinkedHashMap<>();
        for (Region region : regions) {
            groups.computeIfAbsent(selecting(region, NumberSet.none()), first -> NumberSet.builder())
                    .addAll(region.selectors());
        }
        ImmutableList.Builder<Region> joined = ImmutableList.builder();
        groups.forEach((group, selectors) -> joined.add(selecting(group, selectors.build())));
        return joined.build();
    }

    private static List<Region> protocols(Collection<Region> regions) {
        Map<Region, NumberSet.Builder> groups = new LinkedHashMap<>();
        for (Region region : regions) {
            groups.computeIfAbsent(of(region, NumberSet.none()), first -> NumberSet.builder())
                    .addAll(region.protocols());
        }
        ImmutableList.Builder<Region> joined = ImmutableList.builder();
        groups.forEach((group, protocols) -> joined.add(of(group, protocols.build())));
        return joined.build();
    }

    private static Region of(Region region, NumberSet protocols) {
        return new Region(region.sources(), region.destinations(), protocols, region.sourcePorts(), region.selectors());
    }

    private static Region selecting(Region region, NumberSet selectors) {
        return new Region(region.sources(), region.destinations(), region.protocols(), region.sourcePorts(), selectors);
    }
}
