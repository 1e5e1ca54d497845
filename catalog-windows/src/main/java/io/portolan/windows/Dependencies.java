package io.portolan.windows;

import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Flow;
import io.portolan.net.IpProtocol;
import io.portolan.windows.Windows.Service;

/** Which services the article says depend on which, beside their own ports. */
final class Dependencies {
    /** "Active Directory port and protocol requirements", first list. */
    static final ImmutableSet<Service> ACTIVE_DIRECTORY_SERVICES = ImmutableSet.of(
            Service.ACTIVE_DIRECTORY,
            Service.COMPUTER_BROWSER,
            Service.DFS_NAMESPACES,
            Service.DFS_REPLICATION,
            Service.FILE_REPLICATION,
            Service.KERBEROS_KEY_DISTRIBUTION_CENTER,
            Service.NET_LOGON,
            Service.REMOTE_PROCEDURE_CALL,
            Service.SERVER,
            Service.SMTP,
            Service.WINS,
            Service.WINDOWS_TIME,
            Service.WORLD_WIDE_WEB_PUBLISHING);

    /** "Active Directory port and protocol requirements", second list. */
    static final ImmutableSet<Service> ACTIVE_DIRECTORY_DEPENDENTS = ImmutableSet.of(
            Service.CERTIFICATE_SERVICES,
            Service.DHCP,
            Service.DFS_NAMESPACES,
            Service.DFS_REPLICATION,
            Service.DISTRIBUTED_LINK_TRACKING_SERVER,
            Service.DISTRIBUTED_TRANSACTION_COORDINATOR,
            Service.DNS,
            Service.FAX,
            Service.FILE_REPLICATION,
            Service.INTERNET_AUTHENTICATION,
            Service.LICENSE_LOGGING,
            Service.NET_LOGON,
            Service.PRINT_SPOOLER,
            Service.REMOTE_INSTALLATION,
            Service.RPC_LOCATOR,
            Service.REMOTE_STORAGE_NOTIFICATION,
            Service.REMOTE_STORAGE,
            Service.ROUTING_AND_REMOTE_ACCESS,
            Service.SERVER,
            Service.SMTP,
            Service.REMOTE_DESKTOP,
            Service.RDS_LICENSING,
            Service.CONNECTION_BROKER);

    /** The notes under the tables of these sections. */
    static final ImmutableSet<Service> FILE_AND_PRINTER_SHARING = ImmutableSet.of(
            Service.EVENT_LOG,
            Service.LICENSE_LOGGING,
            Service.NET_LOGON,
            Service.PRINT_SPOOLER,
            Service.REMOTE_PROCEDURE_CALL,
            Service.RPC_LOCATOR,
            Service.RDS_LICENSING);

    /** The text of the section "Group Policy". */
    static final ImmutableSet<io.portolan.catalog.Service> GROUP_POLICY_PROTOCOLS = ImmutableSet.of(
            io.portolan.catalog.Service.KERBEROS,
            io.portolan.catalog.Service.LDAP,
            io.portolan.catalog.Service.SMB,
            io.portolan.catalog.Service.RPC);

    private Dependencies() {}

    static ImmutableSet<Service> rpcServices() {
        ImmutableSet.Builder<Service> services = ImmutableSet.builder();
        for (Flow flow : Windows.catalog().flowsOn(IpProtocol.TCP, 135)) {
            if (flow.destination() instanceof Service service && service != Service.REMOTE_PROCEDURE_CALL) {
                services.add(service);
            }
        }
        return services.build();
    }
}
