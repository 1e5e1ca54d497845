package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import io.portolan.json.CatalogJson;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option {@code --format} of commands that list flows, and the printing that it chooses. */
final class FormatOption {
    /** Reads a format. */
    static final class FormatArgument implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.parse(text, List.of(Format.values()));
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of table, csv, json, markdown; ${DEFAULT-VALUE} if not given.",
            converter = FormatArgument.class)
    private Format format;

    boolean isTable() {
        return format == Format.TABLE;
    }

    void print(List<Catalog<?>> catalogs, ImmutableList<Flow> flows, CommandSpec spec) {
        String text = switch (format) {
            case TABLE -> FlowTable.format(catalogs, flows, Portolan.width(spec));
            case CSV -> FlowCsv.format(flows);
            case JSON -> CatalogJson.flows(catalogs, flows);
            case MARKDOWN -> CatalogMarkdown.flows(flows);
        };
        spec.commandLine().getOut().print(text);
    }
}
