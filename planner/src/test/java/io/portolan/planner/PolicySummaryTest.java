package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.DynamicPorts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.site.Site;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PolicySummaryTest {
    private static final Place.Builder SOURCE = Lab.host(Role.A, "10.0.0.1");
    private static final Place.Builder TWO =
            Place.network("two").address("10.0.1.0/31").endpoint(Role.B);

    @Test
    void countsRulesAndPrefixesAndNames() {
        PolicySummary summary = Lab.plan(
                        Lab.topology(
                                Place.network("from")
                                        .address("10.9.0.1-10.9.0.4")
                                        .endpoint(Role.A),
                                Lab.host(Role.B, "10.0.1.1", "2001:db8::1"),
                                Place.outside("cloud")
                                        .outsideName("a.example")
                                        .outsideName("b.example")
                                        .endpoint(Role.C)),
                        flow(Role.A, Role.B).tcp(Service.HTTP, 80),
                        flow(Role.A, Role.C).tcp(Service.HTTPS, 443))
                .summary();
        assertThat(summary.rules()).isEqualTo(2);
        assertThat(summary.prefixes())
                .as(".1, .2/31, .4, twice, and 1 + 2 at the other end")
                .isEqualTo(3 + 1 + 3 + 2);
        assertThat(summary.open()).isEqualTo(1 + 2);
    }

    @Test
    void countsAPairOnceHoweverManySourcesAndFlowsItHas() {
        PolicySummary summary = Lab.plan(
                        Lab.topology(SOURCE, TWO, Lab.host(Role.C, "10.0.2.1")),
                        flow(Role.A, Role.B).tcp(Service.of("x", "X"), PortSpec.of(PortSet.parse("10-19"))),
                        flow(Role.C, Role.B).tcp(Service.of("y", "Y"), PortSpec.of(PortSet.parse("15-24"))),
                        flow(Role.C, Role.B).udp(Service.of("z", "Z"), 15))
                .summary();
        assertThat(summary.open()).isEqualTo(2 * 15 + 2);
        assertThat(summary.openForDynamicPorts()).isZero();
        assertThat(summary.savedByNarrowing()).isZero();
    }

    @Test
    void tellsTheShareOfDynamicRangesAndWhatNarrowingSaves() {
        PolicySummary summary = Planner.plan(
                        Lab.topology(SOURCE, TWO),
                        Site.builder()
                                .dynamicPorts(DynamicPorts.of(50_000, 50_999))
                                .build()
                                .resolve(Lab.catalog(
                                        flow(Role.A, Role.B).tcp(Service.RPC, PortSpec.rpcDynamic()),
                                        flow(Role.A, Role.B)
                                                .tcp(Service.of("x", "X"), PortSpec.of(PortSet.parse("50100-50199"))))))
                .summary();
        assertThat(summary.open()).isEqualTo(2 * 1000);
        assertThat(summary.openForDynamicPorts()).isEqualTo(2 * 900);
        assertThat(summary.savedByNarrowing())
                .as("255 and the 100 that are needed anyway")
                .isEqualTo(2 * (1000 - 355));
        assertThat(summary)
                .hasToString(
                        "1 rules with 2 prefixes and names; 2000 ports open, 1800 of them for dynamic ranges alone;"
                                + " ranges of 255 ports would save 1290");
    }

    @Test
    void hasNothingToSaveWhereTheRangeIsNarrowAlready() {
        PolicySummary summary = Planner.plan(
                        Lab.topology(SOURCE, TWO),
                        Site.builder()
                                .dynamicPorts(DynamicPorts.of(50_000, 50_254))
                                .build()
                                .resolve(Lab.catalog(flow(Role.A, Role.B).tcp(Service.RPC, PortSpec.rpcDynamic()))))
                .summary();
        assertThat(summary.open()).isEqualTo(2 * 255);
        assertThat(summary.savedByNarrowing()).isZero();
    }

    @Test
    void countsIcmpByTypesAndCodesAndOtherProtocolsOnce() {
        PolicySummary summary = Lab.plan(
                        Lab.topology(SOURCE, TWO),
                        flow(Role.A, Role.B)
                                .over(Service.of("ping", "Ping"), Traffic.of(Transport.icmp(8)))
                                .over(Service.of("gre", "GRE"), Traffic.of(Transport.ip(IpProtocol.GRE))))
                .summary();
        assertThat(summary.open()).isEqualTo(2 * 256 + 2);
    }

    @Test
    void countsEveryAddressOfEveryFamily() {
        PolicySummary summary = Lab.plan(
                        Lab.topology(
                                Place.network("all").anyAddress().endpoint(Role.A),
                                Place.network("v6").address("2001:db8::/64").endpoint(Role.B)),
                        flow(Role.A, Role.B).tcp(Service.of("x", "X"), PortSpec.of(PortSet.all())))
                .summary();
        assertThat(summary.open()).isEqualTo(BigInteger.TWO.pow(64).multiply(BigInteger.valueOf(65_536)));
    }

    @Test
    void showsTheWidestRulesFirstAndAtMostFive() {
        Topology.Builder topology = Topology.builder().add(SOURCE.build());
        Role[] roles = {Role.B, Role.C, Role.D, Role.E, Role.F};
        FlowDraft[] flows = new FlowDraft[6];
        for (int i = 0; i < roles.length; i++) {
            topology.add(Place.host("h" + i)
                    .address("10.0.1." + i)
                    .endpoint(roles[i])
                    .build());
            flows[i] = flow(Role.A, roles[i]).tcp(Service.of("x", "X"), PortSpec.of(PortSet.ofRange(1, 10 + i)));
        }
        flows[5] = flow(Role.A, Role.B).udp(Service.of("y", "Y"), 1);
        PolicySummary summary = Lab.plan(topology.build(), flows).summary();
        assertThat(summary.rules()).isEqualTo(6);
        assertThat(summary.widest())
                .extracting(rule -> rule.transport().toString())
                .containsExactly("tcp 1-14", "tcp 1-13", "tcp 1-12", "tcp 1-11", "tcp 1-10");
    }

    @Test
    void isZeroForAnEmptyPolicy() {
        assertThat(Planner.plan(Topology.builder().build()).summary())
                .hasToString("0 rules with 0 prefixes and names; 0 ports open, 0 of them for dynamic ranges alone;"
                        + " ranges of 255 ports would save 0");
    }
}
