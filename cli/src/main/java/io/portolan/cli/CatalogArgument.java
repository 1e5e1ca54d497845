package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.internal.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the argument that names a catalog. */
final class CatalogArgument implements ITypeConverter<Catalog<?>> {
    @Override
    public Catalog<?> convert(String id) {
        return Catalogs.all()
                .catalog(id)
                .orElseThrow(() -> new TypeConversionException(Nearest.unknown("catalog", id, ids())));
    }

    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Catalog<?> catalog : Catalogs.all().catalogs()) {
            ids.add(catalog.id());
        }
        return ids;
    }
}
