package io.portolan.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.portolan.catalog.Document;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Necessity;
import io.portolan.identity.HybridIdentity.Features;
import io.portolan.identity.HybridIdentity.Outside;
import io.portolan.identity.HybridIdentity.Ports;
import io.portolan.identity.HybridIdentity.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HybridIdentityTest {
    private static final FlowSet<Role> FLOWS = HybridIdentity.catalog().flows();

    private static Stream<String> ids(FlowSet<Role> flows) {
        return flows.stream().map(Flow::id);
    }

    @Test
    void identifiersNeverChangeByAccident() throws IOException {
        assertThat(ids(FLOWS))
                .containsExactlyElementsOf(Resources.readLines(
                        Resources.getResource(HybridIdentityTest.class, "/identity-flow-ids.txt"), UTF_8));
    }

    @Test
    void usersOutsideReachTheProxyAndNeverAFederationServer() {
        assertThat(ids(HybridIdentity.catalog().flowsFrom(Role.EXTERNAL_CLIENT)))
                .containsExactly(
                        "identity.external-client.web-application-proxy.https-tcp",
                        "identity.external-client.web-application-proxy.certificate-authentication-tcp");
        assertThat(HybridIdentity.catalog().flowsTo(Role.FEDERATION_SERVER).on(IpProtocol.TCP, 49_443))
                .isEmpty();
    }

    @Test
    void federationServersAreReachedByThese() {
        assertThat(ids(HybridIdentity.catalog().flowsTo(Role.FEDERATION_SERVER)))
                .containsExactlyInAnyOrder(
                        "identity.entra-connect.federation-server.https-tcp",
                        "identity.entra-connect.federation-server.winrm-tcp",
                        "identity.web-application-proxy.federation-server.https-tcp",
                        "identity.federation-server.federation-server.http-tcp",
                        "identity.web-application-proxy.federation-server.http-tcp",
                        "identity.load-balancer.federation-server.http-tcp",
                        "identity.client.federation-server.https-tcp");
    }

    @Test
    void serviceBusIsOptionalForHealth() {
        assertThat(FLOWS.withFeature(Features.HEALTH_AGENT).on(IpProtocol.TCP, 5671))
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.necessity()).isEqualTo(Necessity.OPTIONAL))
                .allSatisfy(flow -> assertThat(flow.destination()).isEqualTo(Outside.MICROSOFT_ENTRA_ID));
    }

    @Test
    void localPortIsASettingWithTwoAlternatives() {
        assertThat(Ports.NET_TCP.defaultPort()).isEmpty();
        assertThat(Ports.NET_TCP.expected()).isEqualTo(PortSet.of(808, 1501));
        assertThat(FLOWS.withSetting(Ports.NET_TCP))
                .singleElement()
                .satisfies(flow -> assertThat(flow.destination().id()).isEqualTo("localhost"));
    }

    @Test
    void flowThatThreeDocumentsStateCitesAllThree() {
        assertThat(HybridIdentity.catalog()
                        .flow("identity.web-application-proxy.federation-server.https-tcp")
                        .orElseThrow()
                        .citations())
                .extracting(citation -> citation.document().id())
                .containsExactly("hybrid-ports", "adfs-security", "adfs-requirements");
    }

    @Test
    void catalogSaysWhatItCarries() {
        assertThat(HybridIdentity.catalog())
                .hasToString("identity: AD FS, Web Application Proxy and Microsoft Entra Connect, edition 1 as of"
                        + " 2025-04-09")
                .isSameAs(HybridIdentity.catalog());
        assertThat(HybridIdentity.catalog().documents())
                .extracting(Document::id)
                .containsExactly("hybrid-ports", "adfs-security", "adfs-requirements");
    }

    @Test
    void everyRoleFeatureAndErratumIsUsed() {
        assertThat(HybridIdentity.catalog().endpoints())
                .containsAll(HybridIdentity.catalog().roles());
        assertThat(HybridIdentity.catalog().features())
                .allSatisfy(feature -> assertThat(FLOWS.withFeature(feature)).isNotEmpty());
        assertThat(FLOWS.stream().flatMap(flow -> flow.errata().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(HybridIdentity.catalog().errata());
    }
}
