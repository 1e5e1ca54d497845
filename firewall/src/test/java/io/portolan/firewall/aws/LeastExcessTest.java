package io.portolan.firewall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.aws.Permission.Cidr;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Merging on a board of eight addresses and eight ports, where every way can be tried. */
class LeastExcessTest {
    private static final int SIZE = 8;

    /** A rule as an area of the board. */
    private record Area(int address, int length, int first, int last) {
        boolean has(int at, int port) {
            return at >> length == address >> length && first <= port && port <= last;
        }

        Permission permission() {
            return new Permission(
                    new Traffic(IpProtocol.TCP, first, last),
                    new Cidr(AddressRange.parse("10.0.0." + (address >> length << length) + "/" + (32 - length))));
        }
    }

    private static Area area(Permission permission) {
        AddressRange range = permission.peer().addresses().ranges().get(0);
        int first = Integer.parseInt(range.first().substring("10.0.0.".length()));
        int length = 32 - range.prefixLength().orElseThrow();
        return new Area(
                first,
                length,
                permission.traffic().first(),
                permission.traffic().last());
    }

    private static long cells(List<Area> areas) {
        long cells = 0;
        for (int address = 0; address < SIZE; address++) {
            for (int port = 0; port < SIZE; port++) {
                int at = address;
                int to = port;
                cells += areas.stream().anyMatch(area -> area.has(at, to)) ? 1 : 0;
            }
        }
        return cells;
    }

    /** The least that any way of putting the areas into so many boxes opens. */
    private static long optimum(List<Area> areas, int budget) {
        return optimum(areas, 0, new ArrayList<>(), budget);
    }

    private static long optimum(List<Area> areas, int next, List<List<Area>> parts, int budget) {
        if (next == areas.size()) {
            return cells(parts.stream().map(LeastExcessTest::around).toList());
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).add(areas.get(next));
            best = Math.min(best, optimum(areas, next + 1, parts, budget));
            parts.get(i).remove(parts.get(i).size() - 1);
        }
        if (parts.size() < budget) {
            parts.add(new ArrayList<>(List.of(areas.get(next))));
            best = Math.min(best, optimum(areas, next + 1, parts, budget));
            parts.remove(parts.size() - 1);
        }
        return best;
    }

    private static Area around(List<Area> part) {
        int length = 0;
        int first = SIZE;
        int last = 0;
        for (Area area : part) {
            length = Math.max(length, area.length());
            first = Math.min(first, area.first());
            last = Math.max(last, area.last());
        }
        int start = part.get(0).address();
        for (Area area : part) {
            while (area.address() >> length != start >> length) {
                length++;
            }
        }
        return new Area(start >> length << length, length, first, last);
    }

    private static List<Area> some(Random random) {
        Set<Area> areas = new HashSet<>();
        while (areas.size() < 6) {
            int first = random.nextInt(SIZE);
            int length = random.nextInt(4) == 0 ? 1 : 0;
            areas.add(new Area(
                    random.nextInt(SIZE) >> length << length,
                    length,
                    first,
                    Math.min(SIZE - 1, first + random.nextInt(2))));
        }
        return List.copyOf(areas);
    }

    private static List<Area> fit(List<Area> areas, int budget) {
        Map<Permission, ImmutableList<Rule>> permissions = new LinkedHashMap<>();
        areas.forEach(area -> permissions.put(area.permission(), ImmutableList.of()));
        return new LeastExcess(ImmutableMap.copyOf(permissions), budget)
                .fit().orElseThrow().keySet().stream()
                        .map(LeastExcessTest::area)
                        .toList();
    }

    @Test
    void keepsEverythingFitsAndStaysNearTheOptimum() {
        Random random = new Random(7);
        long opened = 0;
        long least = 0;
        int best = 0;
        int cases = 0;
        for (int i = 0; i < 150; i++) {
            List<Area> areas = some(random);
            for (int budget = 1; budget < areas.size(); budget++) {
                List<Area> fitted = fit(areas, budget);
                assertThat(fitted).hasSizeLessThanOrEqualTo(budget);
                for (Area area : areas) {
                    assertThat(fitted)
                            .anyMatch(other -> around(List.of(area, other)).equals(other));
                }
                long excess = cells(fitted) - cells(areas);
                long optimum = optimum(areas, budget) - cells(areas);
                assertThat(excess).isGreaterThanOrEqualTo(optimum);
                opened += excess;
                least += optimum;
                best += excess == optimum ? 1 : 0;
                cases++;
            }
        }
        // measured: the best there is in 716 of 750 cases, and 1.1 percent more opened in all
        assertThat(best).isGreaterThan(cases * 9 / 10);
        assertThat(opened).isLessThan(least * 103 / 100);
    }

    @Test
    void takesTheMergeThatOpensLeast() {
        assertThat(fit(
                        List.of(new Area(0, 0, 1, 1), new Area(0, 0, 3, 3), new Area(4, 0, 1, 1), new Area(5, 0, 1, 1)),
                        3))
                .containsExactlyInAnyOrder(new Area(0, 0, 1, 1), new Area(0, 0, 3, 3), new Area(4, 1, 1, 1));
    }
}
