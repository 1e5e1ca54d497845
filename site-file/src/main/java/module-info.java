/** Site files: what a site answers, what it has where, and the policy that follows. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the command line, which says things as this module does, is not seen from here
module io.portolan.sitefile {
    requires transitive io.portolan.planner;
    requires io.portolan.catalogs;
    requires io.portolan.json;
    requires org.apache.commons.csv;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;
    requires static org.jspecify;

    exports io.portolan.sitefile;
    exports io.portolan.sitefile.text to
            io.portolan.cli;
}
