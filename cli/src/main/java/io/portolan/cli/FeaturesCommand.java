package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Feature;
import io.portolan.sitefile.text.FeatureAnswers;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan features}: the questions about a site on which flows depend. */
@Command(name = "features", description = "Lists the questions about a site on which flows of a catalog depend.")
final class FeaturesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogParameter parameter;

    @Override
    public void run() {
        Catalog<?> catalog = parameter.get();
        Table table = new Table("FEATURE", "ANSWERS", "DEFAULT", "FLOWS");
        for (Feature feature : catalog.features()) {
            String defaultAnswer = FeatureAnswers.byDefault(feature);
            table.add(List.of(
                    feature.id(),
                    String.join(" or ", FeatureAnswers.all(feature)),
                    defaultAnswer.isEmpty() ? "none" : defaultAnswer,
                    Integer.toString(catalog.flows().withFeature(feature).size())));
            table.addDetail(FeatureAnswers.statement(feature));
            table.addDetail(feature.citation().toString());
        }
        spec.commandLine().getOut().print(table.format(Portolan.width(spec)));
    }
}
