package io.portolan.ad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.portolan.ad.ActiveDirectory.Features;
import io.portolan.ad.ActiveDirectory.Role;
import io.portolan.ad.ActiveDirectory.SysvolReplication;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Service;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.IpProtocol;
import io.portolan.site.Resolution;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActiveDirectoryTest {
    private static final FlowSet<Role> FLOWS = ActiveDirectory.catalog().flows();

    private static Stream<String> ids(FlowSet<Role> flows) {
        return flows.stream().map(Flow::id);
    }

    @Test
    void identifiersNeverChangeByAccident() throws IOException {
        assertThat(ids(FLOWS))
                .containsExactlyElementsOf(Resources.readLines(
                        Resources.getResource(ActiveDirectoryTest.class, "/ad-flow-ids.txt"), UTF_8));
    }

    /** Answers as a domain of today has them. */
    private static Site.Builder today() {
        return Site.builder()
                .windows(WindowsEstate.MODERN)
                .enable(Features.LDAPS)
                .enable(Features.GLOBAL_CATALOG_EVERYWHERE)
                .enable(Features.DNS_ON_DOMAIN_CONTROLLERS)
                .disable(Features.NETBIOS_TRUST)
                .disable(Features.LEGACY_MEMBERS)
                .disable(Features.TRUST_CREATION)
                .disable(Features.TIME_ACROSS_TRUST)
                .disable(Features.TWO_WAY_TRUST)
                .choose(Features.SYSVOL_REPLICATION, SysvolReplication.DFSR);
    }

    private static List<String> transports(Resolution resolution, Object source, Object destination) {
        return resolution.flows().stream()
                .filter(flow -> flow.flow().source().equals(source)
                        && flow.flow().destination().equals(destination))
                .map(ResolvedFlow::transport)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    @Test
    void memberNeedsTheseToADomainControllerOfToday() {
        assertThat(transports(
                        today().build().resolve(ActiveDirectory.catalog()),
                        Role.MEMBER,
                        Infrastructure.DOMAIN_CONTROLLER))
                .containsExactlyInAnyOrder(
                        "udp 123",
                        "tcp 135",
                        "tcp 464",
                        "udp 464",
                        "tcp 49152-65535",
                        "tcp 389",
                        "udp 389",
                        "tcp 636",
                        "tcp 3268",
                        "tcp 3269",
                        "tcp 53",
                        "udp 53",
                        "tcp 88",
                        "udp 88",
                        "tcp 445",
                        "icmp type 8");
    }

    @Test
    void fixedPortsTakeThePlaceOfTheDynamicRangeOneByOne() {
        Resolution resolution = today().staticRpc(RpcService.NTDS, 50_000)
                .staticRpc(RpcService.NETLOGON, 50_001)
                .staticRpc(RpcService.DFSR, 50_002)
                .build()
                .resolve(ActiveDirectory.catalog());
        assertThat(transports(resolution, Role.MEMBER, Infrastructure.DOMAIN_CONTROLLER))
                .contains("tcp 50000", "tcp 50001")
                .doesNotContain("tcp 50002", "tcp 49152-65535");
        assertThat(transports(resolution, Infrastructure.DOMAIN_CONTROLLER, Infrastructure.DOMAIN_CONTROLLER))
                .contains("tcp 50000", "tcp 50001", "tcp 50002")
                .doesNotContain("tcp 49152-65535");
    }

    @Test
    void trustWorksWithoutSmbAndItsWayBackUnlessItIsBeingMadeOrGoesBothWays() {
        Resolution resolution = today().build().resolve(ActiveDirectory.catalog());
        assertThat(transports(resolution, Role.TRUSTING_DOMAIN_CONTROLLER, Role.TRUSTED_DOMAIN_CONTROLLER))
                .contains("tcp 88", "udp 389", "tcp 135")
                .doesNotContain("tcp 445", "udp 123", "tcp 1723", "udp 137");
        assertThat(transports(resolution, Role.TRUSTED_DOMAIN_CONTROLLER, Role.TRUSTING_DOMAIN_CONTROLLER))
                .isEmpty();
        Resolution both = today().enable(Features.TWO_WAY_TRUST)
                .enable(Features.TRUST_CREATION)
                .build()
                .resolve(ActiveDirectory.catalog());
        assertThat(transports(both, Role.TRUSTED_DOMAIN_CONTROLLER, Role.TRUSTING_DOMAIN_CONTROLLER))
                .contains("tcp 88", "tcp 445");
    }

    @Test
    void tunnelHidesTheTrustFromTheFirewall() {
        Resolution resolution = today().enable(Features.TRUST_OVER_PPTP).build().resolve(ActiveDirectory.catalog());
        assertThat(transports(resolution, Role.TRUSTING_DOMAIN_CONTROLLER, Role.TRUSTED_DOMAIN_CONTROLLER))
                .containsExactly("tcp 1723", "gre");
    }

    @Test
    void nothingReplicatesWithAMemberOrAcrossATrust() {
        for (String service : List.of("frs", "dfsr")) {
            assertThat(FLOWS.stream().filter(flow -> flow.id().endsWith(service)))
                    .isNotEmpty()
                    .allSatisfy(flow -> {
                        assertThat(flow.source()).isEqualTo(Infrastructure.DOMAIN_CONTROLLER);
                        assertThat(flow.destination()).isEqualTo(Infrastructure.DOMAIN_CONTROLLER);
                    });
        }
    }

    @Test
    void portsAnswerTheQuestionWhoListens() {
        assertThat(ids(ActiveDirectory.catalog().flowsOn(IpProtocol.UDP, 123)))
                .containsExactly(
                        "ad.member.domain-controller.ntp-udp",
                        "ad.domain-controller.domain-controller.ntp-udp",
                        "ad.trusting-domain-controller.trusted-domain-controller.ntp-udp",
                        "ad.trusted-domain-controller.trusting-domain-controller.ntp-udp");
        assertThat(ActiveDirectory.catalog().flows().withService(Service.SMB)).hasSize(8);
    }

    @Test
    void catalogSaysWhatItCarries() {
        assertThat(ActiveDirectory.catalog())
                .hasToString("ad: Active Directory, edition 1 as of 2023-12-26")
                .isSameAs(ActiveDirectory.catalog());
        assertThat(ActiveDirectory.catalog().remarks())
                .anySatisfy(remark -> assertThat(remark).contains("203da2e2bbaa"));
    }

    @Test
    void everyFeatureAndErratumIsUsed() {
        assertThat(ActiveDirectory.catalog().endpoints())
                .containsAll(ActiveDirectory.catalog().roles());
        assertThat(ActiveDirectory.catalog().features())
                .allSatisfy(feature -> assertThat(FLOWS.withFeature(feature)).isNotEmpty());
        assertThat(FLOWS.stream().flatMap(flow -> flow.errata().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(ActiveDirectory.catalog().errata());
    }
}
