/** The command {@code portolan}. */
@org.jspecify.annotations.NullMarked
module io.portolan.cli {
    requires io.portolan.catalogs;
    requires io.portolan.firewall;
    requires io.portolan.flowlogs;
    requires io.portolan.json;
    requires io.portolan.planner;
    requires io.portolan.sitefile;
    requires transitive info.picocli;
    requires org.apache.commons.csv;
    requires org.apache.commons.text;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports io.portolan.cli;

    uses io.portolan.flowlogs.TrafficEngine;

    opens io.portolan.cli to
            info.picocli;
}
