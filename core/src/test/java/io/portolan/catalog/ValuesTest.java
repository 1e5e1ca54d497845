package io.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import org.junit.jupiter.api.Test;

/** The small values of the model: their texts are what exports print, their identifiers what files refer to. */
class ValuesTest {
    @Test
    void portSpecificationsPrintAsExportsDo() {
        assertThat(PortSpec.of(443, 80)).hasToString("80,443");
        assertThat(PortSpec.of(PortSet.ofRange(1812, 1813))).hasToString("1812-1813");
        assertThat(PortSpec.rpcDynamic()).hasToString("rpc-dynamic");
        assertThat(PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535))).hasToString("1024-65535");
        assertThat(Shop.WEB).hasToString("80|8080");
        assertThat(Shop.CACHE_PORT).hasToString("?");
    }

    @Test
    void expectedPortsAreWhatDocumentsLeadOneToExpect() {
        assertThat(Shop.WEB.expected()).isEqualTo(PortSet.of(80, 8080));
        assertThat(Shop.CACHE_PORT.expected()).isEqualTo(PortSet.none());
        assertThat(PortSpec.rpcDynamic().expected()).isEqualTo(DynamicPorts.MODERN.ports());
    }

    @Test
    void dynamicRangeEqualsByWhatIsPrinted() {
        AllocatedPorts printed = PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535));
        assertThat(printed)
                .isEqualTo(PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535)))
                .hasSameHashCodeAs(PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535)))
                .isNotEqualTo(PortSpec.rpcDynamic())
                .isNotEqualTo(PortSpec.of(PortSet.ofRange(1024, 65_535)));
    }

    @Test
    void conditionsHaveAShortTextAndAPhrase() {
        Condition enabled = Condition.enabled(Shop.CACHED);
        Condition disabled = Condition.disabled(Shop.CACHED);
        Condition chosen = Condition.chosen(Shop.ENGINE, Shop.Engine.DOCUMENTS);
        Condition legacy = Condition.listensOn(WindowsGeneration.LEGACY);
        assertThat(enabled).hasToString("cached");
        assertThat(disabled).hasToString("!cached");
        assertThat(chosen).hasToString("engine=documents");
        assertThat(legacy).hasToString("windows=legacy");
        assertThat(enabled.phrase()).isEqualTo("if a cache is in use");
        assertThat(disabled.phrase()).isEqualTo("unless a cache is in use");
        assertThat(chosen.phrase()).isEqualTo("if the database is a document store");
        assertThat(legacy.phrase()).isEqualTo("if the listening host runs Windows older than Server 2008");
        assertThat(enabled.feature()).contains(Shop.CACHED);
        assertThat(chosen.feature()).contains(Shop.ENGINE);
        assertThat(legacy.feature()).isEmpty();
        assertThat(enabled).isNotEqualTo(disabled).isEqualTo(Condition.enabled(Shop.CACHED));
    }

    @Test
    void featuresKnowTheirDefaultAndOptions() {
        assertThat(Shop.CACHED.enabledByDefault()).contains(false);
        assertThat(Toggle.of("cached", "a cache is in use", Shop.PLACE).enabledByDefault())
                .isEmpty();
        assertThat(Shop.ENGINE.options()).containsExactly(Shop.Engine.SQL, Shop.Engine.DOCUMENTS);
        assertThat(Shop.ENGINE.defaultOption()).contains(Shop.Engine.SQL);
        assertThat(Choice.of("engine", "the database", Shop.PLACE, Shop.Engine.class)
                        .defaultOption())
                .isEmpty();
        assertThat(Shop.ENGINE).hasToString("engine");
        assertThat(Shop.CACHED).hasToString("cached");
    }

    @Test
    void generationsOfWindowsDifferInTheirDynamicRange() {
        assertThat(WindowsGeneration.LEGACY.dynamicPorts()).isEqualTo(DynamicPorts.LEGACY);
        assertThat(WindowsGeneration.MODERN.dynamicPorts()).isEqualTo(DynamicPorts.MODERN);
    }

    @Test
    void endpointsHaveIdentifiersOfTheirConstants() {
        assertThat(Shop.Role.FRONT_END.id()).isEqualTo("front-end");
        assertThat(Infrastructure.DOMAIN_CONTROLLER.id()).isEqualTo("domain-controller");
        assertThat(Infrastructure.DOMAIN_CONTROLLER.title()).isEqualTo("Domain controller");
        assertThat(SameHost.LOCALHOST.id()).isEqualTo("localhost");
        assertThat(SameHost.LOCALHOST.title()).isEqualTo("Same host");
    }

    @Test
    void outsideSitesHaveANameOrAnAddressOrNeither() {
        for (String address : new String[] {
            "example.com", "*.example.com", "*xt.blob.core.windows.net", "host", "169.254.169.254", "2001:db8::1"
        }) {
            assertThat(OutsideSite.builder()
                            .id("site")
                            .title("Site")
                            .address(address)
                            .build()
                            .address())
                    .contains(address);
        }
        OutsideSite unnamed = OutsideSite.of("site", "Site");
        assertThat(unnamed.address()).isEmpty();
        assertThat(unnamed.serviceTag()).isEmpty();
        assertThat(unnamed).hasToString("site").isEqualTo(OutsideSite.of("site", "Site"));
    }

    @Test
    void servicesEqualByIdentifier() {
        assertThat(Service.of("rdp", "Remote Desktop")).isEqualTo(Service.RDP).hasSameHashCodeAs(Service.RDP);
        assertThat(Service.RDP).isNotEqualTo(Service.RPC).hasToString("rdp");
        assertThat(Service.RDP.title()).isEqualTo("RDP");
    }

    @Test
    void documentsAndErrataPrintInOneLine() {
        assertThat(Shop.HANDBOOK).hasToString("Shop: Operations handbook (2026-03-01)");
        assertThat(Shop.PLACE).hasToString("handbook: Servers, text");
        assertThat(Shop.TYPO).hasToString("typo");
        assertThat(Shop.TYPO.readings()).hasToString("[handbook: Servers, text: the port is 54332]");
    }
}
