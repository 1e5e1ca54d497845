package io.portolan.windows;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Erratum;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a comparison of both kinds of tables by eye found, against what {@link PortTableComparison} finds. The lists were
 * written from the article's notes.
 */
class PortTableTest {
    private static final ImmutableList<Erratum> ERRATA = Windows.portTableErrata();

    /** Returns the ends of the identifiers of one kind. */
    private static ImmutableList<String> found(String kind) {
        String start = "port-table-" + kind + "-";
        return ERRATA.stream()
                .map(Erratum::id)
                .filter(id -> id.startsWith(start))
                .map(id -> id.substring(start.length()))
                .collect(toImmutableList());
    }

    private static Erratum erratum(String id) {
        return ERRATA.stream()
                .filter(erratum -> erratum.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void portsThatOnlyTheSortedTableGives() {
        assertThat(found("only"))
                .containsExactlyInAnyOrder(
                        "active-directory-udp-636",
                        "dfs-replication-tcp-389",
                        "dfs-replication-udp-389",
                        "dfs-replication-tcp-445");
    }

    @Test
    void servicesThatHaveNoSection() {
        assertThat(found("no-section"))
                .containsExactlyInAnyOrder(
                        "exchange-server-tcp-25",
                        "exchange-server-tcp-110",
                        "exchange-server-tcp-135",
                        "microsoft-exchange-server-tcp-135",
                        "exchange-server-tcp-143",
                        "exchange-server-tcp-593",
                        "exchange-server-tcp-993",
                        "exchange-server-tcp-995",
                        "exchange-server-2003-tcp-443",
                        "exchange-server-2003-tcp-6001",
                        "exchange-server-2003-tcp-6002",
                        "exchange-server-2003-tcp-6004",
                        "systems-management-server-2-0-tcp-135",
                        "systems-management-server-2-0-udp-137",
                        "systems-management-server-2-0-udp-138",
                        "systems-management-server-2-0-tcp-139",
                        "sms-remote-control-agent-tcp-2701",
                        "sms-remote-control-agent-udp-2701",
                        "sms-remote-control-agent-tcp-2702",
                        "sms-remote-control-agent-udp-2702",
                        "sms-remote-control-agent-tcp-2703",
                        "sms-remote-control-agent-udp-2703",
                        "sms-remote-control-agent-tcp-2704",
                        "sms-remote-control-agent-udp-2704",
                        "microsoft-operations-manager-2000-tcp-1270",
                        "microsoft-operations-manager-2000-tcp-51515",
                        "microsoft-sql-server-tcp-1433",
                        "microsoft-sql-server-udp-1434",
                        "mssql-uddi-tcp-1433",
                        "mssql-uddi-udp-1434",
                        "sql-server-downlevel-olap-client-support-tcp-2393",
                        "sql-server-downlevel-olap-client-support-tcp-2394",
                        "sql-server-analysis-services-tcp-2725",
                        "installation-bootstrap-protocol-server-tcp-1067",
                        "installation-bootstrap-protocol-client-tcp-1068",
                        "randomly-allocated-high-tcp-ports-tcp-1024-65535");
    }

    @Test
    void sectionsWithoutAnyRow() {
        assertThat(found("no-rows"))
                .containsExactlyInAnyOrder("event-log", "offline-files", "isa-tmg", "ipam", "branch-cache");
    }

    @Test
    void portsThatTheSortedTableLacks() {
        assertThat(found("lacks").stream().filter(id -> !id.endsWith("-49152-65535")))
                .containsExactlyInAnyOrder(
                        "active-directory-tcp-445",
                        "active-directory-icmp",
                        "certificate-services-tcp-139",
                        "certificate-services-tcp-445",
                        "cluster-tcp-3343",
                        "cluster-tcp-445",
                        "cluster-udp-137",
                        "cluster-icmp",
                        "group-policy-tcp-389",
                        "group-policy-tcp-445",
                        "group-policy-icmp",
                        "net-logon-tcp-135",
                        "print-spooler-tcp-135",
                        "print-spooler-udp-137",
                        "print-spooler-udp-138",
                        "remote-procedure-call-udp-137",
                        "remote-procedure-call-udp-138",
                        "remote-procedure-call-tcp-139",
                        "remote-procedure-call-tcp-445",
                        "rpc-locator-udp-137",
                        "rpc-locator-udp-138",
                        "rds-licensing-udp-137",
                        "rds-licensing-udp-138",
                        "rds-licensing-tcp-139",
                        "rds-licensing-tcp-445");
    }

    @Test
    void dynamicRangeIsLackingForEveryServiceButHyperV() {
        assertThat(found("lacks").stream().filter(id -> id.endsWith("-49152-65535")))
                .containsExactlyInAnyOrder(
                        "active-directory-tcp-49152-65535",
                        "certificate-services-tcp-49152-65535",
                        "cluster-tcp-49152-65535",
                        "dfs-namespaces-tcp-49152-65535",
                        "dfs-replication-tcp-49152-65535",
                        "distributed-link-tracking-server-tcp-49152-65535",
                        "distributed-transaction-coordinator-tcp-49152-65535",
                        "fax-tcp-49152-65535",
                        "file-replication-tcp-49152-65535",
                        "ftp-publishing-tcp-49152-65535",
                        "group-policy-tcp-49152-65535",
                        "group-policy-udp-49152-65535",
                        "net-logon-tcp-49152-65535",
                        "print-spooler-tcp-49152-65535",
                        "remote-storage-notification-tcp-49152-65535",
                        "remote-storage-tcp-49152-65535",
                        "rds-licensing-tcp-49152-65535",
                        "connection-broker-tcp-49152-65535");
    }

    @Test
    void protocolsThatBothCallDifferently() {
        assertThat(found("protocol"))
                .containsExactlyInAnyOrder(
                        "active-directory-udp-389",
                        "dfs-namespaces-udp-389",
                        "net-logon-udp-389",
                        "remote-procedure-call-tcp-593",
                        "winrm-tcp-80",
                        "winrm-tcp-443",
                        "winrm-tcp-5985",
                        "winrm-tcp-5986");
    }

    @Test
    void servicesUnderSeveralNames() {
        assertThat(found("names"))
                .containsExactlyInAnyOrder(
                        "active-directory",
                        "dhcp",
                        "dfs-namespaces",
                        "dfs-replication",
                        "hyper-v",
                        "net-logon",
                        "winrm");
        assertThat(erratum("port-table-names-dfs-namespaces").readings().get(0).says())
                .isEqualTo("it is called Distributed File System Namespaces, Distributed File System");
    }

    @Test
    void slipsOfTheSortedTable() {
        assertThat(found("misprint")).containsExactly("row-151");
        assertThat(erratum("port-table-order").readings())
                .extracting(reading -> reading.says())
                .containsExactly(
                        "993 stands after 9389",
                        "5985 stands after 51515",
                        "1024-65535 stands after 5986",
                        "135 stands after 1024-65535",
                        "80 stands after 49152-65535",
                        "445 stands after 6600");
    }

    @Nested
    class EachErratum {
        @Test
        void isOfOneKind() {
            assertThat(found("only").size()
                            + found("no-section").size()
                            + found("no-rows").size()
                            + found("lacks").size()
                            + found("protocol").size()
                            + found("names").size()
                            + 2)
                    .isEqualTo(ERRATA.size());
            assertThat(ERRATA).doesNotHaveDuplicates().isSameAs(Windows.portTableErrata());
        }

        @Test
        void citesBothPlaces() {
            assertThat(erratum("port-table-only-active-directory-udp-636").readings())
                    .hasToString("[windows-services: Ports and protocols, row 114: UDP 636, LDAP SSL,"
                            + " windows-services: System services ports > Active Directory (local security authority),"
                            + " table: no UDP 636]");
            assertThat(erratum("port-table-lacks-cluster-tcp-3343").readings())
                    .hasToString(
                            "[windows-services: Ports and protocols, rows: no TCP 3343 for Cluster service,"
                                    + " windows-services: System services ports > Cluster service, row 2: TCP 3343, Cluster service]");
        }
    }
}
