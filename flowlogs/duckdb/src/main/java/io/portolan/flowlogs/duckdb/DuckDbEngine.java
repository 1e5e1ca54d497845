package io.portolan.flowlogs.duckdb;

import io.portolan.flowlogs.TrafficCounter;
import io.portolan.flowlogs.TrafficEngine;
import io.portolan.planner.matcher.PolicyMatcher;

/** DuckDB, for whoever looks for an engine. */
public final class DuckDbEngine implements TrafficEngine {
    /** Makes the engine; DuckDB starts with the first logs. */
    public DuckDbEngine() {}

    @Override
    public void addParquet(String glob, PolicyMatcher matcher, TrafficCounter counter) {
        try (DuckDbTraffic traffic = DuckDbTraffic.open(matcher)) {
            traffic.addTo(DuckDbSource.parquet(glob), counter);
        }
    }
}
