package io.portolan.benchmarks.queries;

import com.google.common.collect.ImmutableListMultimap;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.SharedEndpoint;
import io.portolan.catalogs.Catalogs;
import io.portolan.net.IpProtocol;
import java.util.Collection;
import java.util.function.Supplier;

/** One way to find flows of all catalogs. */
interface FlowFinder {
    Collection<Flow> on(IpProtocol protocol, int port);

    Collection<Flow> to(SharedEndpoint destination);

    /** The ways that are measured side by side. */
    enum Kind {
        PORTOLAN("Portolan", Queries::new),
        STREAM("stream over all flows", Scan::new),
        MULTIMAP("Guava multimap", Multimaps::new);

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // constructors hold nothing
        private final Supplier<FlowFinder> finder;

        Kind(String title, Supplier<FlowFinder> finder) {
            this.title = title;
            this.finder = finder;
        }

        String title() {
            return title;
        }

        FlowFinder finder() {
            return finder.get();
        }
    }

    /** The queries of this library. */
    final class Queries implements FlowFinder {
        private final CatalogSet catalogs = Catalogs.all();

        @Override
        public Collection<Flow> on(IpProtocol protocol, int port) {
            return catalogs.flowsOn(protocol, port);
        }

        @Override
        public Collection<Flow> to(SharedEndpoint destination) {
            return catalogs.flowsTo(destination);
        }
    }

    /** A stream that looks at every flow. */
    final class Scan implements FlowFinder {
        private final CatalogSet catalogs = Catalogs.all();

        @Override
        public Collection<Flow> on(IpProtocol protocol, int port) {
            return catalogs.flows().stream()
                    .filter(flow -> flow.protocol() == protocol
                            && flow.ports().isPresent()
                            && flow.ports().get().expected().contains(port))
                    .toList();
        }

        @Override
        public Collection<Flow> to(SharedEndpoint destination) {
            return catalogs.flows().stream()
                    .filter(flow -> flow.destination().equals(destination))
                    .toList();
        }
    }

    /** Maps from each port and each endpoint to the flows. */
    final class Multimaps implements FlowFinder {
        private static final int PORTS = 65_536;

        private final ImmutableListMultimap<Integer, Flow> byPort;
        private final ImmutableListMultimap<Endpoint, Flow> byDestination;

        Multimaps() {
            ImmutableListMultimap.Builder<Integer, Flow> ports = ImmutableListMultimap.builder();
            ImmutableListMultimap.Builder<Endpoint, Flow> destinations = ImmutableListMultimap.builder();
            for (Flow flow : Catalogs.all().flows()) {
                destinations.put(flow.destination(), flow);
                flow.ports()
                        .map(PortSpec::expected)
                        .ifPresent(set -> set.ports().forEach(port -> ports.put(key(flow.protocol(), port), flow)));
            }
            byPort = ports.build();
            byDestination = destinations.build();
        }

        private static int key(IpProtocol protocol, int port) {
            return protocol.number() * PORTS + port;
        }

        @Override
        public Collection<Flow> on(IpProtocol protocol, int port) {
            return byPort.get(key(protocol, port));
        }

        @Override
        public Collection<Flow> to(SharedEndpoint destination) {
            return byDestination.get(destination);
        }
    }
}
