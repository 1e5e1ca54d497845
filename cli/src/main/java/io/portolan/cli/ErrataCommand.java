package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Reading;
import io.portolan.catalogs.Catalogs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan errata}: where documents err or disagree. */
@Command(
        name = "errata",
        description =
                "Lists where the documents of a catalog, or of all, err or disagree: what each says, what was taken,"
                        + " and why.")
final class ErrataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CATALOG",
            description = "The catalog, such as rds; all if not given.",
            converter = CatalogArgument.class)
    private @Nullable Catalog<?> catalog;

    @Override
    public void run() {
        Table table = new Table("ERRATUM", "FLOWS");
        for (Catalog<?> each : catalog == null ? Catalogs.all().catalogs() : List.of(catalog)) {
            table.addHeading(each.title());
            for (Erratum erratum : each.errata()) {
                table.add(List.of(erratum.id(), Integer.toString(flows(each, erratum))));
                for (Reading reading : erratum.readings()) {
                    table.addDetail(reading.toString());
                }
                table.addDetail("taken: " + erratum.taken());
                table.addDetail("because: " + erratum.reason());
            }
        }
        spec.commandLine().getOut().print(table.format(Portolan.width(spec)));
    }

    private static int flows(Catalog<?> catalog, Erratum erratum) {
        int flows = 0;
        for (Flow flow : catalog.flows()) {
            flows += flow.errata().contains(erratum) ? 1 : 0;
        }
        return flows;
    }
}
