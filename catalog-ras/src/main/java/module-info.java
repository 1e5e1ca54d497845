/** The flows of Parallels Remote Application Server. */
@org.jspecify.annotations.NullMarked
module io.portolan.ras {
    requires transitive io.portolan.core;
    requires static org.jspecify;

    exports io.portolan.ras;
}
