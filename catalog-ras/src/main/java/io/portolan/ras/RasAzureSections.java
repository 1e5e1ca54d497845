package io.portolan.ras;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.ras.Ras.Role.AVD_VIRTUAL_MACHINE;
import static io.portolan.ras.RasServices.KMS;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.ras.Ras.Outside;

/** The section on Azure Virtual Desktop: rows 1 to 13 are its required addresses, rows 14 to 22 its optional ones. */
final class RasAzureSections {
    private RasAzureSections() {}

    static Section azureVirtualDesktop() {
        return RasArticle.AVD.section(
                row(1, required(1, Outside.AVD_SERVICE_TRAFFIC, HTTPS, 443).purpose("reaches the service")),
                row(2, agent(2, Outside.AVD_MONITORING)),
                row(3, retiredAgent(3, Outside.AVD_DIAGNOSTICS)),
                row(4, retiredAgent(4, Outside.AVD_BLOB_STORAGE)),
                row(5, retiredAgent(5, Outside.AVD_EVENT_HUBS)),
                row(6, retiredAgent(6, Outside.AVD_TABLE_STORAGE)),
                row(7, retiredAgent(7, Outside.AVD_QUEUE_STORAGE)),
                row(8, required(8, Outside.AZURE_MARKETPLACE, HTTPS, 443).purpose("reaches the marketplace")),
                row(
                        9,
                        required(9, Outside.AZURE_KMS, KMS, 1688)
                                .erratum(RasAzureErrata.LIST_OVERTAKEN)
                                .purpose("activates Windows")),
                row(
                        10,
                        required(10, Outside.AVD_AGENT_UPDATES, HTTPS, 443)
                                .purpose("updates the agent and the side-by-side stack")),
                row(
                        11,
                        required(11, Outside.AZURE_PORTAL_SUPPORT, HTTPS, 443)
                                .purpose("supports what the Azure portal shows")),
                row(
                        12,
                        to(Outside.AZURE_INSTANCE_METADATA, HTTP, 80)
                                .purpose("asks the metadata service about its own instance")),
                row(
                        13,
                        to(Outside.AZURE_HEALTH_MONITORING, HTTP, 80)
                                .purpose("lets Azure watch the health of the session host")),
                row(
                        14,
                        optional(1, Outside.MICROSOFT_ONLINE)
                                .note("In Azure Government the address is login.microsoftonline.us.")
                                .erratum(RasAzureErrata.GOVERNMENT_NAMES_LOST)
                                .purpose("authenticates to Microsoft Online Services")),
                row(15, optional(2, Outside.MICROSOFT_TELEMETRY).purpose("sends telemetry")),
                row(
                        16,
                        optional(3, Outside.CONNECTIVITY_TEST)
                                .erratum(RasAzureErrata.LIST_OVERTAKEN)
                                .purpose("tests whether Windows reaches the internet")),
                row(17, optional(4, Outside.WINDOWS_UPDATE).purpose("fetches updates of Windows")),
                row(
                        18,
                        optional(5, Outside.MICROSOFT_SIGN_IN)
                                .note("In Azure Government the address is login.microsoftonline.us.")
                                .erratum(RasAzureErrata.GOVERNMENT_NAMES_LOST)
                                .purpose("signs in to Microsoft Online Services and Microsoft 365")),
                row(
                        19,
                        to(Outside.ONEDRIVE_UPDATES, HTTPS, 443)
                                .optional()
                                .note("In Azure Government the address is oneclient.sfx.ms.")
                                .erratum(RasAzureErrata.GOVERNMENT_NAMES_LOST)
                                .purpose("updates OneDrive")),
                row(
                        20,
                        optional(7, Outside.DIGICERT)
                                .erratum(RasAzureErrata.LIST_OVERTAKEN)
                                .purpose("checks whether certificates are revoked")),
                row(21, dns(8, Outside.AZURE_DNS_COM)),
                row(22, dns(9, Outside.AZURE_DNS_NET)));
    }

    private static FlowDraft agent(int row, OutsideSite site) {
        return required(row, site, HTTPS, 443)
                .erratum(RasAzureErrata.ORDER_ASSUMED)
                .purpose("carries traffic of the agent");
    }

    private static FlowDraft retiredAgent(int row, OutsideSite site) {
        return agent(row, site).erratum(RasAzureErrata.LIST_OVERTAKEN);
    }

    private static FlowDraft dns(int row, OutsideSite site) {
        return optional(row, site).erratum(RasAzureErrata.ORDER_ASSUMED).purpose("resolves names in Azure DNS");
    }

    private static FlowDraft required(int row, OutsideSite site, Service service, int port) {
        return recovered(to(site, service, port), "commercial cloud, row " + row);
    }

    private static FlowDraft optional(int row, OutsideSite site) {
        return recovered(to(site, HTTPS, 443).optional(), "optional, row " + row);
    }

    private static FlowDraft recovered(FlowDraft draft, String row) {
        return draft.cite(RasArticle.REQUIRED_URLS
                        .heading(RasAzureErrata.REQUIRED_URLS_TABLES)
                        .place(row))
                .note("The address is recovered from Microsoft's list.")
                .erratum(RasAzureErrata.ADDRESSES_LOST);
    }

    private static FlowDraft to(OutsideSite site, Service service, int port) {
        return flow(AVD_VIRTUAL_MACHINE, site).tcp(service, port);
    }
}
