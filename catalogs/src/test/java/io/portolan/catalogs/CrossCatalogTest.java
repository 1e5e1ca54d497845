package io.portolan.catalogs;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Service;
import io.portolan.net.DynamicPorts;
import io.portolan.net.IpProtocol;
import io.portolan.rds.Rds;
import io.portolan.windows.Windows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents of different products held against each other: where they differ, an erratum says so. */
class CrossCatalogTest {
    private static ImmutableSet<String> traffic(FlowSet<?> flows) {
        return flows.stream().map(flow -> flow.traffic().toString()).collect(toImmutableSet());
    }

    private static boolean isHeldAgainst(String document, Flow flow) {
        return flow.errata().stream()
                .flatMap(erratum -> erratum.readings().stream())
                .anyMatch(reading -> reading.citation().document().id().equals(document));
    }

    @Test
    void licensingDiffersInTheLegacyRangeAlone() {
        ImmutableSet<String> rds =
                traffic(Catalogs.rds().flowsTo(Rds.Role.LICENSE_SERVER).from(Rds.Role.SESSION_HOST));
        Windows.Role licensing =
                Windows.services("TermServLicensing").iterator().next();
        ImmutableSet<String> windows = traffic(Catalogs.windows().flowsTo(licensing));
        assertThat(Sets.difference(windows, rds)).isEmpty();
        assertThat(Sets.difference(rds, windows)).containsExactlyInAnyOrder("tcp rpc-dynamic", "tcp 1024-65535");
        assertThat(Catalogs.rds().flowsTo(Rds.Role.LICENSE_SERVER).on(IpProtocol.TCP, 1024))
                .isNotEmpty()
                .allSatisfy(flow ->
                        assertThat(isHeldAgainst("windows-services", flow)).isTrue());
    }

    @Test
    void everyPrintedRangeThatIsNotADefaultIsExplained() {
        List<Flow> unusual = Catalogs.all().flows().stream()
                .filter(flow -> flow.ports().orElse(null) instanceof AllocatedPorts range
                        && range.stated().isPresent()
                        && !range.stated().get().equals(DynamicPorts.MODERN.ports())
                        && !range.stated().get().equals(DynamicPorts.LEGACY.ports()))
                .toList();
        assertThat(unusual)
                .extracting(flow -> flow.ports().orElseThrow().toString())
                .contains("1024-65535", "1024-5000");
        assertThat(unusual)
                .allSatisfy(flow ->
                        assertThat(flow.errata().size() + flow.notes().size()).isPositive());
    }

    @Test
    void dnsOverUdpAloneHasAnErratum() {
        ImmutableSet<String> overTcp = Catalogs.all().flows().withService(Service.DNS).over(IpProtocol.TCP).stream()
                .map(flow -> flow.source().id() + " " + flow.destination().id())
                .collect(toImmutableSet());
        List<Flow> overUdpAlone = Catalogs.all().flows().withService(Service.DNS).over(IpProtocol.UDP).stream()
                .filter(flow -> !overTcp.contains(
                        flow.source().id() + " " + flow.destination().id()))
                .filter(flow -> flow.destination() != Infrastructure.INTERNET)
                .toList();
        assertThat(overUdpAlone)
                .isNotEmpty()
                .allSatisfy(flow ->
                        assertThat(isHeldAgainst("windows-services", flow)).isTrue());
    }

    @Test
    void oneQuestionFindsWhatEveryProductOpensToSharedInfrastructure() {
        assertThat(Catalogs.all().flowsTo(Infrastructure.DOMAIN_CONTROLLER).stream()
                        .map(CrossCatalogTest::product)
                        .distinct())
                .contains("rds", "ras", "configmgr");
        assertThat(Catalogs.all().flowsTo(Infrastructure.SQL_SERVER).stream()
                        .map(CrossCatalogTest::product)
                        .distinct())
                .containsExactly("ras", "configmgr");
        assertThat(Catalogs.all().flowsOn(IpProtocol.TCP, 8530))
                .extracting(CrossCatalogTest::product)
                .contains("configmgr");
        assertThat(Catalogs.all().flowsOn(IpProtocol.TCP, 445))
                .extracting(CrossCatalogTest::product)
                .contains("rds", "ras", "configmgr", "windows");
    }

    private static String product(Flow flow) {
        return flow.id().substring(0, flow.id().indexOf('.'));
    }

    @Test
    void aDocumentIsTheSameInEveryCatalogThatCitesIt() {
        List<Erratum> errata = Catalogs.all().catalogs().stream()
                .flatMap(catalog -> catalog.errata().stream())
                .toList();
        ImmutableSet<String> inWindows = Catalogs.windows().edition().documents().stream()
                .map(Object::toString)
                .collect(toImmutableSet());
        assertThat(errata.stream()
                        .flatMap(erratum -> erratum.readings().stream())
                        .map(reading -> reading.citation().document())
                        .filter(document -> document.id().equals("windows-services"))
                        .map(document -> document + " " + document.address())
                        .distinct())
                .singleElement()
                .satisfies(text -> assertThat(inWindows)
                        .anySatisfy(known -> assertThat(text).startsWith(known)));
    }
}
