package io.portolan.catalog;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.portolan.catalog.Shop.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A wrong catalog is refused when it is built, in one message that names the catalog, the flow, and what is wrong. */
class CatalogBuilderTest {
    private static FlowDraft draft() {
        return flow(Role.FRONT_END, Role.DATABASE).tcp(Shop.POSTGRESQL, 5432).purpose("stores orders");
    }

    private static void assertRefused(FlowDraft draft, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.emptyBuilder().flows(draft).build())
                .withMessage("catalog shop: " + message);
    }

    private static final String FLOW = "flow shop.front-end.database.postgresql-tcp: ";

    @Test
    void duplicateIdentifier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.emptyBuilder()
                        .section(Shop.HANDBOOK.heading("Servers").section(row(1, draft()), row(2, draft())))
                        .build())
                .withMessage("catalog shop: the flow id shop.front-end.database.postgresql-tcp is used twice; tell them"
                        + " apart with variant(...)");
    }

    @Test
    void flowWithoutCitation() {
        assertRefused(draft(), FLOW + "it has no citation; say which document states it");
    }

    @Test
    void flowWithoutPurpose() {
        assertRefused(
                flow(Role.FRONT_END, Role.DATABASE).tcp(Shop.POSTGRESQL, 5432).cite(Shop.PLACE),
                FLOW + "it has no purpose; say in a short phrase what it is for");
    }

    @Test
    void flowWithoutTraffic() {
        assertRefused(
                flow(Role.FRONT_END, Role.DATABASE).cite(Shop.PLACE).purpose("stores orders"),
                "flow shop.front-end.database has no traffic; expected tcp, udp, rpc or over");
    }

    @Test
    void whatFlowsUseIsCollectedInTheOrderOfFirstUseAndWhatTheyDoNotComesAfter() {
        PortSetting used = setting("used-port");
        Toggle late = Toggle.of("late", "the shop is open late", Shop.PLACE);
        Erratum slip = Erratum.builder()
                .id("slip")
                .addReadings(Shop.PLACE.says("something"))
                .taken("nothing")
                .reason("none")
                .build();
        Catalog<Role> catalog = Shop.emptyBuilder()
                .settings(used)
                .flows(
                        draft().cite(Shop.PLACE).when(late).erratum(slip),
                        flow(Role.FRONT_END, Role.CACHE)
                                .tcp(Shop.POSTGRESQL, used)
                                .when(late)
                                .when(Shop.CACHED)
                                .erratum(slip)
                                .purpose("stores orders")
                                .cite(Shop.PLACE))
                .build();
        assertThat(catalog.settings()).containsExactly(used, Shop.WEB, Shop.CACHE_PORT);
        assertThat(catalog.features()).containsExactly(late, Shop.CACHED, Shop.ENGINE);
        assertThat(catalog.errata()).containsExactly(slip, Shop.TYPO);
    }

    private static PortSetting setting(String id) {
        return PortSetting.builder()
                .id(id)
                .title("another")
                .configuredIn("nowhere")
                .citation(Shop.PLACE)
                .build();
    }

    @Test
    void documentOfNoEdition() {
        Document other = Document.builder()
                .id("other")
                .title("Other")
                .publisher("Shop")
                .address("https://shop.example/other")
                .date(LocalDate.of(2026, 3, 1))
                .build();
        assertRefused(
                draft().cite(other.heading("Servers").place("text")),
                FLOW + "the edition does not carry the document other");
    }

    private enum OtherRole implements ProductRole {
        STRANGER;

        @Override
        public String title() {
            return "Stranger";
        }
    }

    @Test
    void roleOfAnotherProduct() {
        assertRefused(
                flow(Role.FRONT_END, OtherRole.STRANGER)
                        .tcp(Shop.POSTGRESQL, 5432)
                        .purpose("stores orders")
                        .cite(Shop.PLACE),
                "flow shop.front-end.stranger.postgresql-tcp: the role stranger is of another product");
    }

    @Test
    void portsOnAProtocolThatHasNone() {
        assertRefused(
                flow(Role.DATABASE, Role.DATABASE)
                        .over(Service.of("vrrp", "VRRP"), IpProtocol.VRRP, PortSpec.of(112))
                        .purpose("agrees on the active one")
                        .cite(Shop.PLACE),
                "flow shop.database.database.vrrp: vrrp has no ports, but ports 112 are given; only tcp and udp have");
    }

    @Test
    void portsOutOfRangeAreToldWithTheFlow() {
        assertRefused(
                flow(Role.FRONT_END, Role.DATABASE)
                        .tcp(Shop.POSTGRESQL, 65_536)
                        .purpose("stores orders")
                        .cite(Shop.PLACE),
                FLOW + "port out of range: 65536; expected 0-65535");
        assertRefused(
                flow(Role.FRONT_END, Role.DATABASE)
                        .udp(Shop.POSTGRESQL, -1)
                        .purpose("stores orders")
                        .cite(Shop.PLACE),
                "flow shop.front-end.database.postgresql-udp: port out of range: -1; expected 0-65535");
    }

    @Test
    void malformedIdentifiers() {
        String expected = "; expected lower-case letters, digits and single hyphens, such as domain-controller";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.builder("Web Shop", "Web shop", Role.class))
                .withMessage("not an id for a catalog: \"Web Shop\"" + expected);
        for (String id : new String[] {"", "-", "a-", "-a", "a--b", "A", "ä", "a.b", "a b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Service.of(id, "Service"))
                    .withMessage("not an id for a service: \"" + id + "\"" + expected);
        }
        assertRefused(
                draft().cite(Shop.PLACE).variant("Second"),
                "flow shop.front-end.database.postgresql-tcp.Second: not an id for a variant: \"Second\"" + expected);
    }

    @Test
    void missingEdition() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Catalog.builder("shop", "Web shop", Role.class).build())
                .withMessage("catalog shop: it has no edition; say which documents it carries, as of which day");
    }

    @Test
    void duplicateDeclarations() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Shop.emptyBuilder().settings(setting("web-port")).build())
                .withMessageContaining("the setting id web-port is used twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.emptyBuilder()
                        .features(Toggle.of("cached", "another", Shop.PLACE))
                        .build())
                .withMessageContaining("the feature id cached is used twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.emptyBuilder()
                        .errata(Erratum.builder()
                                .id("typo")
                                .addReadings(Shop.PLACE.says("another"))
                                .taken("nothing")
                                .reason("none")
                                .build())
                        .build())
                .withMessageContaining("the erratum id typo is used twice");
    }

    @Test
    void wrongSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webPort().defaultPort(65_536).build())
                .withMessage("setting web-port: port out of range: 65536; expected 0-65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webPort()
                        .defaultPort(80)
                        .allowed(PortSet.ofRange(1024, 2048))
                        .build())
                .withMessage("setting web-port allows 1024-2048, but not its own 80");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webPort().allowed(PortSet.none()).build())
                .withMessage("setting web-port allows no port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webPort().addAlternatives(80).build())
                .withMessage("setting web-port has a single alternative; make it the default");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webPort().addAlternatives(80, 80).build())
                .withMessage("setting web-port names an alternative twice: [80, 80]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        webPort().addAlternatives(80, 8080).defaultPort(443).build())
                .withMessage("setting web-port has a default that is none of its alternatives: [80, 8080]");
        assertThatIllegalStateException()
                .isThrownBy(() -> PortSetting.builder().id("web-port").build())
                .withMessageContaining("title, configuredIn, citation");
    }

    private static PortSetting.Builder webPort() {
        return PortSetting.builder()
                .id("web-port")
                .title("web port")
                .configuredIn("shop.conf")
                .citation(Shop.PLACE);
    }

    @Test
    void wrongCouplings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortCoupling.of(Shop.WEB, 80, Shop.WEB, 443, Shop.PLACE))
                .withMessage("setting web-port is coupled with itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortCoupling.of(Shop.WEB, 0, Shop.CACHE_PORT, 443, Shop.PLACE))
                .withMessage("setting web-port is coupled at port 0, but allows only 1-65535");
        PortSetting other = PortSetting.builder()
                .id("other")
                .title("other")
                .configuredIn("nowhere")
                .citation(Shop.PLACE)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.emptyBuilder()
                        .couplings(PortCoupling.of(Shop.WEB, 80, other, 443, Shop.PLACE))
                        .build())
                .withMessage("catalog shop: no flow uses both settings of the coupling"
                        + " web-port=80 demands other=443; declare the other with settings(...)");
    }

    @Test
    void emptyPorts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortSpec.of(PortSet.none()))
                .withMessage("a flow needs at least one port, but the set is empty");
        assertThatIllegalArgumentException().isThrownBy(() -> PortSpec.rpcDynamic(PortSet.none()));
    }

    private enum Twin implements ProductRole {
        DNS_SERVER;

        @Override
        public String title() {
            return "DNS server";
        }
    }

    @Test
    void endpointsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.builder("twins", "Twins", Twin.class)
                        .edition(Edition.builder()
                                .version("1")
                                .asOf(LocalDate.of(2026, 3, 1))
                                .addDocuments(Shop.HANDBOOK)
                                .build())
                        .flows(flow(Twin.DNS_SERVER, Infrastructure.DNS_SERVER)
                                .tcp(Service.DNS, 53)
                                .purpose("asks")
                                .cite(Shop.PLACE))
                        .build())
                .withMessage(
                        "catalog twins: flow twins.dns-server.dns-server.dns-tcp: two endpoints have the id dns-server;"
                                + " name one of them differently");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.emptyBuilder()
                        .flows(
                                flow(Role.FRONT_END, Shop.BANK)
                                        .tcp(Service.HTTPS, 443)
                                        .purpose("pays")
                                        .cite(Shop.PLACE),
                                flow(Role.DATABASE, OutsideSite.of("bank", "Other bank"))
                                        .tcp(Service.HTTPS, 443)
                                        .purpose("pays")
                                        .cite(Shop.PLACE))
                        .build())
                .withMessageContaining("flow shop.database.bank.https-tcp: two endpoints have the id bank");
    }

    private enum SameId implements ProductRole {
        ONE,
        TWO;

        @Override
        public String id() {
            return "same";
        }

        @Override
        public String title() {
            return "Same";
        }
    }

    @Test
    void rolesOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.builder("same", "Same", SameId.class)
                        .edition(Edition.builder()
                                .version("1")
                                .asOf(LocalDate.of(2026, 3, 1))
                                .build())
                        .build())
                .withMessage("catalog same: the role id same is used twice");
    }

    @Test
    void documentsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.builder("shop", "Web shop", Role.class)
                        .edition(Edition.builder()
                                .version("1")
                                .asOf(LocalDate.of(2026, 3, 1))
                                .addDocuments(Shop.HANDBOOK, Shop.HANDBOOK)
                                .build())
                        .build())
                .withMessage("catalog shop: the document id handbook is used twice");
    }

    @Test
    void settingOfAnUnknownDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.builder("shop", "Web shop", Role.class)
                        .edition(Edition.builder()
                                .version("1")
                                .asOf(LocalDate.of(2026, 3, 1))
                                .build())
                        .settings(Shop.WEB)
                        .build())
                .withMessage("catalog shop: setting web-port: the edition does not carry the document handbook");
    }

    @Test
    void conditionsThatRepeatOrExcludeEachOther() {
        assertRefused(
                draft().cite(Shop.PLACE).when(Shop.CACHED).when(Shop.CACHED),
                FLOW + "the condition cached stands twice");
        assertRefused(
                draft().cite(Shop.PLACE).when(Shop.CACHED).unless(Shop.CACHED),
                FLOW + "the conditions cached and !cached can never hold together");
    }

    @Test
    void castOfTcp() {
        assertRefused(
                draft().cite(Shop.PLACE).cast(Cast.MULTICAST), FLOW + "TCP goes to one host; it cannot be multicast");
    }

    @Test
    void placesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row(0, draft()))
                .withMessage("rows count from 1, not from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.HANDBOOK.heading("Servers").place(" "))
                .withMessage("a citation of handbook names no place");
    }

    @Test
    void trafficFromNoPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Traffic.udp(PortSpec.of(53)).from(PortSet.none()))
                .withMessage("udp without a source port matches nothing");
    }

    private enum OneForm implements FeatureOption {
        ONLY;

        @Override
        public String title() {
            return "only";
        }
    }

    @Test
    void choiceOfOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choice.of("form", "the form", Shop.PLACE, OneForm.class))
                .withMessage("choice form needs two options or more, but has [ONLY]");
    }

    @Test
    void erratumWithoutReading() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Erratum.builder()
                        .id("typo")
                        .taken("5432")
                        .reason("none")
                        .build())
                .withMessage("erratum typo has no reading; expected what each document says");
    }

    @Test
    void outsideSiteWithAMalformedAddress() {
        for (String address : new String[] {
            "",
            ".",
            "a..b",
            "a.",
            "a b",
            "www.*.example",
            "https://example.com",
            "$(x)",
            "10.0.0.256",
            "-",
            "--.--",
            "*.*.example.com",
            "www.example*.com"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutsideSite.builder()
                            .id("site")
                            .title("Site")
                            .address(address)
                            .build())
                    .withMessage("not a host name or IP address for outside site site: \"" + address
                            + "\"; expected a name such as *.example.com");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // for callers without a checker
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Catalog.builder(null, "Web shop", Role.class));
        assertThatNullPointerException().isThrownBy(() -> Document.builder().id(null));
        assertThatNullPointerException().isThrownBy(() -> PortSpec.of((PortSet) null));
        assertThatNullPointerException().isThrownBy(() -> Catalog.builder("shop", null, Role.class));
        assertThatNullPointerException().isThrownBy(() -> Service.of("x", null));
        assertThatNullPointerException().isThrownBy(() -> flow(null, Role.DATABASE));
        assertThatNullPointerException().isThrownBy(() -> draft().purpose(null));
        assertThatNullPointerException().isThrownBy(() -> draft().tcp(null, 80));
        assertThatNullPointerException().isThrownBy(() -> draft().when((Condition) null));
        Catalog<Role> shop = Shop.catalog();
        assertThatNullPointerException().isThrownBy(() -> shop.flowsFrom((Role) null));
        assertThatNullPointerException().isThrownBy(() -> shop.flowsTo((SharedEndpoint) null));
        assertThatNullPointerException().isThrownBy(() -> shop.flowsOver(null));
        assertThatNullPointerException().isThrownBy(() -> shop.flow(null));
        assertThatNullPointerException().isThrownBy(() -> shop.flows().withFeature(null));
    }
}
