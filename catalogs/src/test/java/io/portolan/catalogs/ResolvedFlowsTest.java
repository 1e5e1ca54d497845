package io.portolan.catalogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Infrastructure;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.rds.Rds;
import io.portolan.site.Resolution;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.Site;
import org.junit.jupiter.api.Test;

/** Questions to the flows of a site. */
class ResolvedFlowsTest {
    private static final Resolution RESOLUTION =
            Site.builder().set(Rds.Ports.RDP, 3390).build().resolve(Rds.catalog());

    @Test
    void narrowTheFlowsTogether() {
        assertThat(RESOLUTION
                        .from(Rds.Role.GATEWAY)
                        .to(Infrastructure.DOMAIN_CONTROLLER)
                        .over(IpProtocol.TCP))
                .isNotEmpty()
                .containsExactlyElementsOf(RESOLUTION.flows().stream()
                        .filter(flow -> flow.flow().source() == Rds.Role.GATEWAY
                                && flow.flow().destination() == Infrastructure.DOMAIN_CONTROLLER
                                && flow.transport().protocol() == IpProtocol.TCP)
                        .toList());
    }

    @Test
    void findThePortThatTheSiteMoved() {
        assertThat(RESOLUTION.on(IpProtocol.TCP, 3390))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(((PortTransport) flow.transport())
                                .destinationPorts()
                                .contains(3390))
                        .isTrue());
        assertThat(RESOLUTION
                        .to(Rds.Role.SESSION_HOST)
                        .over(IpProtocol.TCP)
                        .ports(IpProtocol.TCP)
                        .contains(3389))
                .isFalse();
    }

    @Test
    void gatherThePorts() {
        PortSet expected = PortSet.none();
        for (ResolvedFlow flow : RESOLUTION.over(IpProtocol.UDP)) {
            expected = expected.union(((PortTransport) flow.transport()).destinationPorts());
        }
        assertThat(RESOLUTION.over(IpProtocol.UDP).ports(IpProtocol.UDP)).isEqualTo(expected);
        assertThat(RESOLUTION.over(IpProtocol.UDP).ports(IpProtocol.TCP)).isEqualTo(PortSet.none());
    }
}
