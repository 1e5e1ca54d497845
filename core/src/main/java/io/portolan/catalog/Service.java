package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkNotNull;

import org.jspecify.annotations.Nullable;

/**
 * An application protocol by its usual name, such as Kerberos or SMB.
 *
 * <p>A service says what the packets of a flow carry; it does not imply ports. The constants are the protocols that many
 * products use; any other is made by {@link #of}. Services are equal if their identifiers are.
 */
public final class Service {
    /** Domain Name System. */
    public static final Service DNS = of("dns", "DNS");

    /** File Transfer Protocol, control connection. */
    public static final Service FTP = of("ftp", "FTP");

    /** HTTP without encryption. */
    public static final Service HTTP = of("http", "HTTP");

    /** HTTP over TLS. */
    public static final Service HTTPS = of("https", "HTTPS");

    /** Kerberos authentication. */
    public static final Service KERBEROS = of("kerberos", "Kerberos");

    /** Lightweight Directory Access Protocol. */
    public static final Service LDAP = of("ldap", "LDAP");

    /** LDAP over TLS. */
    public static final Service LDAPS = of("ldaps", "LDAPS");

    /** NetBIOS datagram service. */
    public static final Service NETBIOS_DATAGRAM = of("netbios-datagram", "NetBIOS datagram");

    /** NetBIOS name service. */
    public static final Service NETBIOS_NAME = of("netbios-name", "NetBIOS name");

    /** NetBIOS session service. */
    public static final Service NETBIOS_SESSION = of("netbios-session", "NetBIOS session");

    /** RADIUS authentication and accounting. */
    public static final Service RADIUS = of("radius", "RADIUS");

    /** Remote Desktop Protocol. */
    public static final Service RDP = of("rdp", "RDP");

    /** Remote procedure calls on the port that the endpoint mapper answered. */
    public static final Service RPC = of("rpc", "RPC");

    /** The RPC endpoint mapper, which answers on which port an RPC service listens. */
    public static final Service RPC_ENDPOINT_MAPPER = of("rpc-endpoint-mapper", "RPC endpoint mapper");

    /** Server Message Block: file shares and named pipes. */
    public static final Service SMB = of("smb", "SMB");

    /** Windows Remote Management: WMI and PowerShell remoting over HTTP. */
    public static final Service WINRM = of("winrm", "WinRM");

    /** Windows Management Instrumentation over DCOM. */
    public static final Service WMI = of("wmi", "WMI");

    private final String id;
    private final String title;

    private Service(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * Returns a service.
     *
     * @param id the stable identifier: lower-case letters, digits and hyphens
     * @param title the name for people
     * @return the service
     * @throws IllegalArgumentException if the identifier is malformed
     */
    public static Service of(String id, String title) {
        return new Service(Ids.check("service", id), checkNotNull(title, "title"));
    }

    /**
     * Returns the stable identifier.
     *
     * @return lower-case letters, digits and hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name for people.
     *
     * @return the usual name of the protocol
     */
    public String title() {
        return title;
    }

    /** Tells whether the other object is a service with the same identifier. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Service that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
