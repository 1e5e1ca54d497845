package io.portolan.firewall.linux;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.firewall.Iptables;
import io.portolan.firewall.Nftables;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.linux.Harbour.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Linux cannot say, what it takes many rules to say, and what is refused. */
class LimitsTest {
    private static Policy one(Traffic traffic) {
        return Harbour.policy(
                Harbour.TOPOLOGY, flow(Role.GATEWAY, Role.DIRECTORY).over(Service.of("odd", "Odd"), traffic));
    }

    private static Policy one(int protocol) {
        return one(Traffic.of(Transport.ip(IpProtocol.of(protocol))));
    }

    private static List<String> limitations(Rendering rendering) {
        return rendering.limitations().stream().map(Limitation::toString).toList();
    }

    private static List<String> rules(Rendering rendering, String file, String chain) {
        String text = rendering.files().stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow()
                .text();
        return Splitter.on('\n').splitToList(text).stream()
                .filter(line -> line.startsWith("-A " + chain) && line.contains("\"p-"))
                .toList();
    }

    @Nested
    class ExtensionHeadersOfIpv6 {
        @Test
        void areNoProtocols() {
            for (int protocol : new int[] {43, 44, 60}) {
                String told = "protocol: 2001:db8:1::10 -> 2001:db8:1:2::30: " + IpProtocol.of(protocol)
                        + " (harbour.gateway.directory.odd-ip-" + protocol + "): " + IpProtocol.of(protocol)
                        + " is an extension header of IPv6; Linux filters by the protocol behind it";
                assertThat(limitations(Nftables.render(one(protocol)))).containsExactly(told);
                assertThat(limitations(Iptables.render(one(protocol)))).containsExactly(told);
            }
        }

        @Test
        void areFoundByTheirHeaderIfTheyAreAh() {
            assertThat(Nftables.render(one(51)).isExact()).isTrue();
            assertThat(Iptables.render(one(51)).isExact()).isTrue();
            assertThat(Nftables.render(one(51)).toString()).contains("meta l4proto 51", "ip6 nexthdr 51");
            assertThat(Iptables.render(one(51)).toString()).contains("-p 51", "-m ah");
        }
    }

    @Nested
    class NumbersThatMeanEverythingToIptables {
        @Test
        void areToldAndNeverOpened() {
            assertThat(limitations(Iptables.render(one(0))))
                    .hasSize(2)
                    .anySatisfy(
                            limitation -> assertThat(limitation).startsWith("protocol: 10.1.0.10 -> 10.1.2.30: ip:0"));
            assertThat(rules(Iptables.render(one(0)), "portolan.v4", "portolan-forward"))
                    .isEmpty();
            Policy type = one(Traffic.of(Transport.icmp(255)));
            assertThat(limitations(Iptables.render(type)))
                    .singleElement()
                    .satisfies(limitation ->
                            assertThat(limitation).startsWith("icmp-type: 10.1.0.10 -> 10.1.2.30: icmp type 255"));
            assertThat(rules(Iptables.render(type), "portolan.v4", "portolan-forward"))
                    .isEmpty();
        }

        @Test
        void meanThemselvesToNftables() {
            assertThat(limitations(Nftables.render(one(0)))).hasSize(1);
            assertThat(Nftables.render(one(0)).toString()).contains("ip daddr 10.1.2.30 meta l4proto 0 accept");
            assertThat(Nftables.render(one(Traffic.of(Transport.icmp(255)))).isExact())
                    .isTrue();
        }
    }

    @Nested
    class ManySourcesAndDestinations {
        private static Policy many(int hosts, PortSpec ports) {
            Topology.Builder topology = Topology.builder();
            for (int i = 0; i < hosts; i++) {
                topology.add(Place.host("g" + i)
                        .address("10.0.0." + (2 * i + 1))
                        .endpoint(Role.GATEWAY)
                        .build());
                topology.add(Place.host("d" + i)
                        .address("10.0.1." + (2 * i + 1))
                        .endpoint(Role.DIRECTORY)
                        .build());
            }
            return Harbour.policy(
                    topology.build(),
                    flow(Role.GATEWAY, Role.DIRECTORY).over(Service.of("m", "M"), Traffic.tcp(ports)));
        }

        @Test
        void areASumOfRulesOfIptablesAndNoProduct() {
            Rendering rendering = Iptables.render(many(100, PortSpec.of(443)));
            assertThat(rules(rendering, "portolan.v4", "portolan-")).hasSize(200);
            PortSet.Builder ports = PortSet.builder();
            for (int port = 1; port < 200; port += 2) {
                ports.add(port);
            }
            Rendering large = Iptables.render(many(100, PortSpec.of(ports.build())));
            assertThat(rules(large, "portolan.v4", "portolan-")).hasSize(207);
        }

        @Test
        void areRulesInOneChainWhileTheyAreFew() {
            assertThat(rules(Iptables.render(many(2, PortSpec.of(443))), "portolan.v4", "portolan-forward"))
                    .hasSize(4);
        }

        @Test
        void areOneRuleOfNftables() {
            assertThat(Splitter.on('\n')
                            .splitToList(Nftables.render(many(100, PortSpec.of(443)))
                                    .files()
                                    .get(0)
                                    .text()))
                    .filteredOn(line -> line.contains("\"p-"))
                    .hasSize(1);
        }

        @Test
        void areHeldToABudgetThatIsAskedFor() {
            RenderOptions tight = RenderOptions.builder().ruleBudget(50).build();
            assertThatExceptionOfType(RuleBudgetException.class)
                    .isThrownBy(() -> Iptables.render(many(100, PortSpec.of(443)), tight))
                    .withMessageStartingWith("203 rules of portolan.v4, but there may be 50");
            assertThat(Nftables.render(many(100, PortSpec.of(443)), tight).isExact())
                    .isTrue();
            RenderOptions merging = RenderOptions.builder()
                    .ruleBudget(50)
                    .overBudget(OverBudget.MERGE)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Iptables.render(many(100, PortSpec.of(443)), merging))
                    .withMessageContaining("not merged with excess");
        }
    }

    @Test
    void aTableOfNftablesHasNoNameThatIsAWordOfItsLanguage() {
        RenderOptions options = RenderOptions.builder().name("filter").build();
        assertThat(Nftables.render(Harbour.policy(), options).files().get(0).name())
                .isEqualTo("filter.nft");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nftables.render(
                        Harbour.policy(), RenderOptions.builder().name("drop").build()))
                .withMessage(
                        "no table of nftables can be called drop, which is a word of its language; expected another"
                                + " name, such as drop-rules");
    }

    @Test
    void namesOfChainsHave28CharactersAtMost() {
        RenderOptions options = RenderOptions.builder().name("x".repeat(20)).build();
        for (long seed = 0; seed < 20; seed++) {
            for (RenderedFile file :
                    Iptables.render(RandomSite.of(seed).policy(), options).files()) {
                assertThat(Splitter.on('\n').splitToList(file.text()))
                        .filteredOn(line -> line.startsWith(":"))
                        .allSatisfy(line -> assertThat(line.indexOf(' ')).isLessThanOrEqualTo(29))
                        .doesNotHaveDuplicates();
            }
        }
    }
}
