package io.portolan.sitefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.catalogs.Catalogs;
import io.portolan.configmgr.ConfigMgr;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import io.portolan.ras.Ras;
import io.portolan.rds.Rds;
import io.portolan.site.Decision;
import io.portolan.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site file means. */
class SiteFileTest {
    private static final Path EXAMPLES = Path.of("src", "test", "resources", "site");

    private static SiteFile example(String name) {
        return SiteFile.read(EXAMPLES.resolve(name));
    }

    private static Site site(SiteFile file, String deployment) {
        return file.deployment(deployment).orElseThrow().resolution().site();
    }

    @Test
    void answersAtTheTopAreForAllDeployments() {
        SiteFile company = example("company.yaml");
        Site common = Site.builder()
                .windows(WindowsEstate.MODERN)
                .dynamicPorts(DynamicPorts.of(50_000, 50_999))
                .staticRpc(RpcService.NTDS, 50_001)
                .optionalFlows(false)
                .windows(Infrastructure.DOMAIN_CONTROLLER, WindowsEstate.MODERN)
                .dynamicPorts(Infrastructure.DOMAIN_CONTROLLER, DynamicPorts.rpcOnly(PortSet.ofRange(5001, 5100)))
                .staticRpc(Infrastructure.DOMAIN_CONTROLLER, RpcService.NTDS, 50_002)
                .staticRpc(Infrastructure.DOMAIN_CONTROLLER, RpcService.NETLOGON, 50_003)
                .build();
        assertThat(company.common()).isEqualTo(common);
        assertThat(site(company, "farm-south")).isEqualTo(common);
        assertThat(site(company, "rds"))
                .isEqualTo(common.mergedWith(Site.builder()
                        .set(Rds.Ports.RDP, 3390)
                        .set(Rds.Ports.WMI_FIXED, 24_158)
                        .enable(Rds.Features.NPS)
                        .disable(Rds.Features.DIRECT_CLIENTS)
                        .windows(Rds.Role.SESSION_HOST, WindowsEstate.LEGACY)
                        .build()));
    }

    @Test
    void installationsOfOneProductAnswerForThemselves() {
        SiteFile company = example("company.yaml");
        assertThat(company.deployments())
                .extracting(deployment -> deployment.name() + ":"
                        + deployment.resolution().catalog().id())
                .containsExactly("rds:rds", "farm-north:ras", "farm-south:ras", "configmgr:configmgr");
        assertThat(site(company, "farm-north"))
                .isEqualTo(company.common()
                        .mergedWith(Site.builder()
                                .windows(WindowsEstate.MIXED)
                                .set(Ras.Ports.GATEWAY_SSL, 8443)
                                .optionalFlow(
                                        Catalogs.ras()
                                                .flow("ras.avd-virtual-machine.digicert.https-tcp")
                                                .orElseThrow(),
                                        true)
                                .build()));
        assertThat(company.deployment("ras")).isEmpty();
    }

    @Test
    void choicesAreAnsweredByTheirForms() {
        assertThat(site(example("company.yaml"), "configmgr").answer(Decision.of(ConfigMgr.Features.CMG_CHANNEL)))
                .hasValueSatisfying(answer -> assertThat(answer.text()).isEqualTo("https"));
    }

    @Test
    void jsonSaysTheSame() {
        SiteFile farm = example("farm.json");
        assertThat(site(farm, "ras"))
                .isEqualTo(Site.builder()
                        .optionalFlows(true)
                        .set(Ras.Ports.GATEWAY_SSL, 8443)
                        .dynamicPorts(Infrastructure.SQL_SERVER, DynamicPorts.LEGACY)
                        .build());
        assertThat(SiteFile.parse(
                                "a.yaml", "{\"deployments\": {\"ras\": {}}}", java.time.LocalDate.EPOCH, Catalogs.all())
                        .deployments())
                .hasSize(1);
    }

    @Test
    void aFileMayHaveOnlyCommonAnswers() {
        SiteFile file = SiteFile.parse("site.yaml", "windows: mixed\n", java.time.LocalDate.EPOCH, Catalogs.all());
        assertThat(file.deployments()).isEmpty();
        assertThat(file.common())
                .isEqualTo(Site.builder().windows(WindowsEstate.MIXED).build());
        assertThat(file.name()).isEqualTo("site.yaml");
    }

    @Test
    void theCatalogMayStandBelowTheAnswers() {
        SiteFile file = SiteFile.parse(
                "site.yaml",
                "deployments: {a: {settings: {mail-port: 25}, catalog: ras}}\n",
                java.time.LocalDate.EPOCH,
                Catalogs.all());
        assertThat(site(file, "a"))
                .isEqualTo(Site.builder().set(Ras.Ports.MAIL, 25).build());
    }

    /** An outside site of two catalogs is one key at the top, though each catalog describes it in its own way. */
    @Test
    void aSharedEndpointIsAnsweredForAllCatalogs() {
        Endpoint azure = Catalogs.configMgr().endpoint("azure").orElseThrow();
        SiteFile file = SiteFile.parse(
                "site.yaml", "endpoints: {azure: {windows: legacy}}\n", java.time.LocalDate.EPOCH, Catalogs.all());
        assertThat(file.common().answer(Decision.windows(azure))).isPresent();
        assertThat(EndpointNames.shared(Catalogs.all()).get("azure")).contains(azure);
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsAreRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, "\uFEFFwindows: legacy\r\ndeployments:\r\n  rds: {}\r\n", UTF_8);
        assertThat(site(SiteFile.read(file), "rds"))
                .isEqualTo(Site.builder().windows(WindowsEstate.LEGACY).build());
        Path json = folder.resolve("SITE.JSON");
        Files.writeString(json, "\uFEFF{\"windows\": \"legacy\"}", UTF_8);
        assertThat(SiteFile.read(json).deployments()).isEmpty();
    }
}
