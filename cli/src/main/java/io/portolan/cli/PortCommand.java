package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Flow;
import io.portolan.catalogs.Catalogs;
import io.portolan.internal.Shown;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code portolan port}: who uses a port, over all catalogs. */
@Command(
        name = "port",
        description = "Lists the flows of all catalogs to a port: by number, as default or alternative of a setting, or"
                + " within the dynamic range. Those that name the fewest ports come first.")
final class PortCommand implements Runnable {
    /** A protocol with a port. */
    record Target(IpProtocol protocol, int port) {}

    /** Reads {@code tcp/443}. */
    static final class TargetArgument implements ITypeConverter<Target> {
        @Override
        public Target convert(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw new TypeConversionException(
                        Shown.quote(text) + " is not a protocol and port; expected a form such as tcp/443");
            }
            IpProtocol protocol = new ProtocolArgument().convert(text.substring(0, slash));
            if (!protocol.hasPorts()) {
                throw new TypeConversionException(protocol + " has no ports; expected tcp or udp");
            }
            return new Target(protocol, PortArgument.parse(text.substring(slash + 1)));
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PROTOCOL/PORT",
            description = "The port, such as tcp/443 or udp/53.",
            converter = TargetArgument.class)
    private Target target;

    @Mixin
    private FormatOption format;

    @Override
    public void run() {
        CatalogSet catalogs = Catalogs.all();
        List<Flow> flows = new ArrayList<>(catalogs.flowsOn(target.protocol, target.port));
        flows.sort(Comparator.comparingInt(PortCommand::breadth));
        format.print(catalogs.catalogs(), ImmutableList.copyOf(flows), spec);
    }

    /** Returns how many ports a flow can have: a flow that names the port tells more than a range that holds it. */
    private static int breadth(Flow flow) {
        return flow.ports().map(ports -> ports.expected().size()).orElse(0);
    }
}
