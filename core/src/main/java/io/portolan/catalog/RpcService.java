package io.portolan.catalog;

/**
 * An RPC service of Windows that can be given one fixed TCP port, so that a firewall needs the endpoint mapper on TCP 135
 * and that port instead of the whole dynamic range.
 */
public enum RpcService {
    /** Active Directory replication and directory calls (Microsoft KB 224196). */
    NTDS("NTDS", "the value TCP/IP Port of HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTDS\\Parameters"),
    /** Net Logon (Microsoft KB 224196). */
    NETLOGON("Netlogon", "the value DCTcpipPort of HKLM\\SYSTEM\\CurrentControlSet\\Services\\Netlogon\\Parameters"),
    /** DFS Replication, on domain controllers also of SYSVOL. */
    DFSR("DFS Replication", "dfsrdiag StaticRPC"),
    /** File Replication service (Microsoft KB 319553). */
    FRS(
            "File Replication service",
            "the value RPC TCP/IP Port Assignment of HKLM\\SYSTEM\\CurrentControlSet\\Services\\NTFRS\\Parameters"),
    /** Windows Management Instrumentation, in a host process of its own. */
    WMI("WMI", "the endpoint of the DCOM application Windows Management and Instrumentation");

    private final String id = Ids.ofConstant(name());
    private final String title;
    private final String configuredIn;

    RpcService(String title, String configuredIn) {
        this.title = title;
        this.configuredIn = configuredIn;
    }

    /**
     * Returns the stable identifier.
     *
     * @return the name of the constant in lower case
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name for people.
     *
     * @return a short name
     */
    public String title() {
        return title;
    }

    /**
     * Returns where the fixed port is configured.
     *
     * @return a place on the listening host
     */
    public String configuredIn() {
        return configuredIn;
    }
}
