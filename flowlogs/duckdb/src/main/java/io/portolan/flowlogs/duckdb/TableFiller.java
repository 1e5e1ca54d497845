package io.portolan.flowlogs.duckdb;

import io.portolan.planner.matcher.MatcherTables;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends the rows of the tables of a policy. */
final class TableFiller implements MatcherTables.Sink, AutoCloseable {
    private final DuckDBAppender addresses;
    private final DuckDBAppender ports;
    private final DuckDBAppender pairs;
    private final DuckDBAppender verdicts;

    TableFiller(DuckDBConnection connection) throws SQLException {
        addresses = appender(connection, "portolan_address");
        ports = appender(connection, "portolan_port");
        pairs = appender(connection, "portolan_pair");
        verdicts = appender(connection, "portolan_verdict");
    }

    private static DuckDBAppender appender(DuckDBConnection connection, String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    @Override
    public void address(String address, int family, int number, int known) {
        try {
            addresses
                    .beginRow()
                    .append(address)
                    .append(family)
                    .append(number)
                    .append(known)
                    .endRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void port(int protocol, int port, int family, int target, int origin) {
        row(ports, protocol, port, family, target, origin);
    }

    @Override
    public void pair(int source, int destination, int forward, int back) {
        row(pairs, source, destination, forward, back);
    }

    @Override
    public void verdict(int row, int column, int flows, int needed, int answer, int mayNeed, int mayAnswer) {
        row(verdicts, row, column, flows, needed, answer, mayNeed, mayAnswer);
    }

    private static void row(DuckDBAppender appender, int... values) {
        try {
            appender.beginRow();
            for (int value : values) {
                appender.append(value);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("DuckDB does not take the tables of the policy: " + e.getMessage(), e);
    }

    @Override
    public void close() throws SQLException {
        addresses.close();
        ports.close();
        pairs.close();
        verdicts.close();
    }
}
