package io.portolan.firewall.windows;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.firewall.Netsh;
import io.portolan.firewall.WindowsFirewall;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.windows.Harbour.Role;
import io.portolan.net.PortSet;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.Site;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WindowsFirewallTest {
    private static final Service TALLY = Service.of("tally", "Tally");

    private static Policy policy(Site site, FlowDraft... flows) {
        Topology topology = Topology.builder()
                .add(Place.host("a").address("10.0.0.1").endpoint(Role.GATEWAY).build())
                .add(Place.host("b")
                        .address("10.0.0.2")
                        .address("2001:db8::2")
                        .endpoint(Role.QUAY)
                        .build())
                .add(Place.host("c").address("10.0.0.3").build())
                .build();
        return Planner.plan(topology, site.resolve(Harbour.catalog(flows)));
    }

    private static String scriptFor(String host, Policy policy, boolean keywords) {
        return WindowsFirewall.render(
                        policy,
                        RenderOptions.builder()
                                .host(Harbour.host(policy, host))
                                .rpcKeywords(keywords)
                                .build())
                .files()
                .get(0)
                .text();
    }

    @Nested
    class Files {
        @Test
        void areThoseOfHostsWithRulesAndTheReasons() {
            Policy policy = policy(Harbour.site(), flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, 5000));
            assertThat(WindowsFirewall.render(policy).files())
                    .extracting(RenderedFile::name)
                    .containsExactly("portolan-a.ps1", "portolan-b.ps1", "portolan-reasons.json");
            assertThat(Netsh.render(policy).files())
                    .extracting(RenderedFile::name)
                    .containsExactly("portolan-a.netsh", "portolan-b.netsh", "portolan-reasons.json");
        }

        @Test
        void areOneForTheHostThatIsAskedForEvenWithoutRules() {
            Policy policy = policy(Harbour.site(), flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, 5000));
            assertThat(scriptFor("c", policy, false)).contains("$rules = @()\n").contains("Remove-NetFirewallRule");
        }

        @Test
        void haveNamesThatAreSafeAndUnique() {
            Topology topology = Topology.builder()
                    .add(Place.host("srv")
                            .address("10.0.0.1")
                            .endpoint(Role.GATEWAY)
                            .build())
                    .add(Place.host("SRV")
                            .address("10.0.0.2")
                            .endpoint(Role.QUAY)
                            .build())
                    .add(Place.host("../srv")
                            .address("10.0.0.3")
                            .endpoint(Role.QUAY)
                            .build())
                    .add(Place.host("   srv")
                            .address("10.0.0.4")
                            .endpoint(Role.QUAY)
                            .build())
                    .add(Place.host("x".repeat(253))
                            .address("10.0.0.5")
                            .endpoint(Role.QUAY)
                            .build())
                    .build();
            Policy policy = Planner.plan(
                    topology,
                    Harbour.site()
                            .resolve(Harbour.catalog(
                                    flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, 5000))));
            assertThat(WindowsFirewall.render(policy).files())
                    .extracting(file -> file.name().toLowerCase(java.util.Locale.ROOT))
                    .doesNotHaveDuplicates()
                    .hasSize(6);
        }

        @Test
        void areTheSameEachTime() {
            assertThat(WindowsFirewall.render(Harbour.policy()))
                    .hasToString(WindowsFirewall.render(Harbour.policy()).toString());
        }
    }

    @Nested
    class Limits {
        @Test
        void ofNamesAreTold() {
            Rendering rendering = WindowsFirewall.render(Harbour.policy());
            assertThat(rendering.isExact()).isFalse();
            assertThat(rendering.limitations()).extracting(Limitation::kind).containsExactly(Limitation.Kind.NAME);
        }

        @Test
        void ofRulesAreKeptIfSet() {
            Policy policy = Harbour.policy();
            RenderOptions options = RenderOptions.builder().ruleBudget(2).build();
            assertThatExceptionOfType(RuleBudgetException.class)
                    .isThrownBy(() -> WindowsFirewall.render(policy, options))
                    .withMessageStartingWith("7 rules of host gate, but there may be 2");
        }

        @Test
        void hostsOfOtherTopologiesAreRefused() {
            Place other = Place.host("a").address("10.0.0.1").build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Netsh.render(Harbour.policy(), RenderOptions.forHost(other)))
                    .withMessage(
                            "the host a is not of the topology of the policy; expected one of [gate, quay, pilot]");
        }
    }

    @Nested
    class Keywords {
        @Test
        void standForDynamicRpcAndItsMapper() {
            Policy policy = policy(Harbour.site(), flow(Role.GATEWAY, Role.QUAY).rpc());
            assertThat(scriptFor("b", policy, true))
                    .contains("LocalPort     = @('RPCEPMap')", "LocalPort     = @('RPC')")
                    .doesNotContain("49152", "135'");
            assertThat(scriptFor("b", policy, false)).contains("LocalPort     = @('135', '49152-65535')");
        }

        @Test
        void neverStandAtTheOtherEnd() {
            Policy policy = policy(Harbour.site(), flow(Role.GATEWAY, Role.QUAY).rpc());
            assertThat(scriptFor("a", policy, true)).contains("RemotePort    = @('135', '49152-65535')");
        }

        @Test
        void doNotStandForPortsThatAnotherFlowNeeds() {
            Policy policy = policy(
                    Harbour.site(),
                    flow(Role.GATEWAY, Role.QUAY).rpc(),
                    flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, PortSpec.of(135, 60_000)));
            assertThat(scriptFor("b", policy, true))
                    .contains("LocalPort     = @('135', '60000')", "LocalPort     = @('RPC')")
                    .doesNotContain("= @('RPCEPMap')");
        }

        @Test
        void doNotStandForAServiceWithAFixedPort() {
            Site site =
                    Harbour.site().toBuilder().staticRpc(RpcService.WMI, 24_158).build();
            Policy policy = policy(site, flow(Role.GATEWAY, Role.QUAY).rpc(RpcService.WMI));
            assertThat(scriptFor("b", policy, true))
                    .contains("LocalPort     = @('24158')", "LocalPort     = @('RPCEPMap')")
                    .doesNotContain("= @('RPC')");
        }

        @Test
        void doNotStandForDynamicPortsOfOtherPrograms() {
            Policy policy = policy(
                    Harbour.site(),
                    flow(Role.GATEWAY, Role.QUAY).tcp(TALLY, io.portolan.catalog.AllocatedPorts.ofHost()));
            assertThat(scriptFor("b", policy, true)).contains("LocalPort     = @('49152-65535')");
        }
    }

    @Test
    void rulesAreNeverForAllOfNetsh() {
        RenderOptions options = RenderOptions.builder().name("all").build();
        String script = Netsh.render(Harbour.policy(), options).files().get(0).text();
        assertThat(new NetshProgram(script).deleted()).isEqualTo(List.of("all-rules"));
    }

    @Test
    void everybodyIsWrittenAsAnyThoughTheHostItselfIsNot() {
        assertThat(Netsh.render(Harbour.policy()).files().get(0).text())
                .contains("localip=10.0.0.10,2001:db8::10 remoteip=any protocol=tcp localport=443");
    }

    @Test
    void linesOfNetshAreAsLongAsACommandLineAtMost() {
        Place.Builder far = Place.network("far").endpoint(Role.GATEWAY);
        PortSet.Builder ports = PortSet.builder();
        for (int i = 1000; i < 1200; i++) {
            far.address("2001:db8:ffff:ffff:ffff:ffff:" + i + ":1-2001:db8:ffff:ffff:ffff:ffff:" + i + ":8");
            ports.addRange(10 * i, 10 * i + 7);
        }
        Topology topology = Topology.builder()
                .add(far.build())
                .add(Place.host("b").address("2001:db8::2").endpoint(Role.QUAY).build())
                .build();
        Policy policy = Planner.plan(
                topology,
                Harbour.site()
                        .resolve(Harbour.catalog(flow(Role.GATEWAY, Role.QUAY)
                                .over(
                                        TALLY,
                                        Traffic.tcp(PortSpec.of(ports.build())).from(ports.build())))));
        NetshProgram program =
                new NetshProgram(Netsh.render(policy).files().get(0).text());
        assertThat(program.rules()).hasSize(7 * 2 * 2);
    }
}
