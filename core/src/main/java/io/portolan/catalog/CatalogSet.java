package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Several catalogs that are asked together.
 *
 * <p>Shared endpoints mean the same in each, so {@code flowsTo(Infrastructure.DOMAIN_CONTROLLER)} finds what every product
 * opens to a domain controller. Roles of all products can be asked for.
 */
public final class CatalogSet implements FlowQueries<ProductRole> {
    private final ImmutableList<Catalog<?>> catalogs;
    private final FlowSet<ProductRole> flows;

    private CatalogSet(ImmutableList<Catalog<?>> catalogs) {
        this.catalogs = catalogs;
        ImmutableList.Builder<Flow> all = ImmutableList.builder();
        for (Catalog<?> catalog : catalogs) {
            all.addAll(catalog.flows());
        }
        this.flows = FlowSet.all(all.build());
    }

    /**
     * Returns a set of catalogs, which may be of products that Portolan does not know.
     *
     * @param catalogs catalogs, in the order in which their flows are to come
     * @return the set
     * @throws IllegalArgumentException if two catalogs have the same identifier
     */
    public static CatalogSet of(Catalog<?>... catalogs) {
        Set<String> ids = new HashSet<>();
        for (Catalog<?> catalog : catalogs) {
            checkArgument(ids.add(catalog.id()), "two catalogs have the id %s", catalog.id());
        }
        return new CatalogSet(ImmutableList.copyOf(catalogs));
    }

    /**
     * Returns the catalogs.
     *
     * @return every catalog, in the order given
     */
    public ImmutableList<Catalog<?>> catalogs() {
        return catalogs;
    }

    /**
     * Returns the catalog with an identifier.
     *
     * @param id an identifier, such as {@code rds}
     * @return the catalog, empty if there is none
     */
    public Optional<Catalog<?>> catalog(String id) {
        for (Catalog<?> catalog : catalogs) {
            if (catalog.id().equals(id)) {
                return Optional.of(catalog);
            }
        }
        return Optional.empty();
    }

    @Override
    public FlowSet<ProductRole> flows() {
        return flows;
    }

    /** Returns the catalogs, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Catalog<?> catalog : catalogs) {
            text.append(text.length() == 0 ? "" : "\n").append(catalog);
        }
        return text.toString();
    }
}
