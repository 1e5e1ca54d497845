package io.portolan.planner.matcher;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A matcher as four tables and one query, in SQL that runs unchanged in DuckDB, Spark, Trino and Athena.
 *
 * <p>The tables are {@code portolan_address}, of the addresses that occur in the data, {@code portolan_port}, {@code
 * portolan_pair} and {@code portolan_verdict}. The query joins them with records that have the columns {@code source,
 * destination} (text as in the data), {@code protocol, source_port, selector} (numbers; -1 for a port that is not known),
 * {@code orientation} (0 either, 1 question, 2 answer), {@code reason} (0, or the {@linkplain Verdict.Reason#number()
 * number} of why nobody can tell), {@code records, rejected} (how many records
 * are in the row, and how many of them a filter rejected), {@code packets, bytes, first_seen, last_seen}.
 */
public final class MatcherTables {
    /** The statements that make the tables, empty; {@code USING parquet} and the like go behind each where an engine needs it. */
    public static final ImmutableList<String> CREATE = ImmutableList.of(
            "CREATE TABLE portolan_address (address VARCHAR(64), family INT, class INT, known INT)",
            "CREATE TABLE portolan_port (protocol INT, port INT, family INT, target INT, origin INT)",
            "CREATE TABLE portolan_pair (source_class INT, destination_class INT, forward_row INT, back_row INT)",
            "CREATE TABLE portolan_verdict"
                    + " (row_number INT, column_number INT, flows INT, needed INT, answer INT, may_need INT, may_answer INT)");

    private static final int BOTH_FAMILIES = 0;

    private final PolicyMatcher matcher;

    MatcherTables(PolicyMatcher matcher) {
        this.matcher = matcher;
    }

    /** Receives the rows of the tables. Whether something holds is 0 or 1. */
    public interface Sink {
        /**
         * Receives an address.
         *
         * @param address the text
         * @param family 4 or 6
         * @param number its class
         * @param known whether a place has it
         */
        void address(String address, int family, int number, int known);

        /**
         * Receives a port, or a type and code of ICMP.
         *
         * @param protocol the number of the protocol
         * @param port 0 to 65535, or -1 if it is not known
         * @param family 4 or 6 if the protocol is of one family alone, else 0
         * @param target the column of packets to it from an unimportant port; 0 if nobody needs them
         * @param origin what to add to the column if it is the source port
         */
        void port(int protocol, int port, int family, int target, int origin);

        /**
         * Receives a pair of classes of addresses.
         *
         * @param source the class of the source
         * @param destination the class of the destination
         * @param forward the row of packets from the one to the other
         * @param back the row of packets from the other to the one
         */
        void pair(int source, int destination, int forward, int back);

        /**
         * Receives a verdict; those that say nothing are left out.
         *
         * @param row a row
         * @param column a column
         * @param flows the number for {@link PolicyMatcher#neededBy} and its like
         * @param needed whether a flow needs the packets
         * @param answer whether they answer, seen exchanged
         * @param mayNeed whether a flow to a name outside may need them
         * @param mayAnswer whether they may answer one, seen exchanged
         */
        void verdict(int row, int column, int flows, int needed, int answer, int mayNeed, int mayAnswer);
    }

    /**
     * Writes all rows of the tables.
     *
     * @param addresses the texts of the addresses that occur; what is no address is left out, so that the query has it as
     *     unknown
     * @param sink where to
     */
    public void write(Iterable<String> addresses, Sink sink) {
        Map<Integer, Integer> families = new LinkedHashMap<>();
        for (String text : addresses) {
            writeAddress(text, families, sink);
        }
        matcher.columns().forEach((isIpv6, protocol, port, target, origin) -> {
            boolean alone = protocol == 1 || protocol == 58;
            if (!isIpv6 || alone) {
                sink.port(protocol, port, alone ? (isIpv6 ? 6 : 4) : BOTH_FAMILIES, target, origin);
            }
        });
        writePairs(families, sink);
    }

    private void writeAddress(String text, Map<Integer, Integer> families, Sink sink) {
        Address address;
        try {
            address = Address.parse(text);
        } catch (IllegalArgumentException e) {
            return;
        }
        boolean isIpv4 = address.family() == AddressFamily.IPV4;
        int number = isIpv4 ? matcher.class4((int) address.low()) : matcher.class6(address.high(), address.low());
        families.merge(number, isIpv4 ? 1 : 2, (one, other) -> one | other);
        sink.address(text, isIpv4 ? 4 : 6, number, matcher.model().known()[number] ? 1 : 0);
    }

    private void writePairs(Map<Integer, Integer> families, Sink sink) {
        IdentityHashMap<int[], Integer> numbers = new IdentityHashMap<>();
        List<int[]> rows = new ArrayList<>();
        int[] sources = matcher.model().sourceClass();
        int[] destinations = matcher.model().destinationClass();
        families.forEach((one, familiesOfOne) -> families.forEach((other, familiesOfOther) -> {
            if ((familiesOfOne & familiesOfOther) != 0) {
                int[] forward = matcher.row(sources[one], destinations[other]);
                int[] back = matcher.row(sources[other], destinations[one]);
                sink.pair(one, other, number(forward, numbers, rows), number(back, numbers, rows));
            }
        }));
        for (int row = 0; row < rows.size(); row++) {
            int[] verdicts = rows.get(row);
            for (int column = 0; column < verdicts.length; column++) {
                int verdict = verdicts[column];
                if (verdict != 0) {
                    sink.verdict(
                            row,
                            column,
                            verdict,
                            matcher.isNeeded(verdict) ? 1 : 0,
                            matcher.isAnswer(verdict) ? 1 : 0,
                            matcher.mayBeNeeded(verdict) ? 1 : 0,
                            matcher.mayBeAnswer(verdict) ? 1 : 0);
                }
            }
        }
    }

    private static int number(int[] row, IdentityHashMap<int[], Integer> numbers, List<int[]> rows) {
        return numbers.computeIfAbsent(row, first -> {
            rows.add(row);
            return rows.size() - 1;
        });
    }

    /**
     * Returns the query that decides each record.
     *
     * @param records the name of the table or view of records, or a query in parentheses
     * @return a query with all columns of the records, and {@code verdict} (needed, answer, unwanted, unknown), {@code
     *     why} (the number of the reason) and {@code flows} (the number for {@link PolicyMatcher#neededBy}, or {@link
     *     PolicyMatcher#answered} of an answer)
     */
    public String query(String records) {
        return DECIDE.replace("$records", records);
    }

    /**
     * Returns the query that sums up verdicts.
     *
     * @param records as for {@link #query}
     * @return a query with the columns {@code verdict, why, flows, records, rejected, packets, bytes, first_seen,
     *     last_seen}
     */
    public String summary(String records) {
        return "SELECT verdict, why, flows, SUM(records) AS records, SUM(rejected) AS rejected, SUM(packets) AS packets, SUM(bytes) AS bytes,"
                + " MIN(first_seen) AS first_seen, MAX(last_seen) AS last_seen\nFROM (\n"
                + query(records)
                + "\n) decided\nGROUP BY verdict, why, flows";
    }

    /** Flags are weighed as in {@link Outcome#of}; a protocol of the other family is asked for by nobody. */
    private static final String DECIDE = """
            SELECT d.*,
              CASE WHEN reason <> 0 THEN 'unknown'
                   WHEN asks * needed = 1 THEN 'needed'
                   WHEN answers * answer = 1 THEN 'answer'
                   WHEN asks * may_need + answers * may_answer > 0 THEN 'unknown'
                   WHEN known = 1 THEN 'unwanted' ELSE 'unknown' END AS verdict,
              CASE WHEN reason <> 0 THEN reason
                   WHEN asks * needed + answers * answer > 0 THEN 0
                   WHEN asks * may_need + answers * may_answer > 0 THEN 4
                   WHEN known = 1 THEN 0 ELSE 5 END AS why,
              CASE WHEN reason <> 0 THEN 0
                   WHEN asks * needed = 1 THEN forward_flows
                   WHEN answers * answer = 1 THEN back_flows ELSE 0 END AS flows
            FROM (
              SELECT j.source, j.destination, j.protocol, j.source_port, j.selector, j.orientation,
                j.records, j.rejected, j.packets, j.bytes, j.first_seen, j.last_seen, j.known,
                CASE WHEN j.reason = 0 AND j.lost = 1 THEN 1 ELSE j.reason END AS reason,
                CASE WHEN j.orientation = 2 THEN 0 ELSE 1 END AS asks,
                CASE WHEN j.orientation = 1 THEN 0 ELSE 1 END AS answers,
                COALESCE(f.needed, 0) AS needed, COALESCE(f.may_need, 0) AS may_need,
                COALESCE(f.flows, 0) AS forward_flows,
                COALESCE(b.answer, 0) AS answer, COALESCE(b.may_answer, 0) AS may_answer,
                COALESCE(b.flows, 0) AS back_flows
              FROM (
                SELECT r.source, r.destination, r.protocol, r.source_port, r.selector, r.orientation, r.reason,
                  r.records, r.rejected, r.packets, r.bytes, r.first_seen, r.last_seen,
                  CASE WHEN s.known = 1 AND t.known = 1 THEN 1 ELSE 0 END AS known,
                  CASE WHEN s.family = t.family THEN 0 ELSE 1 END AS lost,
                  p.forward_row, p.back_row,
                  CASE WHEN tp.target = 0 OR tp.family NOT IN (0, s.family) THEN 0
                       ELSE tp.target + sp.origin END AS forward_column,
                  CASE WHEN sp.target = 0 OR sp.family NOT IN (0, s.family) THEN 0
                       ELSE sp.target + tp.origin END AS back_column
                FROM $records r
                LEFT JOIN portolan_address s ON s.address = r.source
                LEFT JOIN portolan_address t ON t.address = r.destination
                LEFT JOIN portolan_pair p ON p.source_class = s.class AND p.destination_class = t.class
                LEFT JOIN portolan_port tp ON tp.protocol = r.protocol AND tp.port = r.selector
                LEFT JOIN portolan_port sp ON sp.protocol = r.protocol AND sp.port = r.source_port
              ) j
              LEFT JOIN portolan_verdict f ON f.row_number = j.forward_row AND f.column_number = j.forward_column
              LEFT JOIN portolan_verdict b ON b.row_number = j.back_row AND b.column_number = j.back_column
            ) d""";
}
