package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Shown;
import io.portolan.net.IpProtocol;
import java.io.PrintWriter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * A port of one protocol, {@code tcp/3389}, or of either, {@code 3389}.
 *
 * @param protocols TCP, UDP or both
 * @param port 0-65535
 */
record ProtocolPort(ImmutableList<IpProtocol> protocols, int port) {
    private static final ImmutableList<IpProtocol> EITHER = ImmutableList.of(IpProtocol.TCP, IpProtocol.UDP);

    /** Reads {@code tcp/443} or {@code 443}. */
    static final class Argument implements ITypeConverter<ProtocolPort> {
        @Override
        public ProtocolPort convert(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                try {
                    return new ProtocolPort(EITHER, PortArgument.parse(text));
                } catch (TypeConversionException e) {
                    throw new TypeConversionException(
                            Shown.quote(text) + " is not a port; expected a number 0-65535, or a form such as tcp/443");
                }
            }
            IpProtocol protocol = new ProtocolArgument().convert(text.substring(0, slash));
            if (!protocol.hasPorts()) {
                throw new TypeConversionException(protocol + " has no ports; expected tcp or udp");
            }
            return new ProtocolPort(ImmutableList.of(protocol), PortArgument.parse(text.substring(slash + 1)));
        }
    }

    /** Says on standard error that a number alone was taken for either protocol. */
    void tellChoice(CommandSpec command) {
        if (protocols.size() > 1) {
            tellChoice(command, port);
        }
    }

    static void tellChoice(CommandSpec command, int port) {
        PrintWriter err = command.commandLine().getErr();
        err.println(command.qualifiedName() + ": " + port + " stands for tcp/" + port + " and udp/" + port);
        err.flush();
    }
}
