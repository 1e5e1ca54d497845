/** Flows, resolutions, policies, differences and findings as JSON. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules that write JSON as this one does are not seen from here
module io.portolan.json {
    requires transitive io.portolan.planner;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports io.portolan.json;
    exports io.portolan.json.text to
            io.portolan.cli,
            io.portolan.sitefile;
}
