package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan settings}: the ports that a site may change. */
@Command(name = "settings", description = "Lists the ports of a catalog that a site may change.")
final class SettingsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogParameter parameter;

    @Override
    public void run() {
        Catalog<?> catalog = parameter.get();
        Table table = new Table("SETTING", "DEFAULT", "DOCUMENTED", "ALLOWED", "FLOWS");
        for (PortSetting setting : catalog.settings()) {
            table.add(List.of(
                    setting.id(),
                    setting.defaultPort().isPresent()
                            ? Integer.toString(setting.defaultPort().getAsInt())
                            : "none",
                    setting.toString(),
                    setting.allowed().toString(),
                    Integer.toString(catalog.flows().withSetting(setting).size())));
            table.addDetail(setting.title() + ", configured in: " + setting.configuredIn());
            table.addDetail(setting.citation().toString());
        }
        for (PortCoupling coupling : catalog.couplings()) {
            table.addHeading(coupling + " (" + coupling.citation() + ")");
        }
        spec.commandLine().getOut().print(table.format(Portolan.width(spec)));
    }
}
