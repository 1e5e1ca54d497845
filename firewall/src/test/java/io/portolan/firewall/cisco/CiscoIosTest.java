package io.portolan.firewall.cisco;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.firewall.CiscoIos;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.windows.Harbour;
import io.portolan.firewall.windows.Harbour.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import org.junit.jupiter.api.Test;

class CiscoIosTest {
    private static final Service TALLY = Service.of("tally", "Tally");

    private static Policy policy(FlowDraft... flows) {
        Topology topology = Topology.builder()
                .add(Place.host("a").address("10.0.0.1").endpoint(Role.GATEWAY).build())
                .add(Place.host("b").address("10.0.0.2").endpoint(Role.QUAY).build())
                .build();
        return Planner.plan(topology, Harbour.site().resolve(Harbour.catalog(flows)));
    }

    private static String text(Policy policy) {
        return CiscoIos.render(policy).files().get(0).text();
    }

    @Test
    void answersOverTcpAreThoseOfConnectionsThatExist() {
        assertThat(text(policy(flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, 5000))))
                .contains(" permit tcp host 10.0.0.1 host 10.0.0.2 eq 5000\n")
                .contains(" permit tcp host 10.0.0.2 eq 5000 host 10.0.0.1 established\n");
    }

    @Test
    void answersThatDoNotMirrorTheQuestionComeFromWhereTheyDo() {
        FlowDraft tftp =
                flow(Role.GATEWAY, Role.QUAY).udp(TALLY, 69).repliesFrom(PortSpec.of(PortSet.parse("64001-65000")));
        assertThat(text(policy(tftp))).contains(" permit udp host 10.0.0.2 range 64001 65000 host 10.0.0.1\n");
    }

    @Test
    void anEntryHasTenPortsAtMost() {
        FlowDraft many = flow(Role.GATEWAY, Role.QUAY)
                .tcp(TALLY, PortSpec.of(PortSet.parse("1,3,5,7,9,11,13,15,17,19,21,30-40")));
        assertThat(text(policy(many))).contains(" eq 1 3 5 7 9 11 13 15 17 19\n", " eq 21\n", " range 30 40\n");
    }

    @Test
    void aListWithoutFlowsLetsNothingPass() {
        String text = text(policy());
        assertThat(text).contains(" deny ip any any\n", " permit icmp any any nd-ns\n", " deny ipv6 any any\n");
        assertThat(text(policy(flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, 5000))))
                .doesNotContain(" deny ip any any\n")
                .contains(" deny ipv6 any any\n");
    }

    @Test
    void protocolZeroIsEveryProtocolToIosAndNotSaid() {
        Rendering rendering = CiscoIos.render(
                policy(flow(Role.GATEWAY, Role.QUAY).over(TALLY, Traffic.of(Transport.ip(IpProtocol.of(0))))));
        assertThat(rendering.limitations()).singleElement().satisfies(limitation -> {
            assertThat(limitation.kind()).isEqualTo(Limitation.Kind.PROTOCOL);
            assertThat(limitation.detail()).isEqualTo("the firewall does not filter ip:0");
        });
        assertThat(rendering.files().get(0).text()).doesNotContain("permit 0");
    }

    @Test
    void otherNamesAreForListsBesideThose() {
        Rendering rendering = CiscoIos.render(
                Harbour.policy(), RenderOptions.builder().name("next").build());
        assertThat(rendering.files().get(0).name()).isEqualTo("next.ios");
        assertThat(rendering.files().get(0).text())
                .contains("ip access-list extended NEXT\n", "ipv6 access-list NEXT6\n", "object-group NEXT-")
                .doesNotContain("PORTOLAN");
    }

    @Test
    void remarksHaveAHundredCharactersAtMost() {
        assertThat(text(Harbour.policy()).lines().filter(line -> line.startsWith(" remark ")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= " remark ".length() + 100);
    }

    @Test
    void hostsHaveNoSuchLists() {
        Policy policy = Harbour.policy();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CiscoIos.render(policy, RenderOptions.forHost(Harbour.host(policy, "gate"))))
                .withMessageEndingWith("not for the host gate; leave the host out");
    }

    @Test
    void aBudgetIsKeptIfSet() {
        RenderOptions options = RenderOptions.builder().ruleBudget(5).build();
        assertThatExceptionOfType(RuleBudgetException.class)
                .isThrownBy(() -> CiscoIos.render(Harbour.policy(), options))
                .withMessageContaining("entries of access list PORTOLAN, but there may be 5");
    }
}
