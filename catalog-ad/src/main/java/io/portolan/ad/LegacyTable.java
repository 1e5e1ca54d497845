package io.portolan.ad;

import static io.portolan.ad.Parties.dnsRow;
import static io.portolan.ad.Parties.globalCatalogRow;
import static io.portolan.ad.Parties.replicationRow;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Service.DNS;
import static io.portolan.catalog.Service.KERBEROS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;

import io.portolan.ad.ActiveDirectory.Features;
import io.portolan.ad.ActiveDirectory.SysvolReplication;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Section;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.net.PortSet;
import java.util.function.UnaryOperator;

/** The first table, which is of Windows 2000 and Windows Server 2003: each flow holds where such a host listens. */
final class LegacyTable {
    private static final PortSet RANGE = PortSet.ofRange(1024, 65_535);

    private LegacyTable() {}

    static Section read() {
        return AdArticle.LEGACY.section(
                Parties.row(
                        1,
                        legacy(draft -> draft.tcp(RPC_ENDPOINT_MAPPER, 135)
                                .purpose("asks on which ports LSA, SAM and Net Logon answer RPC"))),
                ModernTable.accountsRow(2, RANGE, WindowsGeneration.LEGACY, "legacy-"),
                Parties.row(
                        3, legacy(draft -> draft.tcp(LDAP, 389).udp(LDAP, 389).purpose("searches the directory"))),
                Parties.row(
                        4,
                        legacy(draft ->
                                draft.tcp(LDAPS, 636).when(Features.LDAPS).purpose("searches the directory over TLS"))),
                globalCatalogRow(
                        5,
                        legacy(draft ->
                                draft.tcp(AdServices.GLOBAL_CATALOG_LDAP, 3268).purpose("searches the whole forest"))),
                globalCatalogRow(
                        6,
                        legacy(draft -> draft.tcp(AdServices.GLOBAL_CATALOG_LDAPS, 3269)
                                .when(Features.LDAPS)
                                .purpose("searches the whole forest over TLS"))),
                dnsRow(
                        7,
                        legacy(draft -> draft.tcp(DNS, 53)
                                .udp(DNS, 53)
                                .purpose("resolves names and finds domain controllers"))),
                Parties.row(
                        8,
                        legacy(draft -> draft.tcp(KERBEROS, 88)
                                .udp(KERBEROS, 88)
                                .purpose("authenticates users and computers"))),
                Parties.row(
                        9,
                        legacy(draft -> draft.tcp(SMB, 445)
                                .purpose("reads SYSVOL and NETLOGON, and reaches Net Logon through named pipes"))),
                replicationRow(
                        10,
                        draft -> draft.tcp(RPC, rpcDynamic(RANGE).of(RpcService.FRS))
                                .when(Features.SYSVOL_REPLICATION, SysvolReplication.FRS)
                                .when(WindowsGeneration.LEGACY)
                                .erratum(AdErrata.LEGACY_RANGE)
                                .variant("legacy-frs")
                                .purpose("replicates SYSVOL")));
    }

    /** Returns what holds where a host of the older generation listens. */
    private static UnaryOperator<FlowDraft> legacy(UnaryOperator<FlowDraft> service) {
        return draft -> service.apply(draft).when(WindowsGeneration.LEGACY).variant("legacy");
    }
}
