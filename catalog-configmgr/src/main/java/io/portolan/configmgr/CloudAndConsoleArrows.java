package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.ANY_HOST;
import static io.portolan.catalog.Infrastructure.INTERNET;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.configmgr.Arrows.arrow;
import static io.portolan.configmgr.Arrows.udpEndpointMapper;
import static io.portolan.configmgr.Arrows.wsusHttp;
import static io.portolan.configmgr.Arrows.wsusHttps;
import static io.portolan.configmgr.ConfigMgr.Role.CLIENT;
import static io.portolan.configmgr.ConfigMgr.Role.CLOUD_MANAGEMENT_GATEWAY;
import static io.portolan.configmgr.ConfigMgr.Role.CMG_CONNECTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CONSOLE;
import static io.portolan.configmgr.ConfigMgr.Role.MANAGEMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.REPORTING_SERVICES_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.SITE_SERVER;
import static io.portolan.configmgr.ConfigMgr.Role.SMS_PROVIDER;
import static io.portolan.configmgr.ConfigMgr.Role.SOFTWARE_UPDATE_POINT;
import static io.portolan.configmgr.ConfigMgrArticle.DOCUMENT;
import static io.portolan.configmgr.ConfigMgrServices.CMG_CHANNEL;
import static io.portolan.configmgr.ConfigMgrServices.REMOTE_ASSISTANCE;
import static io.portolan.configmgr.ConfigMgrServices.REMOTE_CONTROL;

import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Section;
import io.portolan.configmgr.ConfigMgr.CmgChannel;
import io.portolan.configmgr.ConfigMgr.CmgDeployment;
import io.portolan.configmgr.ConfigMgr.CmgSize;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;
import io.portolan.net.PortSet;

/** The arrows from the CMG connection point and from the Configuration Manager console. */
final class CloudAndConsoleArrows {
    private static final String DOWNLOADS_NOTE =
            "It is for updates that go into deployment packages, feedback, documentation, and items of the Community"
                    + " hub.";

    private CloudAndConsoleArrows() {}

    static void addTo(CatalogBuilder<Role> catalog) {
        catalog.section(toScaleSet())
                .section(toClassicService())
                .section(toManagementPoint())
                .section(toSoftwareUpdatePoint())
                .section(consoleToClient())
                .section(consoleToInternet())
                .section(consoleToReporting())
                .section(consoleToSiteServer())
                .section(consoleToProvider());
    }

    private static Section toScaleSet() {
        return arrow(
                ConfigMgrArticle.CMG_TO_SCALE_SET,
                toGateway(CmgDeployment.VM_SCALE_SET)
                        .tcp(HTTPS, 443)
                        .when(Features.CMG_SIZE, CmgSize.ONE_VM)
                        .variant("scale-set-one-vm"),
                toGateway(CmgDeployment.VM_SCALE_SET)
                        .tcp(HTTPS, severalVirtualMachines())
                        .when(Features.CMG_SIZE, CmgSize.SEVERAL_VMS)
                        .variant("scale-set-several-vms"));
    }

    private static Section toClassicService() {
        return arrow(
                ConfigMgrArticle.CMG_TO_CLASSIC,
                toGateway(CmgDeployment.CLASSIC)
                        .tcp(CMG_CHANNEL, PortSpec.of(PortSet.ofRange(10_140, 10_155)))
                        .when(Features.CMG_CHANNEL, CmgChannel.TCP_TLS),
                toGateway(CmgDeployment.CLASSIC)
                        .tcp(HTTPS, 443)
                        .when(Features.CMG_CHANNEL, CmgChannel.HTTPS)
                        .when(Features.CMG_SIZE, CmgSize.ONE_VM)
                        .variant("classic-one-vm"),
                toGateway(CmgDeployment.CLASSIC)
                        .tcp(HTTPS, severalVirtualMachines())
                        .when(Features.CMG_CHANNEL, CmgChannel.HTTPS)
                        .when(Features.CMG_SIZE, CmgSize.SEVERAL_VMS)
                        .variant("classic-several-vms"));
    }

    private static FlowDraft toGateway(CmgDeployment deployment) {
        return flow(CMG_CONNECTION_POINT, CLOUD_MANAGEMENT_GATEWAY)
                .when(Features.CMG_DEPLOYMENT, deployment)
                .purpose("builds the channel to the gateway in Azure");
    }

    private static PortSpec severalVirtualMachines() {
        return PortSpec.of(PortSet.ofRange(10_124, 10_139));
    }

    private static Section toManagementPoint() {
        return arrow(
                ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT,
                flow(CMG_CONNECTION_POINT, MANAGEMENT_POINT)
                        .tcp(HTTPS, Ports.CLIENT_HTTPS)
                        .when(Features.CMG_HTTPS_MANAGEMENT_POINTS)
                        .erratum(ConfigMgrErrata.CMG_MANAGEMENT_POINT_PORTS)
                        .purpose("passes on what clients ask of management points"),
                flow(CMG_CONNECTION_POINT, MANAGEMENT_POINT)
                        .tcp(HTTP, Ports.CLIENT_HTTP)
                        .when(Features.CMG_HTTP_MANAGEMENT_POINTS)
                        .erratum(ConfigMgrErrata.CMG_MANAGEMENT_POINT_PORTS)
                        .purpose("passes on what clients ask of management points"));
    }

    private static Section toSoftwareUpdatePoint() {
        return arrow(
                ConfigMgrArticle.CMG_TO_UPDATES,
                wsusHttps(toUpdates(), Ports.WSUS_HTTPS),
                wsusHttp(toUpdates(), Ports.WSUS_HTTP).note(ClientArrows.WSUS_HTTP_NOTE));
    }

    private static FlowDraft toUpdates() {
        return flow(CMG_CONNECTION_POINT, SOFTWARE_UPDATE_POINT)
                .erratum(ConfigMgrErrata.CMG_SOFTWARE_UPDATE_POINT_PORTS)
                .purpose("passes on what clients ask of software update points");
    }

    private static Section consoleToClient() {
        return arrow(
                ConfigMgrArticle.CONSOLE_TO_CLIENT,
                flow(CONSOLE, CLIENT)
                        .tcp(REMOTE_CONTROL, 2701)
                        .when(Features.REMOTE_CONTROL)
                        .purpose("takes over a client"),
                flow(CONSOLE, CLIENT)
                        .tcp(REMOTE_ASSISTANCE, 3389)
                        .when(Features.REMOTE_ASSISTANCE)
                        .purpose("helps the user of a client"));
    }

    private static Section consoleToInternet() {
        return arrow(
                DOCUMENT.heading("Configuration Manager console --> internet"),
                flow(CONSOLE, INTERNET)
                        .tcp(HTTP, 80)
                        .note(DOWNLOADS_NOTE)
                        .purpose("downloads updates and opens pages of Microsoft"),
                flow(CONSOLE, INTERNET)
                        .tcp(HTTPS, 443)
                        .note(DOWNLOADS_NOTE)
                        .purpose("downloads updates and opens pages of Microsoft"));
    }

    private static Section consoleToReporting() {
        return arrow(
                DOCUMENT.heading("Configuration Manager console --> Reporting services point"),
                flow(CONSOLE, REPORTING_SERVICES_POINT)
                        .tcp(HTTP, Ports.REPORTING_HTTP)
                        .purpose("shows reports"),
                flow(CONSOLE, REPORTING_SERVICES_POINT)
                        .tcp(HTTPS, Ports.REPORTING_HTTPS)
                        .purpose("shows reports"));
    }

    private static Section consoleToSiteServer() {
        return arrow(
                ConfigMgrArticle.CONSOLE_TO_SITE_SERVER,
                flow(CONSOLE, SITE_SERVER)
                        .tcp(RPC_ENDPOINT_MAPPER, 135)
                        .erratum(ConfigMgrErrata.DYNAMIC_RANGE_NOT_LISTED)
                        .purpose("asks by WMI where the SMS Provider is"));
    }

    private static Section consoleToProvider() {
        return ConfigMgrArticle.CONSOLE_TO_PROVIDER.section(
                row(
                        1,
                        udpEndpointMapper(flow(CONSOLE, SMS_PROVIDER)).purpose("finds the SMS Provider"),
                        flow(CONSOLE, SMS_PROVIDER)
                                .tcp(RPC_ENDPOINT_MAPPER, 135)
                                .purpose("finds the SMS Provider")),
                row(2, flow(CONSOLE, SMS_PROVIDER).tcp(RPC, rpcDynamic()).purpose("works with the site")),
                row(3, flow(CONSOLE, SMS_PROVIDER).tcp(HTTPS, 443).purpose("calls the administration service")),
                row(
                        ConfigMgrArticle.ADMINISTRATION_SERVICE_NOTE,
                        flow(ANY_HOST, SMS_PROVIDER)
                                .tcp(HTTPS, 443)
                                .when(Features.ADMINISTRATION_SERVICE)
                                .purpose("calls the administration service")));
    }
}
