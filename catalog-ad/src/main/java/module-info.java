/** The flows of Active Directory: members, domain controllers and trusts. */
@org.jspecify.annotations.NullMarked
module io.portolan.ad {
    requires transitive io.portolan.core;
    requires static org.jspecify;

    exports io.portolan.ad;
}
