/** Logs of traffic: what they hold, and what becomes of it under a policy. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules that share the generator are not seen from here
module io.portolan.flowlogs {
    requires transitive io.portolan.planner;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports io.portolan.flowlogs;
    exports io.portolan.flowlogs.synthetic to
            io.portolan.flowlogs.duckdb,
            io.portolan.flowlogs.spark;
}
