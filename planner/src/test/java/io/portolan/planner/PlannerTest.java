package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.Service;
import io.portolan.planner.Lab.Role;
import io.portolan.site.Resolution;
import io.portolan.site.Site;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Resolution LAB =
            Site.empty().resolve(Lab.catalog(flow(Role.A, Role.B).tcp(Service.HTTPS, 443)));

    @Test
    void makesOneRuleOfAFlowBetweenPlacedRoles() {
        Policy policy = Planner.plan(Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1")), LAB);
        assertThat(policy.rules()).hasToString("[10.0.0.1 -> 10.0.1.1: tcp 443 (lab.a.b.https-tcp)]");
        assertThat(policy.leftOut()).isEmpty();
        assertThat(policy).hasToString("10.0.0.1 -> 10.0.1.1: tcp 443 (lab.a.b.https-tcp)");
    }

    @Test
    void makesNoRulesForAnEmptyTopologyOrNoResolutions() {
        assertThat(Planner.plan(Topology.builder().build(), LAB).rules()).isEmpty();
        assertThat(Planner.plan(Lab.topology(Place.host("h").address("10.0.0.1")))
                        .rules())
                .isEmpty();
    }

    @Test
    void placesSharedEndpointsOnceForEveryProduct() {
        Catalog<Role> catalog =
                Lab.catalog(flow(Role.A, Infrastructure.DNS_SERVER).udp(Service.DNS, 53));
        Policy policy = Planner.plan(
                Lab.topology(
                        Lab.host(Role.A, "10.0.0.1"),
                        Place.host("dns").address("10.0.2.1").endpoint(Infrastructure.DNS_SERVER)),
                Site.empty().resolve(catalog));
        assertThat(policy.rules()).hasToString("[10.0.0.1 -> 10.0.2.1: udp 53 (lab.a.dns-server.dns-udp)]");
    }

    @Nested
    class SeveralDeploymentsOfAProduct {
        private final List<Deployment> farms = List.of(new Deployment("north", LAB), new Deployment("south", LAB));

        @Test
        void haveRulesOfTheirOwn() {
            Topology topology = Topology.builder()
                    .add(Place.host("a1")
                            .address("10.1.0.1")
                            .endpointIn("north", Role.A)
                            .build())
                    .add(Place.host("b1")
                            .address("10.1.0.2")
                            .endpointIn("north", Role.B)
                            .build())
                    .add(Place.host("a2")
                            .address("10.2.0.1")
                            .endpointIn("south", Role.A)
                            .build())
                    .add(Place.host("b2")
                            .address("10.2.0.2")
                            .endpointIn("south", Role.B)
                            .build())
                    .build();
            assertThat(Planner.plan(topology, farms).rules())
                    .extracting(Rule::toString)
                    .containsExactly(
                            "10.1.0.1 -> 10.1.0.2: tcp 443 (north/lab.a.b.https-tcp)",
                            "10.2.0.1 -> 10.2.0.2: tcp 443 (south/lab.a.b.https-tcp)");
        }

        @Test
        void canShareAServerOrHaveTheirOwn() {
            List<Deployment> two = List.of(new Deployment("north", dns()), new Deployment("south", dns()));
            Topology topology = Topology.builder()
                    .add(Place.host("a1")
                            .address("10.1.0.1")
                            .endpointIn("north", Role.A)
                            .build())
                    .add(Place.host("a2")
                            .address("10.2.0.1")
                            .endpointIn("south", Role.A)
                            .build())
                    .add(Place.host("dns")
                            .address("10.0.0.53")
                            .endpoint(Infrastructure.DNS_SERVER)
                            .build())
                    .add(Place.host("dns of south")
                            .address("10.2.0.53")
                            .endpointIn("south", Infrastructure.DNS_SERVER)
                            .build())
                    .build();
            assertThat(Planner.plan(topology, two).rules())
                    .extracting(rule -> rule.sources() + " -> " + rule.destinations())
                    .containsExactly("10.1.0.1 -> 10.0.0.53", "10.2.0.1 -> 10.2.0.53");
        }

        private static Resolution dns() {
            return Site.empty()
                    .resolve(Lab.catalog(flow(Role.A, Infrastructure.DNS_SERVER).udp(Service.DNS, 53)));
        }

        @Test
        void makeARoleAmbiguousUntilThePlaceSaysOfWhich() {
            Topology topology = Lab.topology(Lab.host(Role.A, "10.0.0.1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Planner.plan(topology, farms))
                    .withMessage("place a1: the role a is of several deployments, [north, south]; say of which");
        }

        @Test
        void haveDifferentNames() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Planner.plan(
                            Topology.builder().build(), List.of(Deployment.of(LAB), new Deployment("lab", LAB))))
                    .withMessage("two deployments are called lab");
        }

        @Test
        void haveNamesInOneLine() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Deployment("a\nb", LAB))
                    .withMessage("not a name of a deployment: \"a?b\"; expected plain text in one line");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Deployment(" ", LAB))
                    .withMessage("not a name of a deployment: \" \"; expected plain text in one line");
        }
    }

    @Nested
    class APlace {
        @Test
        void hasRolesOfCatalogsThatAreResolvedOnly() {
            Topology topology = Lab.topology(Lab.host(Role.A, "10.0.0.1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Planner.plan(topology, List.of()))
                    .withMessage("place a1: the role a is of no deployment of the plan; it has [], so resolve its"
                            + " catalog, too");
        }

        @Test
        void namesDeploymentsOfThePlanOnly() {
            Topology topology = Lab.topology(Place.host("h").address("10.0.0.1").endpointIn("nrth", Role.A));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Planner.plan(topology, LAB))
                    .withMessage("place h: there is no deployment nrth; the plan has [lab]");
        }

        @Test
        void takesRolesFromTheProductOfTheDeployment() {
            Topology topology = Lab.topology(Place.host("h").address("10.0.0.1").endpointIn("lab", Stranger.GUEST));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Planner.plan(topology, LAB))
                    .withMessage("place h: deployment lab has no role guest; it is of Lab");
        }
    }

    private enum Stranger implements io.portolan.catalog.ProductRole {
        GUEST;

        @Override
        public String title() {
            return "Guest";
        }
    }

    @Nested
    class AnOutsideSite {
        private static Policy to(OutsideSite site, Place.Builder... places) {
            return Lab.plan(Lab.topology(places), flow(Role.A, site).tcp(Service.HTTPS, 443));
        }

        private static OutsideSite.Builder cloud() {
            return OutsideSite.builder().id("cloud").title("Cloud");
        }

        @Test
        void thatNobodyPlacesIsWhereItsDocumentSays() {
            Place.Builder source = Lab.host(Role.A, "10.0.0.1");
            assertThat(to(cloud().address("*.cloud.example").build(), source).rules())
                    .hasToString("[10.0.0.1 -> *.cloud.example: tcp 443 (lab.a.cloud.https-tcp)]");
            assertThat(to(cloud().serviceTag("AzureCloud").build(), source).rules())
                    .hasToString("[10.0.0.1 -> tag:AzureCloud: tcp 443 (lab.a.cloud.https-tcp)]");
            assertThat(to(cloud().address("203.0.113.5").build(), source).rules())
                    .hasToString("[10.0.0.1 -> 203.0.113.5: tcp 443 (lab.a.cloud.https-tcp)]");
            assertThat(to(cloud().address("cloud.example").serviceTag("Cloud").build(), source)
                            .rules())
                    .hasToString("[10.0.0.1 -> cloud.example,tag:Cloud: tcp 443 (lab.a.cloud.https-tcp)]");
        }

        @Test
        void thatTheTopologyPlacesIsThere() {
            OutsideSite site = cloud().address("*.cloud.example").build();
            assertThat(to(
                                    site,
                                    Lab.host(Role.A, "10.0.0.1"),
                                    Place.outside("proxy").address("10.0.9.9").endpoint(site))
                            .rules())
                    .hasToString("[10.0.0.1 -> 10.0.9.9: tcp 443 (lab.a.cloud.https-tcp)]");
        }

        @Test
        void thatIsNowhereHasToBePlaced() {
            assertThat(to(cloud().build(), Lab.host(Role.A, "10.0.0.1")).leftOut())
                    .hasToString(
                            "[lab.a.cloud.https-tcp: cloud is not placed; add it to the topology to get its rules]");
        }
    }
}
