/** The command {@code portolan}. */
@org.jspecify.annotations.NullMarked
module io.portolan.cli {
    requires io.portolan.catalogs;
    requires io.portolan.firewall;
    requires io.portolan.json;
    requires io.portolan.planner;
    requires io.portolan.sitefile;
    requires transitive info.picocli;
    requires org.apache.commons.csv;
    requires org.apache.commons.text;
    requires static org.jspecify;

    exports io.portolan.cli;

    opens io.portolan.cli to
            info.picocli;
}
