package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Flow;
import io.portolan.catalogs.Catalogs;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan port}: who uses a port, over all catalogs. */
@Command(
        name = "port",
        description = "Lists the flows of all catalogs to a port: by number, as default or alternative of a setting, or"
                + " within the dynamic range. Those that name the fewest ports come first.")
final class PortCommand implements Runnable {
    /** From this many ports on, a range says little about one of them. */
    private static final int WIDE = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PORT",
            description = "The port, such as tcp/443 or udp/53; a number alone stands for either protocol.",
            converter = ProtocolPort.Argument.class)
    private ProtocolPort port;

    @Mixin
    private FormatOption format;

    @Override
    public void run() {
        port.tellChoice(spec);
        CatalogSet catalogs = Catalogs.all();
        List<Flow> flows = new ArrayList<>();
        for (IpProtocol protocol : port.protocols()) {
            flows.addAll(catalogs.flowsOn(protocol, port.port()));
        }
        flows.sort(Comparator.comparingInt(PortCommand::breadth));
        format.print(catalogs.catalogs(), ImmutableList.copyOf(flows), spec);
        long wide = flows.stream().filter(flow -> breadth(flow) >= WIDE).count();
        if (wide > 0 && format.isTable()) {
            spec.commandLine()
                    .getOut()
                    .println(
                            wide == flows.size()
                                    ? "No flow names the port: all of them are ranges of " + WIDE
                                            + " ports or more that hold it."
                                    : "The last " + wide + " do not name the port: their ranges of " + WIDE
                                            + " ports or more hold it.");
        }
    }

    /** Returns how many ports a flow can have: a flow that names the port tells more than a range that holds it. */
    private static int breadth(Flow flow) {
        return flow.ports().map(ports -> ports.expected().size()).orElse(0);
    }
}
