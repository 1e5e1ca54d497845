package io.portolan.cli;

import io.portolan.internal.Shown;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan man}: pages of the manual. */
@Command(
        name = "man",
        description = "Prints a page of the manual, as 'portolan man plan | man -l -' shows it, or writes all pages.")
final class ManCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; portolan itself if not given.")
    private @Nullable String name;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write the pages of all commands to.")
    private @Nullable String out;

    @Override
    public void run() {
        CommandLine all = new CommandLine(spec.root().userObject());
        Subcommands.addTo(all);
        if (out != null) {
            Map<String, String> pages = new TreeMap<>();
            add(all.getCommandSpec(), pages);
            all.getSubcommands().values().forEach(each -> add(each.getCommandSpec(), pages));
            RenderedFolder.write(out, "portolan-man.sha256", pages);
        } else {
            spec.commandLine().getOut().print(ManPage.of(command(all).getCommandSpec()));
        }
    }

    private CommandLine command(CommandLine all) {
        if (name == null) {
            return all;
        }
        CommandLine found = all.getSubcommands().get(name);
        if (found == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "not a command: " + Shown.quote(name) + "; expected one of "
                            + String.join(", ", all.getSubcommands().keySet()));
        }
        return found;
    }

    private static void add(CommandSpec command, Map<String, String> pages) {
        pages.put(ManPage.name(command) + ".1", ManPage.of(command));
    }
}
