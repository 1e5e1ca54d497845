package io.portolan.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Flow;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --format} of commands that list flows, and the printing that it chooses. */
final class FormatOption {
    /** The formats of a list of flows. */
    enum Format {
        TABLE,
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
            return parse(Format.values(), text);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.",
            converter = FormatArgument.class)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Format format;

    /** Returns a format as it is written on the command line. */
    static String name(Enum<?> format) {
        return Ascii.toLowerCase(format.name());
    }

    /** Returns the format with a name. */
    static <F extends Enum<F>> F parse(F[] formats, String name) {
        List<String> known = new ArrayList<>();
        for (F format : formats) {
            if (name(format).equals(name)) {
                return format;
            }
            known.add(name(format));
        }
        throw new TypeConversionException(Nearest.unknown("format", name, known));
    }

    void print(CatalogSet catalogs, ImmutableList<Flow> flows, CommandSpec spec) {
        String text = switch (format) {
            case TABLE -> FlowTable.format(flows, Portolan.width(spec));
            case CSV -> FlowCsv.format(flows);
            case JSON -> CatalogJson.flows(catalogs, flows);
            case MARKDOWN -> CatalogMarkdown.flows(flows);
        };
        spec.commandLine().getOut().print(text);
    }
}
