package io.portolan.flowlogs;

import com.google.common.base.Ascii;

/** The kinds of logs that can be read. */
public enum LogFormat {
    /** VPC flow logs of AWS, versions 2 to 8, fields in any order, as text. */
    AWS,
    /** Flow logs of network security groups and of virtual networks of Azure, as JSON. */
    AZURE,
    /** VPC flow logs and firewall rule logs of Google Cloud, as JSON. */
    GCP,
    /** {@code conn.log} of Zeek, as text or JSON. */
    ZEEK,
    /** {@code pfirewall.log} of Windows Firewall. */
    WINDOWS,
    /** {@code eve.json} of Suricata, of which events of flows are read. */
    SURICATA,
    /** What nfdump prints for NetFlow and IPFIX with {@code -o csv}, or any CSV that has the names of IPFIX. */
    NETFLOW,
    /** Flows of Hubble, as JSON. */
    HUBBLE,
    /** A text of one's own; see {@link ColumnNames}. */
    COLUMNS;

    /**
     * Returns the name by which the format is asked for.
     *
     * @return such as {@code aws}
     */
    public String id() {
        return Ascii.toLowerCase(name());
    }
}
