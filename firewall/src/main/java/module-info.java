/** Policies as the text of real firewalls, and what firewalls have as observed rules. */
@org.jspecify.annotations.NullMarked
module io.portolan.firewall {
    requires transitive io.portolan.planner;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports io.portolan.firewall;
    exports io.portolan.firewall.api;
    exports io.portolan.firewall.groups;
}
