package io.portolan.windows;

import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Service;
import io.portolan.net.IpProtocol;
import io.portolan.windows.Windows.Role;

/** Which services the article says depend on which, beside their own ports. */
final class Dependencies {
    /** "Active Directory port and protocol requirements", first list. */
    static final ImmutableSet<Role> ACTIVE_DIRECTORY_SERVICES = ImmutableSet.of(
            Role.ACTIVE_DIRECTORY,
            Role.COMPUTER_BROWSER,
            Role.DFS_NAMESPACES,
            Role.DFS_REPLICATION,
            Role.FILE_REPLICATION,
            Role.KERBEROS_KEY_DISTRIBUTION_CENTER,
            Role.NET_LOGON,
            Role.REMOTE_PROCEDURE_CALL,
            Role.SERVER,
            Role.SMTP,
            Role.WINS,
            Role.WINDOWS_TIME,
            Role.WORLD_WIDE_WEB_PUBLISHING);

    /** "Active Directory port and protocol requirements", second list. */
    static final ImmutableSet<Role> ACTIVE_DIRECTORY_DEPENDENTS = ImmutableSet.of(
            Role.CERTIFICATE_SERVICES,
            Role.DHCP,
            Role.DFS_NAMESPACES,
            Role.DFS_REPLICATION,
            Role.DISTRIBUTED_LINK_TRACKING_SERVER,
            Role.DISTRIBUTED_TRANSACTION_COORDINATOR,
            Role.DNS,
            Role.FAX,
            Role.FILE_REPLICATION,
            Role.INTERNET_AUTHENTICATION,
            Role.LICENSE_LOGGING,
            Role.NET_LOGON,
            Role.PRINT_SPOOLER,
            Role.REMOTE_INSTALLATION,
            Role.RPC_LOCATOR,
            Role.REMOTE_STORAGE_NOTIFICATION,
            Role.REMOTE_STORAGE,
            Role.ROUTING_AND_REMOTE_ACCESS,
            Role.SERVER,
            Role.SMTP,
            Role.REMOTE_DESKTOP,
            Role.RDS_LICENSING,
            Role.CONNECTION_BROKER);

    /** The notes under the tables of these sections. */
    static final ImmutableSet<Role> FILE_AND_PRINTER_SHARING = ImmutableSet.of(
            Role.EVENT_LOG,
            Role.LICENSE_LOGGING,
            Role.NET_LOGON,
            Role.PRINT_SPOOLER,
            Role.REMOTE_PROCEDURE_CALL,
            Role.RPC_LOCATOR,
            Role.RDS_LICENSING);

    /** The text of the section "Group Policy". */
    static final ImmutableSet<Service> GROUP_POLICY_PROTOCOLS =
            ImmutableSet.of(Service.KERBEROS, Service.LDAP, Service.SMB, Service.RPC);

    private Dependencies() {}

    static ImmutableSet<Role> rpcServices() {
        ImmutableSet.Builder<Role> services = ImmutableSet.builder();
        for (Flow flow : Windows.catalog().flowsOn(IpProtocol.TCP, 135)) {
            if (flow.destination() instanceof Role service && service != Role.REMOTE_PROCEDURE_CALL) {
                services.add(service);
            }
        }
        return services.build();
    }
}
