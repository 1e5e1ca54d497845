/** Logs of traffic that DuckDB reads in place, whatever their size, and decides by the tables of a policy. */
package io.portolan.flowlogs.duckdb;
