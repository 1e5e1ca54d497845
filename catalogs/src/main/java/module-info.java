/** The front door to all catalogs. */
@org.jspecify.annotations.NullMarked
module io.portolan.catalogs {
    requires transitive io.portolan.core;
    requires transitive io.portolan.rds;
    requires transitive io.portolan.ras;
    requires transitive io.portolan.configmgr;
    requires transitive io.portolan.windows;
    requires transitive io.portolan.ad;
    requires transitive io.portolan.identity;
    requires static org.jspecify;

    uses io.portolan.catalog.CatalogProvider;

    exports io.portolan.catalogs;
}
