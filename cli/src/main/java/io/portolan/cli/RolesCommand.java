package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.ProductRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan roles}: the endpoints of a catalog by their identifiers. */
@Command(
        name = "roles",
        description =
                "Lists the roles of a catalog, and what else its flows begin or end at, by the identifiers that the"
                        + " site file and other commands take.")
final class RolesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogParameter parameter;

    @Override
    public void run() {
        Catalog<?> catalog = parameter.get();
        Set<Endpoint> endpoints = new LinkedHashSet<>(catalog.roles());
        endpoints.addAll(catalog.endpoints());
        Table table = new Table("ID", "IS", "TITLE", "OPENS", "TAKES");
        for (Endpoint endpoint : endpoints) {
            table.add(List.of(
                    endpoint.id(),
                    endpoint instanceof ProductRole ? "role" : "endpoint",
                    endpoint.title(),
                    Integer.toString(catalog.flows().fromEndpoint(endpoint).size()),
                    Integer.toString(catalog.flows().toEndpoint(endpoint).size())));
        }
        spec.commandLine().getOut().print(table.format(Portolan.width(spec)));
    }
}
