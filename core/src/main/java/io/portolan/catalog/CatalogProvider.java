package io.portolan.catalog;

import java.util.List;

/**
 * Offers catalogs to programs that look for them with {@link java.util.ServiceLoader}, so that a catalog of your own answers
 * beside those of Portolan: in {@code Catalogs.all(ClassLoader)}, and on the command line with {@code --catalog-path}.
 *
 * <pre>{@code
 * public final class ShopCatalogs implements CatalogProvider {
 *     public List<Catalog<?>> catalogs() {
 *         return List.of(Shop.catalog());
 *     }
 * }
 * }</pre>
 *
 * <p>The implementation is public and has a public constructor without parameters. A jar names it in the file
 * {@code META-INF/services/io.portolan.catalog.CatalogProvider}; a module in {@code provides CatalogProvider with ...}.
 */
public interface CatalogProvider {
    /**
     * Returns the catalogs.
     *
     * @return one catalog or more, in the order in which they are listed; none has the identifier of another that is offered
     */
    List<Catalog<?>> catalogs();
}
