/** From resolved flows and a topology to an exact policy of few, explained rules. */
@org.jspecify.annotations.NullMarked
module io.portolan.planner {
    requires transitive io.portolan.core;
    requires inet.ipaddr;
    requires static org.jspecify;

    exports io.portolan.planner;
    exports io.portolan.planner.address;
}
