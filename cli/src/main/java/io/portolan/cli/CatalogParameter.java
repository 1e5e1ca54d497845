package io.portolan.cli;

import io.portolan.catalog.Catalog;
import picocli.CommandLine.Parameters;

/** The parameter of commands about one catalog. */
final class CatalogParameter {
    @Parameters(
            index = "0",
            paramLabel = "CATALOG",
            description = "The catalog, such as rds.",
            converter = CatalogArgument.class)
    private Catalog<?> catalog;

    Catalog<?> get() {
        return catalog;
    }
}
