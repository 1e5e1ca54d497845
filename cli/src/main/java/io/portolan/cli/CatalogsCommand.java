package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalogs.Catalogs;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan catalogs}: which catalogs there are. */
@Command(name = "catalogs", description = "Lists the catalogs with their editions and documents.")
final class CatalogsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Table table = new Table("CATALOG", "PRODUCT", "EDITION", "FLOWS", "DOCUMENTS");
        for (Catalog<?> catalog : Catalogs.all().catalogs()) {
            StringBuilder documents = new StringBuilder();
            for (Document document : catalog.edition().documents()) {
                documents.append(documents.length() == 0 ? "" : "; ").append(document);
            }
            table.add(List.of(
                    catalog.id(),
                    catalog.title(),
                    catalog.edition().toString(),
                    Integer.toString(catalog.flows().size()),
                    documents.toString()));
        }
        spec.commandLine().getOut().print(table.format(Portolan.width(spec)));
    }
}
