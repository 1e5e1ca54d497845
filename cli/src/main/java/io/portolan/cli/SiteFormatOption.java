package io.portolan.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The option {@code --format} of commands about a site. */
final class SiteFormatOption {
    /** Reads a format. */
    static final class FormatArgument implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.parse(text, List.of(Format.TABLE, Format.CSV, Format.JSON));
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of table, csv, json; ${DEFAULT-VALUE} if not given.",
            converter = FormatArgument.class)
    private Format format;

    Format get() {
        return format;
    }
}
