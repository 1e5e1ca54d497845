package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.cli.file.Product;
import io.portolan.cli.file.SiteFile;
import io.portolan.cli.text.Nearest;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parameters of commands about a site: which products, and the file of its answers. */
final class ProductsParameter {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "CATALOG",
            description = "The catalogs, such as rds. With --site also products of the file; all of them if none is"
                    + " named.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description =
                    "The answers of the site, in YAML, or in JSON if the name ends in .json; 'portolan init' writes"
                            + " a file to begin with. Nothing is answered if not given.")
    private @Nullable String file;

    /** Returns the products, each once, in the order in which they are named. */
    List<Product> get() {
        if (file != null) {
            return ofFile(SiteFile.read(file));
        }
        if (names.isEmpty()) {
            throw wrongUsage("name a catalog, or give a site file by --site");
        }
        return named(Site.empty(), List.of());
    }

    private List<Product> ofFile(SiteFile site) {
        if (!names.isEmpty()) {
            return named(site.common(), site.products());
        }
        if (site.products().isEmpty()) {
            throw wrongUsage("name a catalog, for the site file has answers, but no products");
        }
        return site.products();
    }

    /** A name means the product of that name, else all products of that catalog, else that catalog with common answers. */
    private List<Product> named(Site common, List<Product> products) {
        Map<String, Catalog<?>> catalogs = new LinkedHashMap<>();
        Catalogs.all().catalogs().forEach(catalog -> catalogs.put(catalog.id(), catalog));
        Map<String, Product> byName = new LinkedHashMap<>();
        products.forEach(product -> byName.put(product.name(), product));
        Set<Product> named = new LinkedHashSet<>();
        for (String name : names) {
            Optional<Product> product = Optional.ofNullable(byName.get(name));
            Catalog<?> catalog = catalogs.get(name);
            if (product.isPresent()) {
                named.add(product.get());
            } else if (catalog == null) {
                Set<String> known = new LinkedHashSet<>(byName.keySet());
                known.addAll(catalogs.keySet());
                throw wrongUsage(Nearest.unknown(products.isEmpty() ? "catalog" : "product or catalog", name, known));
            } else {
                List<Product> ofCatalog = of(catalog, products);
                named.addAll(ofCatalog.isEmpty() ? List.of(new Product(name, catalog, common)) : ofCatalog);
            }
        }
        return List.copyOf(named);
    }

    private static List<Product> of(Catalog<?> catalog, List<Product> products) {
        List<Product> ofCatalog = new ArrayList<>(products);
        ofCatalog.removeIf(product -> product.catalog() != catalog);
        return ofCatalog;
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
