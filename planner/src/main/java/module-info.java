/** Where flows go at a site: sets of addresses and names, the ends of firewall rules. */
@org.jspecify.annotations.NullMarked
module io.portolan.planner {
    requires transitive io.portolan.core;
    requires inet.ipaddr;
    requires static org.jspecify;

    exports io.portolan.planner.address;
}
