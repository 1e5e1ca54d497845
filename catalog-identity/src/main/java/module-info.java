/** The flows of AD FS, Web Application Proxy and Microsoft Entra Connect. */
@org.jspecify.annotations.NullMarked
module io.portolan.identity {
    requires transitive io.portolan.core;
    requires static org.jspecify;

    exports io.portolan.identity;
}
