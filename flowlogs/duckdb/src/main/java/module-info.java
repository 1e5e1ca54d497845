/** Logs of traffic that DuckDB reads in place and decides by the tables of a policy. */
@org.jspecify.annotations.NullMarked
module io.portolan.flowlogs.duckdb {
    requires transitive io.portolan.flowlogs;
    requires java.sql;
    requires duckdb.jdbc;
    requires static org.jspecify;

    exports io.portolan.flowlogs.duckdb;

    provides io.portolan.flowlogs.TrafficEngine with
            io.portolan.flowlogs.duckdb.DuckDbEngine;
}
