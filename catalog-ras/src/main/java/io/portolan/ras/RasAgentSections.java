package io.portolan.ras;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.CERTIFICATION_AUTHORITY;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.SameHost.LOCALHOST;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.ras.Ras.Outside.AWS;
import static io.portolan.ras.Ras.Outside.AZURE;
import static io.portolan.ras.Ras.Outside.FSLOGIX;
import static io.portolan.ras.Ras.Role.CONNECTION_BROKER;
import static io.portolan.ras.Ras.Role.ENROLLMENT_SERVER;
import static io.portolan.ras.Ras.Role.GUEST_AGENT;
import static io.portolan.ras.Ras.Role.HYPER_V;
import static io.portolan.ras.Ras.Role.NUTANIX;
import static io.portolan.ras.Ras.Role.PROVIDER_AGENT;
import static io.portolan.ras.Ras.Role.REMOTE_PC_AGENT;
import static io.portolan.ras.Ras.Role.REMOTE_PC_OVER_VDI;
import static io.portolan.ras.Ras.Role.SCALE;
import static io.portolan.ras.Ras.Role.SESSION_HOST_AGENT;
import static io.portolan.ras.Ras.Role.TENANT_BROKER;
import static io.portolan.ras.Ras.Role.VMWARE;
import static io.portolan.ras.RasAccessSections.performanceData;
import static io.portolan.ras.RasServices.AGENT;
import static io.portolan.ras.RasServices.BROKER;
import static io.portolan.ras.RasServices.ENROLLMENT;
import static io.portolan.ras.RasServices.INTERNAL_COMMANDS;

import io.portolan.catalog.Cast;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.net.PortSet;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Role;

/** The sections on agents, the Enrollment Server and the Tenant Broker. */
final class RasAgentSections {
    private static final String GUESTS_NOTE =
            "Guests of Azure Virtual Desktop are named, but every guest has this agent.";
    private static final String REST_NOTE = "The commands go by REST.";

    private RasAgentSections() {}

    static Section providerAgent() {
        return RasArticle.PROVIDER_AGENT.section(
                row(
                        1,
                        flow(PROVIDER_AGENT, CONNECTION_BROKER)
                                .tcp(BROKER, 20_003)
                                .erratum(RasAdministrationErrata.BROKER_PORT_TRANSPORTS)
                                .purpose("talks to the broker")),
                row(
                        2,
                        flow(PROVIDER_AGENT, GUEST_AGENT).tcp(AGENT, 30_010).purpose("sends commands to guests"),
                        flow(PROVIDER_AGENT, GUEST_AGENT)
                                .udp(AGENT, 30_009)
                                .purpose("makes the initial handshake with a guest")),
                row(3, performanceData(PROVIDER_AGENT).when(Features.HYPER_V).erratum(RasErrata.SOURCE_CELL_LOST)),
                row(
                        4,
                        byRpc(flow(PROVIDER_AGENT, HYPER_V))
                                .purpose("asks if a guest runs; exports, imports, deletes, stops, restarts or suspends"
                                        + " it")),
                row(
                        5,
                        flow(PROVIDER_AGENT, NUTANIX)
                                .tcp(RasServices.NUTANIX, 9440)
                                .purpose("asks if a guest runs; exports, imports, deletes, stops, restarts or suspends"
                                        + " it")),
                row(
                        6,
                        flow(PROVIDER_AGENT, VMWARE)
                                .tcp(HTTPS, 443)
                                .purpose("asks if a guest runs; clones, deletes, stops, restarts or suspends it")),
                row(7, clones(AZURE)),
                row(8, clones(AWS)),
                row(9, clones(SCALE)),
                row(
                        10,
                        byRpc(flow(PROVIDER_AGENT, REMOTE_PC_OVER_VDI))
                                .purpose("asks if the computer runs; stops, restarts or suspends it")));
    }

    static Section enrollmentServer() {
        return RasArticle.ENROLLMENT_SERVER.section(
                row(
                        1,
                        RasBrokerSections.directory(ENROLLMENT_SERVER),
                        RasBrokerSections.globalCatalog(ENROLLMENT_SERVER),
                        RasBrokerSections.kerberos(ENROLLMENT_SERVER)
                                .erratum(RasErrata.KERBEROS_WITH_DNS)
                                .purpose("gets Kerberos tickets"),
                        RasBrokerSections.names(ENROLLMENT_SERVER).erratum(RasErrata.KERBEROS_WITH_DNS)),
                row(
                        2,
                        flow(ENROLLMENT_SERVER, CONNECTION_BROKER)
                                .tcp(BROKER, 20_003)
                                .erratum(RasAdministrationErrata.BROKER_PORT_TRANSPORTS)
                                .purpose("takes over settings and reports performance counters"),
                        flow(ENROLLMENT_SERVER, CONNECTION_BROKER)
                                .udp(BROKER, 20_003)
                                .erratum(RasAdministrationErrata.BROKER_PORT_TRANSPORTS)
                                .note("UDP stands for this by the order of the lines alone.")
                                .purpose("denies a connection request")),
                row(
                        3,
                        byRpc(flow(ENROLLMENT_SERVER, CERTIFICATION_AUTHORITY))
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .purpose("requests certificates by DCOM")));
    }

    static Section sessionHostAgent() {
        return RasArticle.SESSION_HOST_AGENT.section(
                row(
                        1,
                        flow(SESSION_HOST_AGENT, CONNECTION_BROKER)
                                .tcp(BROKER, 20_003)
                                .udp(BROKER, 20_003)
                                .erratum(RasErrata.SOURCE_WITHOUT_BAR)
                                .erratum(RasAdministrationErrata.BROKER_PORT_TRANSPORTS)
                                .purpose("talks to the broker")),
                row(2, internalCommands(SESSION_HOST_AGENT).erratum(RasErrata.SOURCE_CELL_LOST)),
                row(3, fslogix(SESSION_HOST_AGENT)),
                row(4, performanceData(SESSION_HOST_AGENT)),
                row(5, credentials(SESSION_HOST_AGENT)));
    }

    static Section guestAgent() {
        return RasArticle.GUEST_AGENT.section(
                row(
                        1,
                        flow(GUEST_AGENT, PROVIDER_AGENT)
                                .tcp(AGENT, 30_006)
                                .note(GUESTS_NOTE)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("talks to the Provider Agent"),
                        flow(GUEST_AGENT, PROVIDER_AGENT)
                                .udp(AGENT, 30_006)
                                .note(GUESTS_NOTE)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("talks to the Provider Agent and sends it a heartbeat"),
                        flow(GUEST_AGENT, PROVIDER_AGENT)
                                .udp(AGENT, 30_006)
                                .cast(Cast.BROADCAST)
                                .variant("discovery")
                                .note(GUESTS_NOTE)
                                .erratum(RasErrata.TWO_NAMES)
                                .note("The row gives TCP and UDP for all it says; a broadcast can be UDP alone.")
                                .note("A Provider Agent answers although no packet was addressed to it; the article"
                                        + " does not list the answer.")
                                .purpose("looks for a Provider Agent in its subnet")),
                row(2, internalCommands(GUEST_AGENT).note(GUESTS_NOTE)),
                row(3, performanceData(GUEST_AGENT).note(GUESTS_NOTE).erratum(RasErrata.SOURCE_CELL_LOST)),
                row(4, credentials(GUEST_AGENT).note(GUESTS_NOTE)),
                row(5, fslogix(GUEST_AGENT).note(GUESTS_NOTE)));
    }

    static Section remotePcAgent() {
        return RasArticle.REMOTE_PC_AGENT.section(
                row(
                        1,
                        flow(REMOTE_PC_AGENT, CONNECTION_BROKER)
                                .tcp(BROKER, 20_003)
                                .udp(BROKER, 20_003)
                                .erratum(RasAdministrationErrata.BROKER_PORT_TRANSPORTS)
                                .purpose("talks to the broker")),
                row(2, internalCommands(REMOTE_PC_AGENT)),
                row(3, performanceData(REMOTE_PC_AGENT).erratum(RasErrata.SOURCE_CELL_LOST)),
                row(4, credentials(REMOTE_PC_AGENT).udp(ENROLLMENT, 30_030)),
                row(5, fslogix(REMOTE_PC_AGENT)));
    }

    static Section tenantBroker() {
        return RasArticle.TENANT.section(row(
                1,
                flow(CONNECTION_BROKER, TENANT_BROKER)
                        .tcp(BROKER, 20_003)
                        .when(Features.TENANT)
                        .note("The source is a Connection Broker of the tenant.")
                        .erratum(RasAdministrationErrata.BROKER_PORT_TRANSPORTS)
                        .purpose("joins the Tenant Broker and keeps settings and states in step")));
    }

    /** RPC whose dynamic range the article prints in numbers. */
    private static FlowDraft byRpc(FlowDraft draft) {
        return draft.tcp(RPC_ENDPOINT_MAPPER, 135).tcp(RPC, rpcDynamic(PortSet.ofRange(49_152, 65_535)));
    }

    private static FlowDraft clones(Endpoint provider) {
        return flow(PROVIDER_AGENT, provider)
                .tcp(HTTPS, 443)
                .note(REST_NOTE)
                .purpose("asks if a guest runs; clones, stops or restarts it");
    }

    private static FlowDraft internalCommands(Role agent) {
        return flow(agent, LOCALHOST)
                .tcp(INTERNAL_COMMANDS, 30_005)
                .purpose("commands memshell and the printer redirector");
    }

    private static FlowDraft fslogix(Role agent) {
        return flow(agent, FSLOGIX).tcp(HTTPS, 443).purpose("downloads the installer of FSLogix");
    }

    private static FlowDraft credentials(Role agent) {
        return flow(agent, ENROLLMENT_SERVER)
                .tcp(ENROLLMENT, 30_030)
                .note("The PrlsSCDriver part of the agent opens it.")
                .erratum(RasAdministrationErrata.ENROLLMENT_TRANSPORTS)
                .purpose("fetches credentials for a logon");
    }
}
