/** The flows of Microsoft Remote Desktop Services. */
@org.jspecify.annotations.NullMarked
module io.portolan.rds {
    requires transitive io.portolan.core;
    requires static org.jspecify;

    exports io.portolan.rds;
}
