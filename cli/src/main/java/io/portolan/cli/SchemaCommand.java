package io.portolan.cli;

import io.portolan.catalogs.Catalogs;
import io.portolan.sitefile.SiteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan schema}: what a site file can say. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the site file, with which editors complete and explain it.")
final class SchemaCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(SiteFile.schema(Catalogs.all()));
    }
}
