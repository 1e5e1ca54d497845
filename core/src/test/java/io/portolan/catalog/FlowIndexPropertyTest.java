package io.portolan.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Shop.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the indexes answer is what a scan of all flows finds. */
class FlowIndexPropertyTest {
    record Stated(Endpoint source, Endpoint destination, IpProtocol protocol, PortSpec ports) {}

    private static Catalog<Role> catalog(List<Stated> rows) {
        CatalogBuilder<Role> builder = Shop.emptyBuilder();
        int number = 0;
        for (Stated row : rows) {
            builder.flows(FlowDraft.flow(row.source, row.destination)
                    .over(Shop.POSTGRESQL, row.protocol, row.ports)
                    .variant("v" + number++)
                    .purpose("stores orders")
                    .cite(Shop.PLACE));
        }
        return builder.build();
    }

    private static ImmutableList<Flow> scan(Catalog<Role> catalog, Predicate<Flow> test) {
        return catalog.flows().stream().filter(test).collect(toImmutableList());
    }

    /** The reference for {@link PortSpec#expected()}: what its documentation says, port by port. */
    private static boolean expects(PortSpec ports, int port) {
        if (ports instanceof FixedPorts fixed) {
            return fixed.ports().ranges().stream().anyMatch(range -> range.first() <= port && port <= range.last());
        }
        if (ports instanceof PortSetting setting) {
            return setting.equals(Shop.WEB) && (port == 80 || port == 8080);
        }
        return ((AllocatedPorts) ports).stated().isPresent() ? port >= 1024 : port >= 49_152;
    }

    @Property(tries = 300)
    void portsAgreeWithAScan(@ForAll("rows") List<Stated> rows) {
        Catalog<Role> catalog = catalog(rows);
        List<Integer> probes = new ArrayList<>(List.of(0, 1, 65_534, 65_535));
        for (Stated row : rows) {
            row.ports.expected().ranges().forEach(range -> {
                probes.add(Math.max(0, range.first() - 1));
                probes.add(range.first());
                probes.add(range.last());
                probes.add(Math.min(65_535, range.last() + 1));
            });
        }
        for (IpProtocol protocol : List.of(IpProtocol.TCP, IpProtocol.UDP)) {
            for (int port : probes) {
                assertThat(ImmutableList.copyOf(catalog.flowsOn(protocol, port)))
                        .isEqualTo(scan(
                                catalog,
                                flow -> flow.protocol() == protocol
                                        && expects(flow.ports().orElseThrow(), port)));
            }
        }
    }

    @Property(tries = 300)
    void endpointsAgreeWithAScan(@ForAll("rows") List<Stated> rows) {
        Catalog<Role> catalog = catalog(rows);
        for (Role role : Role.values()) {
            assertThat(ImmutableList.copyOf(catalog.flowsFrom(role)))
                    .isEqualTo(scan(catalog, flow -> flow.source() == role));
            assertThat(ImmutableList.copyOf(catalog.flowsTo(role)))
                    .isEqualTo(scan(catalog, flow -> flow.destination() == role));
            assertThat(ImmutableList.copyOf(catalog.flowsInvolving(role)))
                    .isEqualTo(scan(catalog, flow -> flow.source() == role || flow.destination() == role));
            assertThat(ImmutableList.copyOf(catalog.flowsBetween(role, Infrastructure.DNS_SERVER)))
                    .isEqualTo(scan(
                            catalog,
                            flow -> (flow.source() == role && flow.destination() == Infrastructure.DNS_SERVER)
                                    || (flow.source() == Infrastructure.DNS_SERVER && flow.destination() == role)));
        }
        assertThat(ImmutableList.copyOf(
                        catalog.flowsFrom(Infrastructure.DNS_SERVER).over(IpProtocol.UDP)))
                .isEqualTo(scan(
                        catalog,
                        flow -> flow.source() == Infrastructure.DNS_SERVER && flow.protocol() == IpProtocol.UDP));
    }

    @Property(tries = 100)
    void identifiersAgreeWithAScan(@ForAll("rows") List<Stated> rows) {
        Catalog<Role> catalog = catalog(rows);
        for (Flow flow : catalog.flows()) {
            assertThat(catalog.flow(flow.id())).containsSame(flow);
        }
    }

    @Provide
    Arbitrary<List<Stated>> rows() {
        Arbitrary<Endpoint> endpoint = Arbitraries.of(
                Role.FRONT_END, Role.DATABASE, Role.CACHE, Infrastructure.DNS_SERVER, SameHost.LOCALHOST);
        Arbitrary<Integer> port = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 65_535),
                Arbitraries.integers().between(78, 84),
                Arbitraries.of(0, 65_535));
        Arbitrary<PortSpec> fixed = Combinators.combine(port, port)
                .as((a, b) -> PortSpec.of(PortSet.ofRange(Math.min(a, b), Math.max(a, b))));
        Arbitrary<PortSpec> ports = Arbitraries.oneOf(
                fixed,
                Arbitraries.of(
                        Shop.WEB,
                        Shop.CACHE_PORT,
                        PortSpec.rpcDynamic(),
                        PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535))));
        return Combinators.combine(endpoint, endpoint, Arbitraries.of(IpProtocol.TCP, IpProtocol.UDP), ports)
                .as(Stated::new)
                .list()
                .ofMaxSize(70); // more than the 64 bits of one word
    }
}
