package io.portolan.ad;

import static io.portolan.ad.Parties.dnsRow;
import static io.portolan.ad.Parties.globalCatalogRow;
import static io.portolan.ad.Parties.outsideTunnel;
import static io.portolan.ad.Parties.replicationRow;
import static io.portolan.ad.Parties.row;
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
import io.portolan.catalog.Row;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Section;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The table for Windows Server 2008 and later. */
final class ModernTable {
    static final String REPLICATION_NOTE =
            "Between domain controllers the directory itself replicates on the port of LSA and SAM.";

    private static final PortSet RANGE = PortSet.ofRange(49_152, 65_535);

    private ModernTable() {}

    static Section read() {
        return AdArticle.MODERN.section(
                row(
                        1,
                        draft -> draft.udp(AdServices.NTP, 123)
                                .erratum(AdErrata.LEGACY_ROWS_MISSING)
                                .purpose("synchronizes the clock"),
                        draft -> draft.udp(AdServices.NTP, 123)
                                .when(Features.TIME_ACROSS_TRUST)
                                .erratum(AdErrata.LEGACY_ROWS_MISSING)
                                .cite(AdArticle.MODERN.place("note"))
                                .purpose("synchronizes the clock")),
                row(
                        2,
                        draft -> draft.tcp(RPC_ENDPOINT_MAPPER, 135)
                                .purpose("asks on which ports LSA, SAM and Net Logon answer RPC")),
                row(
                        3,
                        draft -> draft.tcp(AdServices.KERBEROS_PASSWORD, 464)
                                .udp(AdServices.KERBEROS_PASSWORD, 464)
                                .erratum(AdErrata.PASSWORD_CLIENT_PORTS)
                                .erratum(AdErrata.LEGACY_ROWS_MISSING)
                                .purpose("changes passwords")),
                accountsRow(4, RANGE, WindowsGeneration.MODERN, ""),
                row(5, draft -> draft.tcp(LDAP, 389).udp(LDAP, 389).purpose("searches the directory")),
                row(6, draft -> draft.tcp(LDAPS, 636).when(Features.LDAPS).purpose("searches the directory over TLS")),
                globalCatalogRow(
                        7,
                        draft -> draft.tcp(AdServices.GLOBAL_CATALOG_LDAP, 3268).purpose("searches the whole forest")),
                globalCatalogRow(
                        8,
                        draft -> draft.tcp(AdServices.GLOBAL_CATALOG_LDAPS, 3269)
                                .when(Features.LDAPS)
                                .purpose("searches the whole forest over TLS")),
                dnsRow(
                        9,
                        draft ->
                                draft.tcp(DNS, 53).udp(DNS, 53).purpose("resolves names and finds domain controllers")),
                replicationRow(
                        10,
                        draft -> draft.tcp(RPC, rpcDynamic(RANGE).of(RpcService.FRS))
                                .when(Features.SYSVOL_REPLICATION, SysvolReplication.FRS)
                                .when(WindowsGeneration.MODERN)
                                .variant("frs")
                                .purpose("replicates SYSVOL")),
                row(
                        11,
                        draft ->
                                draft.tcp(KERBEROS, 88).udp(KERBEROS, 88).purpose("authenticates users and computers")),
                row(
                        12,
                        draft -> draft.tcp(SMB, 445)
                                .erratum(AdErrata.SMB_CLIENT_UDP)
                                .purpose("reads SYSVOL and NETLOGON, and reaches Net Logon through named pipes"),
                        draft -> draft.tcp(SMB, 445)
                                .when(Features.TRUST_CREATION)
                                .erratum(AdErrata.SMB_CLIENT_UDP)
                                .cite(AdArticle.MODERN.place("(**)"))
                                .note("A trust that exists works without it.")
                                .purpose("sets up the trust")),
                replicationRow(
                        13,
                        draft -> draft.tcp(RPC, rpcDynamic(RANGE).of(RpcService.DFSR))
                                .when(Features.SYSVOL_REPLICATION, SysvolReplication.DFSR)
                                .when(WindowsGeneration.MODERN)
                                .variant("dfsr")
                                .purpose("replicates SYSVOL")));
    }

    /**
     * Returns the row of LSA, SAM and Net Logon: two RPC services, of which each can be given a fixed port.
     *
     * @param prefix what the variants begin with
     */
    static Row accountsRow(int number, PortSet range, WindowsGeneration generation, String prefix) {
        List<FlowDraft> drafts = new ArrayList<>();
        List<Supplier<FlowDraft>> pairs =
                List.of(Parties::member, Parties::controllers, Parties::trusting, Parties::trusted);
        for (int i = 0; i < pairs.size(); i++) {
            for (RpcService service : List.of(RpcService.NTDS, RpcService.NETLOGON)) {
                boolean accounts = service == RpcService.NTDS;
                FlowDraft draft = pairs.get(i)
                        .get()
                        .tcp(RPC, rpcDynamic(range).of(service))
                        .cite(AdArticle.MODERN.place("(*)"))
                        .when(generation)
                        .variant(prefix + (accounts ? "lsa-sam" : "netlogon"))
                        .purpose(
                                accounts
                                        ? "looks up accounts and their rights"
                                        : "passes logons on and keeps the secure channel");
                if (i >= 2) {
                    outsideTunnel(draft);
                } else if (i == 1 && accounts) {
                    draft.note(REPLICATION_NOTE);
                }
                if (generation == WindowsGeneration.LEGACY) {
                    draft.erratum(AdErrata.LEGACY_RANGE);
                }
                drafts.add(draft);
            }
        }
        return Row.row(number, drafts.toArray(new FlowDraft[0]));
    }
}
