/** The flows of Microsoft Configuration Manager. */
@org.jspecify.annotations.NullMarked
module io.portolan.configmgr {
    requires transitive io.portolan.core;
    requires static org.jspecify;

    exports io.portolan.configmgr;
}
