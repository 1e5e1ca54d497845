package io.portolan.catalogs;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.portolan.ad.ActiveDirectory;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogProvider;
import io.portolan.catalog.CatalogSet;
import io.portolan.configmgr.ConfigMgr;
import io.portolan.identity.HybridIdentity;
import io.portolan.ras.Ras;
import io.portolan.rds.Rds;
import io.portolan.windows.Windows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The front door: every catalog by name, and all of them together.
 *
 * <pre>{@code
 * for (Flow flow : Catalogs.rds().flowsFrom(Role.GATEWAY)) {
 *     System.out.println(flow);
 * }
 * Catalogs.all().flowsOn(IpProtocol.TCP, 3389)   // what is this port?
 * Catalogs.all(loader).catalogs()                // those of others, too
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
    public static Catalog<Windows.Role> windows() {
        return Windows.catalog();
    }

    /**
     * Returns the catalog of Active Directory: members, domain controllers and trusts.
     *
     * @return the catalog, as {@link ActiveDirectory#catalog()}
     */
    public static Catalog<ActiveDirectory.Role> activeDirectory() {
        return ActiveDirectory.catalog();
    }

    /**
     * Returns the catalog of hybrid identity: AD FS, Web Application Proxy and Microsoft Entra Connect.
     *
     * @return the catalog, as {@link HybridIdentity#catalog()}
     */
    public static Catalog<HybridIdentity.Role> identity() {
        return HybridIdentity.catalog();
    }

    /**
     * Returns the catalogs of every edition of a product.
     *
     * @param id the identifier of a catalog that Portolan ships, such as {@code rds}
     * @return catalogs, the earliest first and the latest, which all other methods give, last
     * @throws IllegalArgumentException if there is no such catalog
     */
    public static ImmutableList<Catalog<?>> editions(String id) {
        if (id.equals("rds")) {
            return ImmutableList.copyOf(Rds.editions());
        }
        if (id.equals("configmgr")) {
            return ImmutableList.copyOf(ConfigMgr.editions());
        }
        Optional<Catalog<?>> only = all().catalog(id);
        checkArgument(only.isPresent(), "there is no catalog %s", id);
        return ImmutableList.of(only.get());
    }

    /**
     * Returns all catalogs, to ask them together.
     *
     * @return every catalog that Portolan ships
     */
    public static CatalogSet all() {
        return Lazy.ALL;
    }

    /**
     * Returns all catalogs, those of others among them: every catalog that Portolan ships, and after them what each
     * {@link CatalogProvider} offers that a class loader finds. Nothing is kept: every call looks anew.
     *
     * @param loader where to look for providers, such as the class loader of your program
     * @return every catalog
     * @throws IllegalArgumentException if a provider offers a catalog with the identifier of another; the message names the
     *     provider
     * @throws java.util.ServiceConfigurationError if a provider is named that cannot be made
     */
    public static CatalogSet all(ClassLoader loader) {
        List<Catalog<?>> catalogs = new ArrayList<>(all().catalogs());
        Set<String> ids = new HashSet<>();
        catalogs.forEach(catalog -> ids.add(catalog.id()));
        for (CatalogProvider provider : ServiceLoader.load(CatalogProvider.class, loader)) {
            for (Catalog<?> catalog : provider.catalogs()) {
                checkArgument(
                        ids.add(catalog.id()),
                        "%s offers the catalog %s, which there is already; expected another id",
                        provider.getClass().getName(),
                        catalog.id());
                catalogs.add(catalog);
            }
        }
        return CatalogSet.of(catalogs.toArray(new Catalog<?>[0]));
    }

    private static final class Lazy {
        static final CatalogSet ALL =
                CatalogSet.of(rds(), ras(), configMgr(), windows(), activeDirectory(), identity());
    }
}
