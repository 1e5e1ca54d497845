package io.portolan.flowlogs.duckdb;

/** The query that gives records the columns of {@code io.portolan.planner.matcher.MatcherTables}. */
final class StandardRecords {
    private static final String PROTOCOL =
            "COALESCE(TRY_CAST(protocol_text AS INT), CASE LOWER(protocol_text) WHEN 'tcp' THEN 6 WHEN 'udp' THEN 17"
                    + " WHEN 'icmp' THEN CASE WHEN source LIKE '%:%' THEN 58 ELSE 1 END WHEN 'icmpv6' THEN 58"
                    + " WHEN 'ipv6-icmp' THEN 58 WHEN 'icmp6' THEN 58 WHEN 'gre' THEN 47 WHEN 'esp' THEN 50"
                    + " WHEN 'ah' THEN 51 WHEN 'vrrp' THEN 112 WHEN 'sctp' THEN 132 END)";

    private StandardRecords() {}

    /** Returns the query over a relation, such as {@code read_parquet('...')}. */
    static String of(String relation, ColumnLayout layout) {
        return finished("SELECT " + ends(layout)
                + ", " + layout.text("protocol") + " AS protocol_text"
                + ", " + layout.number("source_port") + " AS sp, " + layout.number("destination_port") + " AS dp"
                + ", " + orientation(layout) + " AS orientation"
                + ", " + given(layout) + " AS given"
                + ", CASE WHEN UPPER(" + layout.text("action")
                + ") IN ('REJECT', 'DROP', 'DENY', 'DENIED', 'BLOCK') THEN 1 ELSE 0 END AS rejected"
                + ", COALESCE(" + layout.number("packets") + ", 0) + COALESCE(" + layout.number("packets_back")
                + ", 0) AS packets"
                + ", COALESCE(" + layout.number("bytes") + ", 0) + COALESCE(" + layout.number("bytes_back")
                + ", 0) AS bytes"
                + ", " + milliseconds(layout, "start") + " AS first_seen, " + lastSeen(layout) + " AS last_seen"
                + ", " + (layout.isZeek() ? "1" : "0") + " AS icmp_in_ports\nFROM " + relation + " t");
    }

    /** Returns the query over Azure's flow logs of virtual networks, of which each tuple is a text in lists of lists. */
    static String ofAzure(String relation) {
        String tuples = "SELECT UNNEST(g.flowTuples) AS tuple FROM (SELECT UNNEST(f.flowGroups) AS g FROM ("
                + "SELECT UNNEST(r.flowRecords.flows) AS f FROM (SELECT UNNEST(records) AS r FROM " + relation + ")))";
        return finished("SELECT p[2] AS source, p[3] AS destination, 0 AS translated, p[6] AS protocol_text,"
                + " TRY_CAST(p[4] AS BIGINT) AS sp, TRY_CAST(p[5] AS BIGINT) AS dp, 1 AS orientation, 0 AS given,"
                + " CASE WHEN p[8] = 'D' THEN 1 ELSE 0 END AS rejected,"
                + " COALESCE(TRY_CAST(p[10] AS BIGINT), 0) + COALESCE(TRY_CAST(p[12] AS BIGINT), 0) AS packets,"
                + " COALESCE(TRY_CAST(p[11] AS BIGINT), 0) + COALESCE(TRY_CAST(p[13] AS BIGINT), 0) AS bytes,"
                + " TRY_CAST(p[1] AS BIGINT) AS first_seen, TRY_CAST(p[1] AS BIGINT) AS last_seen, 0 AS icmp_in_ports\n"
                + "FROM (SELECT STRING_SPLIT(tuple, ',') AS p FROM (" + tuples + "))");
    }

    private static String ends(ColumnLayout layout) {
        String source = layout.text("source");
        String destination = layout.text("destination");
        String sourceBehind = layout.text("source_behind");
        String destinationBehind = layout.text("destination_behind");
        if (layout.has("source_behind") && layout.has("destination_behind")) {
            String both = sourceBehind + " IS NOT NULL AND " + destinationBehind + " IS NOT NULL";
            return "CASE WHEN " + both + " THEN " + sourceBehind + " ELSE " + source + " END AS source, CASE WHEN "
                    + both
                    + " THEN " + destinationBehind + " ELSE " + destination + " END AS destination, CASE WHEN " + both
                    + " THEN 0 WHEN " + sourceBehind + " <> " + source + " OR " + destinationBehind + " <> "
                    + destination
                    + " THEN 1 ELSE 0 END AS translated";
        }
        return source + " AS source, " + destination + " AS destination, CASE WHEN " + sourceBehind + " <> " + source
                + " OR " + destinationBehind + " <> " + destination + " THEN 1 ELSE 0 END AS translated";
    }

    private static String orientation(ColumnLayout layout) {
        if (layout.isZeek()) {
            return "CASE WHEN " + layout.text("state") + " = 'OTH' OR " + layout.text("history")
                    + " LIKE '^%' THEN 0 ELSE 1 END";
        }
        String flags = layout.number("flags");
        return "CASE WHEN " + flags + " & 2 = 2 THEN CASE WHEN " + flags + " & 16 = 16 THEN 2 ELSE 1 END ELSE 0 END";
    }

    /** What a record says of itself: 1 that it is incomplete. */
    private static String given(ColumnLayout layout) {
        return "CASE WHEN " + layout.text("status") + " IN ('NODATA', 'SKIPDATA') THEN 1 ELSE 0 END";
    }

    /** Seconds or milliseconds since 1970, or what DuckDB took for a time. */
    private static String milliseconds(ColumnLayout layout, String meaning) {
        String number = "TRY_CAST(" + layout.text(meaning) + " AS DOUBLE)";
        return "COALESCE(CASE WHEN " + number + " < 100000000000 THEN CAST(ROUND(" + number + " * 1000) AS BIGINT)"
                + " ELSE CAST(" + number + " AS BIGINT) END, EPOCH_MS(TRY_CAST(" + layout.text(meaning)
                + " AS TIMESTAMP)))";
    }

    private static String lastSeen(ColumnLayout layout) {
        if (layout.has("end")) {
            return milliseconds(layout, "end");
        }
        return milliseconds(layout, "start") + " + CAST(ROUND(COALESCE(TRY_CAST(" + layout.text("duration")
                + " AS DOUBLE), 0) * 1000) AS BIGINT)";
    }

    /** Decides what is complete, and where ports are none. */
    private static String finished(String raw) {
        String hasPorts = "protocol IN (6, 17)";
        return "SELECT source, destination, protocol,\n  CASE WHEN " + hasPorts
                + " THEN COALESCE(sp, -1) ELSE icmp END AS source_port,\n  CASE WHEN " + hasPorts
                + " THEN COALESCE(dp, -1) ELSE icmp END AS selector,\n  orientation,\n"
                + "  CASE WHEN given = 1 THEN 1 WHEN translated = 1 THEN 2\n"
                + "       WHEN source IS NULL OR destination IS NULL OR protocol IS NULL THEN 1\n"
                + "       WHEN protocol IN (1, 58) AND icmp < 0 THEN 1\n"
                + "       WHEN " + hasPorts + " AND dp IS NULL AND NOT (orientation = 2 AND sp IS NOT NULL) THEN 1\n"
                + "       ELSE 0 END AS reason,\n"
                + "  CAST(1 AS BIGINT) AS records, CAST(rejected AS BIGINT) AS rejected, packets, bytes, first_seen, last_seen\n"
                + "FROM (SELECT *, CASE WHEN protocol IN (1, 58) THEN CASE WHEN icmp_in_ports = 1 AND sp IS NOT NULL AND dp IS"
                + " NOT NULL THEN CAST(sp * 256 + dp AS BIGINT) ELSE -1 END ELSE 0 END AS icmp\n"
                + "FROM (SELECT *, " + PROTOCOL + " AS protocol FROM (\n" + raw + "\n)))";
    }
}
