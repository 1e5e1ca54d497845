package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan export}: a whole catalog for other programs, or for reading. */
@Command(
        name = "export",
        description = "Writes a whole catalog: as CSV its flows, as JSON and Markdown also its endpoints, settings,"
                + " features and errata.")
final class ExportCommand implements Runnable {
    /** The formats of an export. */
    enum Format {
        CSV,
        JSON,
        MARKDOWN;

        @Override
        public String toString() {
            return FormatOption.name(this);
        }
    }

    /** Reads a format. */
    static final class FormatArgument implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return FormatOption.parse(Format.values(), text);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "CATALOG",
            description = "The catalog, such as rds.",
            converter = CatalogArgument.class)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Catalog<?> catalog;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}.",
            converter = FormatArgument.class)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Format format;

    @Override
    public void run() {
        String text = switch (format) {
            case CSV -> FlowCsv.format(ImmutableList.copyOf(catalog.flows()));
            case JSON -> CatalogJson.export(catalog);
            case MARKDOWN -> CatalogMarkdown.export(catalog);
        };
        spec.commandLine().getOut().print(text);
    }
}
