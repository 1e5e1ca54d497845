package io.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Shop.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog<Role> shop = Shop.catalog();

    @Nested
    class Queries {
        @Test
        void findFlowsByTheirParties() {
            assertThat(shop.flowsFrom(Role.FRONT_END)).hasSize(5);
            assertThat(shop.flowsTo(Role.DATABASE)).hasSize(4);
            assertThat(shop.flowsTo(Infrastructure.DOMAIN_CONTROLLER)).hasSize(2);
            assertThat(shop.flowsTo(Shop.BANK)).hasSize(1);
            assertThat(shop.flowsFrom(Shop.BANK)).isEmpty();
            assertThat(shop.flowsFrom(Infrastructure.SQL_SERVER)).isEmpty();
            assertThat(shop.flowsInvolving(SameHost.LOCALHOST)).hasSize(1);
            assertThat(shop.flowsInvolving(Role.DATABASE)).hasSize(6);
            assertThat(shop.flowsBetween(Role.DATABASE, Role.FRONT_END))
                    .isEqualTo(shop.flowsBetween(Role.FRONT_END, Role.DATABASE))
                    .hasSize(2);
            assertThat(shop.flowsBetween(Role.DATABASE, Infrastructure.DOMAIN_CONTROLLER))
                    .isEqualTo(shop.flowsBetween(Infrastructure.DOMAIN_CONTROLLER, Role.DATABASE))
                    .hasSize(2);
            assertThat(shop.flows().fromEndpoint(Role.FRONT_END)).isEqualTo(shop.flowsFrom(Role.FRONT_END));
            assertThat(shop.flows().toEndpoint(Shop.BANK)).isEqualTo(shop.flowsTo(Shop.BANK));
        }

        @Test
        void chain() {
            assertThat(shop.flowsTo(Role.DATABASE).from(Role.FRONT_END).over(IpProtocol.TCP))
                    .singleElement()
                    .satisfies(flow -> assertThat(flow.service()).isEqualTo(Shop.POSTGRESQL));
            assertThat(shop.flowsFrom(Role.FRONT_END).to(Shop.BANK).on(IpProtocol.TCP, 443))
                    .hasSize(1);
            assertThat(shop.flowsFrom(Role.FRONT_END).to(Shop.BANK).on(IpProtocol.UDP, 443))
                    .isEmpty();
        }

        @Test
        void findPortsThroughSettingsAlternativesAndTheDynamicRange() {
            assertThat(shop.flowsOn(IpProtocol.TCP, 8080)).hasSize(1).isEqualTo(shop.flowsOn(IpProtocol.TCP, 80));
            assertThat(shop.flowsOn(IpProtocol.TCP, 49_151)).isEmpty();
            assertThat(shop.flowsOn(IpProtocol.TCP, 49_152)).hasSize(1);
            assertThat(shop.flowsOn(IpProtocol.TCP, 65_535)).hasSize(1);
            assertThat(shop.flowsOn(IpProtocol.TCP, 0)).isEmpty();
            assertThat(shop.flowsOn(53)).hasSize(1).isEqualTo(shop.flowsOn(IpProtocol.UDP, 53));
            assertThat(shop.flowsOn(443)).hasSize(1).isEqualTo(shop.flowsOn(IpProtocol.TCP, 443));
        }

        @Test
        void takeNoProtocolNumberForAPort() {
            assertThat(shop.flowsOver(IpProtocol.VRRP)).hasSize(1);
            assertThat(shop.flowsOn(IpProtocol.TCP, 112)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shop.flowsOn(IpProtocol.VRRP, 112))
                    .withMessage("vrrp has no ports; ask for flows over(IpProtocol) instead");
        }

        @Test
        void refuseNumbersThatAreNoPorts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shop.flowsOn(IpProtocol.TCP, 65_536))
                    .withMessage("port out of range: 65536; expected 0-65535");
            assertThatIllegalArgumentException().isThrownBy(() -> shop.flowsOn(IpProtocol.UDP, -1));
        }

        @Test
        void findByServiceFeatureSettingAndNecessity() {
            assertThat(shop.flows().withService(Service.RPC)).hasSize(1);
            assertThat(shop.flows().withFeature(Shop.CACHED)).hasSize(3);
            assertThat(shop.flows().withFeature(Shop.ENGINE)).hasSize(1);
            assertThat(shop.flows().withSetting(Shop.WEB)).hasSize(1);
            assertThat(shop.flows().withNecessity(Necessity.OPTIONAL)).hasSize(1);
            assertThat(shop.flows().withNecessity(Necessity.CONDITIONAL)).hasSize(3);
            assertThat(shop.flows().withNecessity(Necessity.REQUIRED)).hasSize(6);
        }

        @Test
        void findByIdentifier() {
            assertThat(shop.flow("shop.front-end.bank.https-tcp"))
                    .get()
                    .satisfies(flow -> assertThat(flow.destination()).isEqualTo(Shop.BANK));
            assertThat(shop.flow("shop.front-end.bank.https-udp")).isEmpty();
            assertThat(shop.setting("web-port")).contains(Shop.WEB);
            assertThat(shop.setting("web")).isEmpty();
            assertThat(shop.feature("engine")).contains(Shop.ENGINE);
            assertThat(shop.feature("motor")).isEmpty();
            assertThat(shop.endpoint("bank")).contains(Shop.BANK);
            assertThat(shop.endpoint("front-end")).contains(Role.FRONT_END);
            assertThat(shop.endpoint("localhost")).contains(SameHost.LOCALHOST);
            assertThat(shop.endpoint("internet")).isEmpty();
        }
    }

    @Nested
    class Results {
        @Test
        void areInDocumentOrder() {
            assertThat(shop.flows())
                    .extracting(Flow::id)
                    .containsExactly(
                            "shop.browser.front-end.http-tcp",
                            "shop.front-end.bank.https-tcp",
                            "shop.front-end.database.postgresql-tcp",
                            "shop.front-end.cache.cache-udp",
                            "shop.database.domain-controller.rpc-endpoint-mapper-tcp",
                            "shop.database.domain-controller.rpc-tcp",
                            "shop.database.database.vrrp",
                            "shop.front-end.database.ping-icmp",
                            "shop.cache.database.ping-icmp",
                            "shop.front-end.localhost.dns-udp");
        }

        @Test
        void printOneFlowALine() {
            assertThat(shop.flowsFrom(Role.FRONT_END)).hasToString("""
                front-end -> bank: HTTPS tcp 443, required [handbook: Outside, row 2]
                front-end -> database: PostgreSQL tcp 5432, conditional if the database is an SQL database\
                 [handbook: Inside, row 1]
                front-end -> cache: Cache udp ?, optional if a cache is in use [handbook: Inside, row 2]
                front-end -> database: Ping icmp type 8, conditional unless a cache is in use and if the\
                 listening host runs Windows older than Server 2008 [handbook: Inside, text]
                front-end -> localhost: DNS udp 53 from 53, required [handbook: Servers, text]\
                """);
        }

        @Test
        void areImmutableSets() {
            FlowSet<Role> flows = shop.flows();
            Flow first = flows.iterator().next();
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> flows.remove(first));
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(flows::clear);
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> flows.add(first));
            assertThat(flows).hasSize(10);
        }

        @Test
        void keepTheirOrderInStreams() {
            assertThat(shop.flows()
                            .spliterator()
                            .hasCharacteristics(Spliterator.ORDERED
                                    | Spliterator.DISTINCT
                                    | Spliterator.IMMUTABLE
                                    | Spliterator.SIZED))
                    .isTrue();
        }

        @Test
        void areNotChangedByFurtherQuestions() {
            CatalogBuilder<Role> large = Shop.emptyBuilder();
            for (int i = 0; i < 1000; i++) {
                large.flows(FlowDraft.flow(i % 3 == 0 ? Role.DATABASE : Role.FRONT_END, Role.CACHE)
                        .tcp(Service.HTTP, 80)
                        .variant("v" + i)
                        .purpose("asks")
                        .cite(Shop.PLACE));
            }
            Catalog<Role> catalog = large.build();
            int before = catalog.flowsFrom(Role.DATABASE).size();
            assertThat(catalog.flowsFrom(Role.DATABASE).to(Role.CACHE)).hasSize(before);
            assertThat(catalog.flowsInvolving(Role.DATABASE)).hasSize(334);
            assertThat(catalog.flowsFrom(Role.DATABASE)).hasSize(334);
        }

        @Test
        void endTheirIteration() {
            Iterator<Flow> flows = shop.flowsFrom(Shop.BANK).iterator();
            assertThat(flows.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(flows::next);
        }

        @Test
        void containWhatTheyIterate() {
            FlowSet<Role> fromFrontEnd = shop.flowsFrom(Role.FRONT_END);
            for (Flow flow : shop.flows()) {
                assertThat(fromFrontEnd.contains(flow)).isEqualTo(flow.source() == Role.FRONT_END);
            }
            assertThat(fromFrontEnd.contains((Object) "shop.front-end.bank.https-tcp"))
                    .isFalse();
        }

        @Test
        void equalTheSameSetOfAnotherBuild() {
            assertThat(shop.flows())
                    .isEqualTo(Shop.catalog().flows())
                    .hasSameHashCodeAs(Shop.catalog().flows());
        }
    }

    @Nested
    class Flows {
        @Test
        void knowWhatTheirRowSays() {
            Flow flow = shop.flow("shop.front-end.database.postgresql-tcp").orElseThrow();
            assertThat(flow.protocol()).isSameAs(IpProtocol.TCP);
            assertThat(flow.ports()).contains(PortSpec.of(5432));
            assertThat(flow.setting()).isEmpty();
            assertThat(flow.necessity()).isEqualTo(Necessity.CONDITIONAL);
            assertThat(flow.conditions()).containsExactly(Condition.chosen(Shop.ENGINE, Shop.Engine.SQL));
            assertThat(flow.citations())
                    .containsExactly(Shop.HANDBOOK.heading("Inside").row(1));
            assertThat(flow.errata()).containsExactly(Shop.TYPO);
            assertThat(flow.cast()).isEqualTo(Cast.UNICAST);
            assertThat(flow.notes()).isEmpty();
        }

        @Test
        void withoutPortsHaveNone() {
            Flow flow = shop.flow("shop.database.database.vrrp").orElseThrow();
            assertThat(flow.ports()).isEmpty();
            assertThat(flow.setting()).isEmpty();
            assertThat(flow.traffic()).hasToString("vrrp");
            assertThat(flow.cast()).isEqualTo(Cast.MULTICAST);
        }

        @Test
        void bindToTransportsOnceThePortsAreKnown() {
            Flow https = shop.flow("shop.front-end.bank.https-tcp").orElseThrow();
            assertThat(((PortTraffic) https.traffic()).bind(PortSet.of(8443))).hasToString("tcp 8443");
            Flow flow = shop.flow("shop.front-end.localhost.dns-udp").orElseThrow();
            assertThat(((PortTraffic) flow.traffic()).bind(PortSet.of(5353))).hasToString("udp 5353 from 53");
        }
    }

    @Test
    void couplingsAndRepliesAreKept() {
        assertThat(shop.remarks()).containsExactly("For the shop alone.");
        assertThat(shop.couplings()).hasToString("[web-port=80 demands cache-port=81]");
        assertThat(shop.flow("shop.front-end.localhost.dns-udp").orElseThrow().replyPorts())
                .contains(PortSpec.of(PortSet.ofRange(1024, 65_535)));
        assertThat(shop.flow("shop.front-end.bank.https-tcp").orElseThrow().replyPorts())
                .isEmpty();
    }

    @Test
    void rolesAndEndpointsAreListed() {
        assertThat(shop.roles()).containsExactly(Role.values());
        assertThat(shop.endpoints())
                .containsExactly(
                        Role.BROWSER,
                        Role.FRONT_END,
                        Shop.BANK,
                        Role.DATABASE,
                        Role.CACHE,
                        Infrastructure.DOMAIN_CONTROLLER,
                        SameHost.LOCALHOST);
    }

    @Nested
    class Sets {
        private final CatalogSet set = CatalogSet.of(shop);

        @Test
        void answerOverAllCatalogs() {
            assertThat(set.flows()).isEqualTo(shop.flows());
            assertThat(set.flowsFrom(Role.FRONT_END)).isEqualTo(shop.flowsFrom(Role.FRONT_END));
            assertThat(set.flow("shop.database.database.vrrp")).isPresent();
            assertThat(set.catalogs()).containsExactly(shop);
            assertThat(set.catalog("shop")).get().isSameAs(shop);
            assertThat(set.catalog("rds")).isEmpty();
            assertThat(set).hasToString("shop: Web shop, edition 7 as of 2026-03-01");
        }

        @Test
        void keepTheOrderOfTheirCatalogs() {
            Catalog<Role> other = Catalog.builder("other", "Other", Role.class)
                    .edition(shop.edition())
                    .flows(FlowDraft.flow(Role.BROWSER, Infrastructure.DOMAIN_CONTROLLER)
                            .tcp(Service.LDAP, 389)
                            .purpose("asks")
                            .cite(Shop.PLACE))
                    .build();
            assertThat(CatalogSet.of(shop, other).flowsTo(Infrastructure.DOMAIN_CONTROLLER))
                    .extracting(Flow::id)
                    .containsExactly(
                            "shop.database.domain-controller.rpc-endpoint-mapper-tcp",
                            "shop.database.domain-controller.rpc-tcp",
                            "other.browser.domain-controller.ldap-tcp");
            assertThat(CatalogSet.of(other, shop).flows().iterator().next().id())
                    .startsWith("other.");
            assertThat(CatalogSet.of(other, shop)).hasToString(other + "\n" + shop);
        }

        @Test
        void refuseTwoCatalogsOfOneName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CatalogSet.of(shop, Shop.catalog()))
                    .withMessage("two catalogs have the id shop");
        }
    }
}
