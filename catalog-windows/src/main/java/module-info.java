/** The flows of the system services of Microsoft Windows. */
@org.jspecify.annotations.NullMarked
module io.portolan.windows {
    requires transitive io.portolan.core;
    requires static org.jspecify;

    exports io.portolan.windows;
}
