package io.portolan.flowlogs.duckdb;

import io.portolan.flowlogs.Conversation;
import io.portolan.flowlogs.Count;
import io.portolan.flowlogs.FlowRecord;
import io.portolan.flowlogs.TrafficCounter;
import io.portolan.planner.address.Address;
import io.portolan.planner.matcher.MatcherTables;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBConnection;

/**
 * Decides logs by DuckDB within the program: it reads them in place, on all cores, and spills to disk what does not fit.
 *
 * <p>The classes of the addresses that occur are looked up once; everything else is one join, the same as in other engines.
 */
public final class DuckDbTraffic implements AutoCloseable {
    private static final String RECORDS = "portolan_records";

    private final PolicyMatcher matcher;
    private final Connection connection;

    private DuckDbTraffic(PolicyMatcher matcher, Connection connection) {
        this.matcher = matcher;
        this.connection = connection;
    }

    /**
     * Starts DuckDB in memory.
     *
     * @param matcher the matcher of a policy
     * @return what decides logs, to be closed
     * @throws IllegalStateException if DuckDB does not start, as on machines for which it has no library
     */
    public static DuckDbTraffic open(PolicyMatcher matcher) {
        try {
            return new DuckDbTraffic(matcher, DriverManager.getConnection("jdbc:duckdb:"));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start: " + reason(e), e);
        }
    }

    /**
     * Decides logs and adds them to a counter.
     *
     * @param source the logs
     * @param counter a counter of the same matcher
     * @throws IllegalArgumentException if the logs are not there, cannot be read, or have no columns for source, destination
     *     and protocol; the message tells DuckDB's reason in one line
     */
    public void addTo(DuckDbSource source, TrafficCounter counter) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP VIEW " + RECORDS + " AS " + records(statement, source));
            makeTables(statement);
            sum(statement, counter);
            addConversations(statement, counter);
        } catch (SQLException e) {
            throw new IllegalArgumentException(source.relation() + ": " + reason(e), e);
        }
    }

    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String records(Statement statement, DuckDbSource source) throws SQLException {
        if (source.isAzure()) {
            return StandardRecords.ofAzure(source.relation());
        }
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source.relation())) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        ColumnLayout layout = new ColumnLayout(columns);
        if (!layout.missing().isEmpty()) {
            throw new IllegalArgumentException(source.relation() + " has no column for "
                    + String.join(", ", layout.missing()) + "; it has " + columns);
        }
        return StandardRecords.of(source.relation(), layout);
    }

    /** Writes the tables anew for the addresses that occur. */
    private void makeTables(Statement statement) throws SQLException {
        List<String> addresses = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT source FROM " + RECORDS + " UNION SELECT destination FROM " + RECORDS)) {
            while (rows.next()) {
                String address = rows.getString(1);
                if (address != null) {
                    addresses.add(address);
                }
            }
        }
        for (String create : MatcherTables.CREATE) {
            statement.execute(create.replaceFirst("CREATE TABLE", "CREATE OR REPLACE TABLE"));
        }
        try (TableFiller filler = new TableFiller(connection.unwrap(DuckDBConnection.class))) {
            matcher.tables().write(addresses, filler);
        }
    }

    private void sum(Statement statement, TrafficCounter counter) throws SQLException {
        try (ResultSet rows = statement.executeQuery(matcher.tables().summary(RECORDS))) {
            while (rows.next()) {
                counter.addDecided(
                        Verdict.valueOf(rows.getString("verdict").toUpperCase(Locale.ROOT)),
                        Reason.of(rows.getInt("why")),
                        rows.getInt("flows"),
                        count(rows));
            }
        }
        try (ResultSet rows =
                statement.executeQuery("SELECT COUNT(*) FROM " + RECORDS + " WHERE reason = 0 AND orientation = 0")) {
            rows.next();
            counter.addTriedBothWays(rows.getLong(1));
        }
    }

    private static Count count(ResultSet rows) throws SQLException {
        long first = rows.getLong("first_seen");
        first = rows.wasNull() ? FlowRecord.NO_TIME : first;
        long last = rows.getLong("last_seen");
        last = rows.wasNull() ? FlowRecord.NO_TIME : last;
        return new Count(
                rows.getLong("records"),
                rows.getLong("rejected"),
                rows.getLong("packets"),
                rows.getLong("bytes"),
                first,
                last);
    }

    /** As {@link Conversation} says: where nothing else tells, the lower port is that of the service. */
    private void addConversations(Statement statement, TrafficCounter counter) throws SQLException {
        String turned = "(orientation = 2 OR (orientation = 0 AND protocol IN (6, 17) AND source_port >= 0"
                + " AND (selector < 0 OR source_port < selector)))";
        String query = "SELECT CASE WHEN " + turned + " THEN destination ELSE source END AS opener, CASE WHEN " + turned
                + " THEN source ELSE destination END AS service, protocol, CASE WHEN " + turned
                + " THEN source_port ELSE selector END AS port, orientation = 0 AS guessed, SUM(records) AS records,"
                + " SUM(rejected) AS rejected, SUM(packets) AS packets, SUM(bytes) AS bytes, MIN(first_seen) AS first_seen,"
                + " MAX(last_seen) AS last_seen FROM (" + matcher.tables().query(RECORDS)
                + ") WHERE verdict = 'unwanted' GROUP BY ALL ORDER BY records DESC, opener, service, port";
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counter.addConversation(
                        new Conversation(
                                Address.parse(rows.getString("opener")),
                                Address.parse(rows.getString("service")),
                                rows.getInt("protocol"),
                                rows.getInt("port"),
                                rows.getBoolean("guessed")),
                        count(rows));
            }
        }
    }

    /** Ends DuckDB. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not end: " + reason(e), e);
        }
    }
}
