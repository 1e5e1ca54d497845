/** The command {@code portolan}. */
@org.jspecify.annotations.NullMarked
module io.portolan.cli {
    requires io.portolan.catalogs;
    requires io.portolan.firewall;
    requires io.portolan.planner;
    requires transitive info.picocli;
    requires org.apache.commons.csv;
    requires org.apache.commons.text;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;
    requires static org.jspecify;

    exports io.portolan.cli;

    opens io.portolan.cli to
            info.picocli;
}
