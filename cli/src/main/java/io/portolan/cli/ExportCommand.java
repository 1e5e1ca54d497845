package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.json.CatalogJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portolan export}: a whole catalog for other programs, or for reading. */
@Command(
        name = "export",
        description = "Writes a whole catalog: as CSV its flows, as JSON and Markdown also its endpoints, settings,"
                + " features and errata.")
final class ExportCommand implements Runnable {
    /** Reads a format. */
    static final class FormatArgument implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.parse(text, List.of(Format.CSV, Format.JSON, Format.MARKDOWN));
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogParameter parameter;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "One of csv, json, markdown.",
            converter = FormatArgument.class)
    private Format format;

    @Override
    public void run() {
        Catalog<?> catalog = parameter.get();
        String text = switch (format) {
            case CSV -> FlowCsv.format(ImmutableList.copyOf(catalog.flows()));
            case JSON -> CatalogJson.of(catalog);
            case MARKDOWN -> CatalogMarkdown.export(catalog);
            case TABLE -> throw new AssertionError(format); // refused when it is read
        };
        spec.commandLine().getOut().print(text);
    }
}
