package io.portolan.cli;

import io.portolan.internal.Shown;
import io.portolan.planner.Place;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.Inventory;
import io.portolan.sitefile.InventoryFormat;
import io.portolan.sitefile.InventoryHost;
import io.portolan.sitefile.SiteFile;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan import}: a site file of the hosts that another tool knows. */
@Command(
        name = "import",
        description = "Makes a site file of an inventory: the hosts that another tool knows become the topology, and a"
                + " mapping says which roles they have, by group, tag or name.",
        footer = {"", "docs/inventories.md tells how to list the hosts, and what a mapping says."})
final class ImportCommand implements Runnable {
    /** Reads a format. */
    static final class FormatArgument extends IdArgument<InventoryFormat> {
        FormatArgument() {
            super("format", Arrays.asList(InventoryFormat.values()), InventoryFormat::id);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The inventory, as the other tool writes it.")
    private String file;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FORMAT",
            description = "How it is written: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatArgument.class,
            converter = FormatArgument.class)
    private InventoryFormat format;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING",
            description = "Which roles hosts have, and what else the site file says, in YAML.")
    private String mapping;

    @Override
    public void run() {
        Inventory inventory = Inventory.read(format, FileText.path(file));
        SiteFile site = inventory.map(FileText.path(mapping));
        for (InventoryHost host : inventory.hosts()) {
            boolean idle = site.topology()
                    .flatMap(topology -> topology.place(host.name()))
                    .map(Place::placements)
                    .filter(placements -> placements.isEmpty())
                    .isPresent();
            if (idle) {
                spec.commandLine()
                        .getErr()
                        .println("portolan import: no rule of the mapping is for host " + Shown.plain(host.name()));
            }
        }
        spec.commandLine().getOut().print(site.write());
    }
}
