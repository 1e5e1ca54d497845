package io.portolan.cli;

import io.portolan.net.IpProtocol;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an IP protocol. */
final class ProtocolArgument implements ITypeConverter<IpProtocol> {
    @Override
    public IpProtocol convert(String text) {
        try {
            return IpProtocol.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
