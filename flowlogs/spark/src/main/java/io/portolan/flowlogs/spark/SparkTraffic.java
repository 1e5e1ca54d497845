package io.portolan.flowlogs.spark;

import io.portolan.flowlogs.Count;
import io.portolan.flowlogs.FlowRecord;
import io.portolan.flowlogs.TrafficCounter;
import io.portolan.planner.matcher.MatcherTables;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Decides logs by Spark, in either of two ways with equal results: by a function, which needs nothing but the policy, or by
 * joins with the tables of {@link MatcherTables}, for which the addresses that occur are looked up first.
 *
 * <p>Records come as a data set with the columns that {@link MatcherTables} names; {@link #aws} makes them of VPC flow logs.
 */
public final class SparkTraffic {
    private static final String RECORDS = "portolan_records";

    private final SparkSession session;
    private final PolicyMatcher matcher;

    /**
     * Prepares a session.
     *
     * @param session a session, in which views and a function are made whose names begin with {@code portolan_}
     * @param matcher the matcher of a policy
     */
    public SparkTraffic(SparkSession session, PolicyMatcher matcher) {
        this.session = session;
        this.matcher = matcher;
        session.udf().register("portolan_outcome", new VerdictFunction(matcher), DataTypes.LongType);
    }

    /**
     * Returns VPC flow logs of AWS as records. Without flags no record tells who opened a connection; types of ICMP are not in
     * these logs, so that ICMP is unknown.
     *
     * @param logs a data set with the columns of AWS, with underscores, as its Parquet files have them: {@code srcaddr,
     *     dstaddr, srcport, dstport, protocol, packets, bytes, start, end, action, log_status}, and {@code tcp_flags} if there
     *     are any
     * @return a data set for {@link #addByJoins} and {@link #addByFunction}
     */
    public static Dataset<Row> aws(Dataset<Row> logs) {
        boolean hasFlags = List.of(logs.columns()).contains("tcp_flags");
        String flags = hasFlags ? "COALESCE(tcp_flags, 0)" : "0";
        String hasPorts = "CAST(protocol AS INT) IN (6, 17)";
        String isIcmp = "CAST(protocol AS INT) IN (1, 58)";
        return logs.selectExpr(
                "NULLIF(srcaddr, '-') AS source",
                "NULLIF(dstaddr, '-') AS destination",
                "CAST(protocol AS INT) AS protocol",
                "CASE WHEN " + hasPorts + " THEN COALESCE(CAST(srcport AS INT), -1) WHEN " + isIcmp
                        + " THEN -1 ELSE 0 END AS source_port",
                "CASE WHEN " + hasPorts + " THEN COALESCE(CAST(dstport AS INT), -1) WHEN " + isIcmp
                        + " THEN -1 ELSE 0 END AS selector",
                "CASE WHEN (" + flags + " & 2) = 2 THEN CASE WHEN (" + flags
                        + " & 16) = 16 THEN 2 ELSE 1 END ELSE 0 END AS orientation",
                "CASE WHEN log_status IN ('NODATA', 'SKIPDATA') OR NULLIF(srcaddr, '-') IS NULL OR NULLIF(dstaddr, '-') IS"
                        + " NULL OR protocol IS NULL OR " + isIcmp + " OR (" + hasPorts
                        + " AND dstport IS NULL) THEN 1 ELSE 0 END AS reason",
                "CAST(1 AS BIGINT) AS records",
                "CAST(CASE WHEN action = 'REJECT' THEN 1 ELSE 0 END AS BIGINT) AS rejected",
                "COALESCE(CAST(packets AS BIGINT), 0) AS packets",
                "COALESCE(CAST(bytes AS BIGINT), 0) AS bytes",
                "CAST(start AS BIGINT) * 1000 AS first_seen",
                "CAST(end AS BIGINT) * 1000 AS last_seen");
    }

    /**
     * Decides records by joins and adds their sums.
     *
     * @param records the records
     * @param counter a counter of the same matcher
     */
    public void addByJoins(Dataset<Row> records, TrafficCounter counter) {
        records.createOrReplaceTempView(RECORDS);
        List<String> addresses = new ArrayList<>(session.sql("SELECT source FROM " + RECORDS
                        + " WHERE source IS NOT NULL UNION SELECT destination FROM " + RECORDS
                        + " WHERE destination IS NOT NULL")
                .as(Encoders.STRING())
                .collectAsList());
        TableRows tables = new TableRows();
        matcher.tables().write(addresses, tables);
        tables.makeViews(session);
        for (Row row : session.sql(matcher.tables().summary(RECORDS)).collectAsList()) {
            counter.addDecided(
                    Verdict.valueOf(row.<String>getAs("verdict").toUpperCase(Locale.ROOT)),
                    Reason.of(row.<Integer>getAs("why")),
                    row.<Integer>getAs("flows"),
                    count(row));
        }
        addTried(counter);
    }

    /**
     * Decides records by the function and adds their sums.
     *
     * @param records the records
     * @param counter a counter of the same matcher
     */
    public void addByFunction(Dataset<Row> records, TrafficCounter counter) {
        records.createOrReplaceTempView(RECORDS);
        String decided =
                "SELECT portolan_outcome(source, destination, protocol, source_port, selector, orientation, reason)"
                        + " AS outcome, records, rejected, packets, bytes, first_seen, last_seen FROM " + RECORDS;
        String sums = "SELECT outcome, SUM(records) AS records, SUM(rejected) AS rejected, SUM(packets) AS packets,"
                + " SUM(bytes) AS bytes, MIN(first_seen) AS first_seen, MAX(last_seen) AS last_seen FROM (" + decided
                + ") GROUP BY outcome";
        for (Row row : session.sql(sums).collectAsList()) {
            long outcome = row.<Long>getAs("outcome");
            counter.addDecided(Outcome.verdict(outcome), Outcome.reason(outcome), Outcome.flows(outcome), count(row));
        }
        addTried(counter);
    }

    private void addTried(TrafficCounter counter) {
        counter.addTriedBothWays(session.sql("SELECT 1 FROM " + RECORDS + " WHERE reason = 0 AND orientation = 0")
                .count());
    }

    private static Count count(Row row) {
        return new Count(
                row.<Long>getAs("records"),
                row.<Long>getAs("rejected"),
                row.<Long>getAs("packets"),
                row.<Long>getAs("bytes"),
                time(row, "first_seen"),
                time(row, "last_seen"));
    }

    private static long time(Row row, String column) {
        return row.isNullAt(row.fieldIndex(column)) ? FlowRecord.NO_TIME : row.<Long>getAs(column);
    }
}
