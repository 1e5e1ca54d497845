package io.portolan.cli;

import io.portolan.net.Transport;
import io.portolan.sitefile.text.TransportText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a protocol with ports or a type. */
final class TransportArgument implements ITypeConverter<Transport> {
    @Override
    public Transport convert(String text) {
        try {
            return TransportText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
