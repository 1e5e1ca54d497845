package io.portolan.cli;

import io.portolan.internal.Shown;
import io.portolan.net.PortRange;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one port. */
final class PortArgument implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        return parse(text);
    }

    static int parse(String text) {
        try {
            PortRange port = PortRange.parse(text);
            if (port.size() == 1) {
                return port.first();
            }
        } catch (IllegalArgumentException e) {
            // said below, in terms of one port
        }
        throw new TypeConversionException(Shown.quote(text) + " is not a port; expected a number 0-65535");
    }
}
