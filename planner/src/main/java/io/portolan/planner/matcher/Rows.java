package io.portolan.planner.matcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on each column of packets, for each class of sources and class of destinations. Rows are few and shared; a
 * matrix tells which row a pair has. Where so many hosts differ that the matrix would be larger than the data, the row of a
 * pair is made when it is first asked for.
 */
final class Rows {
    /** 64 MB. */
    private static final long MOST_CELLS = 1 << 24;

    /** Pairs that are kept where there is no matrix. */
    private static final int MOST_PAIRS = 1 << 20;

    private final List<Bits> sources;
    private final List<Bits> destinations;
    private final PortColumns columns;
    private final VerdictNumbers verdicts;
    private final int words;
    private final int width;
    private final int @Nullable [] matrix;
    private final int[][] rows;
    private final Map<Long, int[]> pairs = new ConcurrentHashMap<>();
    private final Map<Bits, int[]> made = new ConcurrentHashMap<>();

    Rows(List<Bits> sources, List<Bits> destinations, int entries, PortColumns columns, VerdictNumbers verdicts) {
        this(sources, destinations, entries, columns, verdicts, MOST_CELLS);
    }

    Rows(
            List<Bits> sources,
            List<Bits> destinations,
            int entries,
            PortColumns columns,
            VerdictNumbers verdicts,
            long mostCells) {
        this.sources = sources;
        this.destinations = destinations;
        this.columns = columns;
        this.verdicts = verdicts;
        this.words = Bits.words(entries).length;
        this.width = destinations.size();
        if ((long) sources.size() * width > mostCells) {
            this.matrix = null;
            this.rows = new int[0][];
            return;
        }
        Map<Bits, Integer> numbers = new HashMap<>();
        List<int[]> found = new ArrayList<>();
        int[] cells = new int[sources.size() * width];
        long[] both = new long[words];
        for (int i = 0; i < cells.length; i++) {
            sources.get(i / width).intersect(destinations.get(i % width), both);
            Bits entriesOfPair = new Bits(both);
            cells[i] = numbers.computeIfAbsent(entriesOfPair, first -> {
                found.add(row(entriesOfPair));
                return found.size() - 1;
            });
        }
        this.matrix = cells;
        this.rows = found.toArray(new int[0][]);
    }

    private int[] row(Bits entriesOfPair) {
        int[] row = new int[columns.size()];
        entriesOfPair.forEach(entry -> {
            for (int column : columns.columnsOf(entry)) {
                row[column] = verdicts.with(row[column], entry);
            }
        });
        return row;
    }

    /** Returns the verdicts of a pair by column; not to be changed. */
    int[] of(int source, int destination) {
        int[] cells = matrix;
        return cells == null ? late(source, destination) : rows[cells[source * width + destination]];
    }

    private int[] late(int source, int destination) {
        Long pair = ((long) source << 32) | destination;
        int[] known = pairs.get(pair);
        if (known != null) {
            return known;
        }
        long[] both = new long[words];
        sources.get(source).intersect(destinations.get(destination), both);
        if (pairs.size() >= MOST_PAIRS) {
            pairs.clear();
        }
        int[] row = made.computeIfAbsent(new Bits(both), this::row);
        pairs.put(pair, row);
        return row;
    }
}
