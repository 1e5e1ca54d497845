package io.portolan.catalogs;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.configmgr.ConfigMgr;
import io.portolan.ras.Ras;
import io.portolan.rds.Rds;
import io.portolan.windows.Windows;

/**
 * The front door: every catalog by name, and all of them together.
 *
 * <pre>{@code
 * for (Flow flow : Catalogs.rds().flowsFrom(Role.GATEWAY)) {
 *     System.out.println(flow);
 * }
 * Catalogs.all().flowsOn(IpProtocol.TCP, 3389)   // what is this port?
 * }</pre>
 *
 * <p>A catalog is made when it is first asked for; asking for one does not make the others.
 */
public final class Catalogs {
    private Catalogs() {}

    /**
     * Returns the catalog of Microsoft Remote Desktop Services.
     *
     * @return the catalog, as {@link Rds#catalog()}
     */
    public static Catalog<Rds.Role> rds() {
        return Rds.catalog();
    }

    /**
     * Returns the catalog of Parallels RAS.
     *
     * @return the catalog, as {@link Ras#catalog()}
     */
    public static Catalog<Ras.Role> ras() {
        return Ras.catalog();
    }

    /**
     * Returns the catalog of Microsoft Configuration Manager.
     *
     * @return the catalog, as {@link ConfigMgr#catalog()}
     */
    public static Catalog<ConfigMgr.Role> configMgr() {
        return ConfigMgr.catalog();
    }

    /**
     * Returns the catalog of Windows system services.
     *
     * @return the catalog, as {@link Windows#catalog()}
     */
    public static Catalog<Windows.Service> windows() {
        return Windows.catalog();
    }

    /**
     * Returns all catalogs, to ask them together.
     *
     * @return every catalog that Portolan ships
     */
    public static CatalogSet all() {
        return Lazy.ALL;
    }

    private static final class Lazy {
        static final CatalogSet ALL = CatalogSet.of(rds(), ras(), configMgr(), windows());
    }
}
