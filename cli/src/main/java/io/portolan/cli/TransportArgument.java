package io.portolan.cli;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.sitefile.text.TransportText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads what packets are: {@code tcp/443}, {@code icmp/8}, {@code vrrp}, {@code ip:112}; a number alone is a port of either
 * protocol, never the number of a protocol.
 */
final class TransportArgument implements ITypeConverter<TransportArgument.Transports> {
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    /**
     * What packets are, one for each protocol that was meant.
     *
     * @param all one transport, or two for a port of either protocol
     */
    record Transports(ImmutableList<Transport> all) {}

    @Override
    public Transports convert(String text) {
        return new Transports(parse(text));
    }

    static ImmutableList<Transport> parse(String text) {
        if (DIGITS.matchesAllOf(text) && !text.isEmpty()) {
            PortSet port = PortSet.of(PortArgument.parse(text));
            return ImmutableList.of(Transport.tcp(port), Transport.udp(port));
        }
        try {
            return ImmutableList.of(TransportText.parse(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
