/** Ports, transports, the model of catalogs and flows, and site answers: the floor on which every Portolan module stands. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules that share internals are not seen from here
module io.portolan.core {
    requires transitive com.google.common;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static com.google.errorprone.annotations; // generated code imports it
    requires static java.compiler; // javax.annotation.processing.Generated, likewise

    exports io.portolan.catalog;
    exports io.portolan.net;
    exports io.portolan.site;
    exports io.portolan.internal to
            io.portolan.cli,
            io.portolan.firewall,
            io.portolan.flowlogs,
            io.portolan.json,
            io.portolan.planner,
            io.portolan.sitefile;
}
