package io.portolan.cli.file;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.cli.text.Nearest;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The section {@code products}: installations by name, each with the answers that are its own. */
final class ProductsSection {
    static final String CATALOG = "catalog";
    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    static final int LONGEST_NAME = 60;

    private final Map<String, Catalog<?>> catalogs = new LinkedHashMap<>();
    private final List<Placed> own = new ArrayList<>();

    /** A product with its own answers alone, and where it stands. */
    private record Placed(Position place, Product product) {}

    ProductsSection() {
        Catalogs.all().catalogs().forEach(catalog -> catalogs.put(catalog.id(), catalog));
    }

    void read(Node value) {
        Values.mapping(value, "products").entries().forEach(this::product);
    }

    /** Returns the products, each with the common answers where it has none of its own. */
    ImmutableList<Product> products(Site common) {
        ImmutableList.Builder<Product> merged = ImmutableList.builder();
        for (Placed placed : own) {
            Product product = placed.product();
            Site site = common.mergedWith(product.site());
            try {
                site.resolve(product.catalog());
            } catch (IllegalArgumentException e) { // answers that contradict each other
                throw placed.place().error(String.valueOf(e.getMessage()));
            }
            merged.add(new Product(product.name(), product.catalog(), site));
        }
        return merged.build();
    }

    private void product(String name, Node.Entry entry) {
        if (!NAME_PATTERN.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw entry.key()
                    .error("the name of a product is of lower-case letters, digits and single hyphens, such as"
                            + " farm-north, and at most " + LONGEST_NAME + " characters long");
        }
        if (!(entry.value() instanceof Node.Mapping mapping)) {
            throw entry.value()
                    .place()
                    .error("expected a mapping of answers, or {} for a product without answers of its own, but found "
                            + entry.value().description());
        }
        Catalog<?> catalog = catalog(name, entry.key(), mapping);
        Site.Builder site = Site.builder();
        Sections sections = CommonAnswers.of(catalog, site);
        new ProductAnswers(catalog, site)
                .addTo(sections)
                .add(CATALOG, told -> {})
                .read(mapping);
        own.add(new Placed(entry.key(), new Product(name, catalog, site.build())));
    }

    private Catalog<?> catalog(String name, Position place, Node.Mapping mapping) {
        Catalog<?> named = catalogs.get(name);
        Node.Entry told = mapping.entries().get(CATALOG);
        if (told == null) {
            if (named == null) {
                throw place.error(Nearest.unknown(CATALOG, name, catalogs.keySet())
                        + "; a product by another name tells its catalog under the key catalog");
            }
            return named;
        }
        Catalog<?> catalog = Values.oneOf(told.value(), CATALOG, catalogs);
        if (named != null && named != catalog) {
            throw told.value()
                    .place()
                    .error("a product that is named like the catalog " + name + " cannot be of another; expected "
                            + name + ", or another name for the product");
        }
        return catalog;
    }
}
