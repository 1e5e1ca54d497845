package io.portolan.cli;

import com.google.common.base.Ascii;
import io.portolan.internal.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** The formats of output. */
enum Format {
    TABLE,
    CSV,
    JSON,
    MARKDOWN;

    /** Returns the one of the formats that has a name, as it is written on the command line. */
    static Format parse(String name, List<Format> formats) {
        List<String> known = new ArrayList<>();
        for (Format format : formats) {
            if (format.toString().equals(name)) {
                return format;
            }
            known.add(format.toString());
        }
        throw new TypeConversionException(Nearest.unknown("format", name, known));
    }

    @Override
    public String toString() {
        return Ascii.toLowerCase(name());
    }
}
