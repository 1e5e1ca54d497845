package io.portolan.windows;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.ANY_HOST;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Service;
import io.portolan.net.PortSet;

/** The rows that many sections have in common. */
final class Listening {
    static final String HEADING_MISSING =
            "The port can be customized; the heading of the article that explains how is missing.";

    static final String FIXED_OR_NARROWED =
            "Some RPC services accept a fixed port, and the dynamic RPC range of a host can be narrowed"
                    + " (Microsoft KB 154596).";

    static final String DHCP_NOTE =
            "A client broadcasts from its port 68, and is answered there; relays carry the question to other subnets.";

    private Listening() {}

    static FlowDraft to(Windows.Role listener) {
        return flow(ANY_HOST, listener);
    }

    /** The range that rows print for "randomly allocated high TCP ports". */
    static final PortSet MODERN_RANGE = PortSet.ofRange(49_152, 65_535);

    static AllocatedPorts modernRange() {
        return PortSpec.rpcDynamic(MODERN_RANGE);
    }

    static FlowDraft endpointMapper(Windows.Role listener) {
        return to(listener).tcp(Service.RPC_ENDPOINT_MAPPER, 135).purpose("asks on which port the service answers RPC");
    }

    static FlowDraft dynamicRpc(Windows.Role listener) {
        return dynamicRpc(listener, modernRange());
    }

    /** A row of a service that can be given one fixed port instead. */
    static FlowDraft dynamicRpc(Windows.Role listener, RpcService service) {
        return dynamicRpc(listener, modernRange().of(service));
    }

    private static FlowDraft dynamicRpc(Windows.Role listener, AllocatedPorts ports) {
        return to(listener)
                .tcp(Service.RPC, ports)
                .erratum(RangeErrata.MODERN_RANGE_ONLY)
                .erratum(RangeErrata.RULES_DIFFER)
                .purpose("calls the service on the port that the endpoint mapper answered");
    }

    static FlowDraft netbiosDatagram(Windows.Role listener) {
        return to(listener)
                .udp(Service.NETBIOS_DATAGRAM, 138)
                .erratum(WindowsErrata.NETBIOS_OPTIONAL)
                .purpose("sends NetBIOS datagrams");
    }

    static FlowDraft netbiosName(Windows.Role listener) {
        return to(listener)
                .udp(Service.NETBIOS_NAME, 137)
                .erratum(WindowsErrata.NETBIOS_OPTIONAL)
                .purpose("resolves NetBIOS names");
    }

    static FlowDraft netbiosSession(Windows.Role listener) {
        return to(listener)
                .tcp(Service.NETBIOS_SESSION, 139)
                .erratum(WindowsErrata.NETBIOS_OPTIONAL)
                .purpose("reaches the service through a NetBIOS session");
    }

    static FlowDraft smb(Windows.Role listener) {
        return to(listener).tcp(Service.SMB, 445).purpose("reaches the service over SMB");
    }

    /** A row of a service that needs of a firewall what File and Printer Sharing needs. */
    static FlowDraft sharing(FlowDraft draft) {
        return draft.erratum(WindowsErrata.SHARING_PORTS_UNLISTED);
    }
}
