/** Drafts of catalogs, read from the tables of documents. */
@org.jspecify.annotations.NullMarked
module io.portolan.draft {
    requires transitive io.portolan.core;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.jsoup;
    requires java.compiler;
    requires static org.jspecify;

    exports io.portolan.draft;
}
