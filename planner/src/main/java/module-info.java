/** From resolved flows and a topology to an exact policy of few, explained rules. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the firewall module, which calculates with packets, is not seen from here
module io.portolan.planner {
    requires transitive io.portolan.core;
    requires inet.ipaddr;
    requires static org.jspecify;

    exports io.portolan.planner;
    exports io.portolan.planner.address;
    exports io.portolan.planner.matcher;
    exports io.portolan.planner.packets to
            io.portolan.firewall;
}
