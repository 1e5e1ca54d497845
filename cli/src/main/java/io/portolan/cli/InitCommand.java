package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.cli.output.OutputFolder;
import io.portolan.internal.Shown;
import io.portolan.sitefile.SiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code portolan init}: a site file to begin with. */
@Command(
        name = "init",
        description =
                "Writes a site file to begin with: every setting and feature of the catalogs, explained, and at its"
                        + " default; what has none is a comment.")
final class InitCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "CATALOG", description = "The catalogs of the products, such as rds.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, which must not exist yet; standard output if not given.")
    private @Nullable String out;

    @Override
    public void run() {
        String text = SiteFile.template(catalogs());
        if (out == null) {
            spec.commandLine().getOut().print(text);
        } else {
            write(text, path(out));
        }
    }

    /** Converted here, for picocli takes a value that it cannot convert for none of a list. */
    private List<Catalog<?>> catalogs() {
        Set<Catalog<?>> catalogs = new LinkedHashSet<>();
        for (String id : ids) {
            try {
                catalogs.add(new CatalogArgument().convert(id));
            } catch (TypeConversionException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return List.copyOf(catalogs);
    }

    private Path path(String name) {
        if (name.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--out: expected a file, but found nothing");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    spec.commandLine(), "--out: " + Shown.quote(name) + " is not a path of a file", e);
        }
    }

    private static void write(String text, Path file) {
        String name = Shown.plain(file.toString());
        try {
            OutputFolder.create(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(name + " exists already; it was left as it is");
        } catch (NoSuchFileException e) {
            throw new CommandFailure(name + " cannot be written: there is no such folder");
        } catch (AccessDeniedException e) {
            throw new CommandFailure(name + " cannot be written by this user");
        } catch (IOException e) {
            throw new CommandFailure(name + " cannot be written: " + e.getMessage());
        }
    }
}
