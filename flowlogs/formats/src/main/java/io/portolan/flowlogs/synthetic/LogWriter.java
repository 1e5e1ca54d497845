package io.portolan.flowlogs.synthetic;

import io.portolan.flowlogs.LogFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes made-up records as a format has them. Names, accounts and interfaces are made up, too. */
public final class LogWriter {
    /** The fields of the AWS format as version 5 can have them, in an order of their own. */
    public static final String AWS_V5 = "version srcport dstport srcaddr dstaddr pkt-srcaddr pkt-dstaddr tcp-flags type"
            + " flow-direction protocol start end bytes packets action log-status interface-id";

    private LogWriter() {}

    /**
     * Tells whether a format can hold a record. Where a record is of a whole connection, there are none of the way back.
     *
     * @param format a format
     * @param made a record
     * @return whether {@link #line} can write it
     */
    public static boolean canHold(LogFormat format, MadeRecord made) {
        return !made.isAnswer() || format != LogFormat.AZURE;
    }

    /**
     * Returns a whole log.
     *
     * @param format a format, not {@link LogFormat#COLUMNS}
     * @param records records that it can hold
     * @return the text
     */
    public static String log(LogFormat format, List<MadeRecord> records) {
        List<String> lines = new ArrayList<>();
        String head = head(format);
        if (!head.isEmpty()) {
            lines.add(head);
        }
        for (int i = 0; i < records.size(); i++) {
            String line = line(format, records.get(i));
            boolean isListed = format == LogFormat.AZURE && i + 1 < records.size();
            lines.add(isListed ? line + "," : line);
        }
        if (format == LogFormat.AZURE) {
            lines.add("]}]}]}}]}");
        }
        return String.join("\n", lines) + "\n";
    }

    /**
     * Returns what stands before the records.
     *
     * @param format a format
     * @return one line or more without the last line feed, empty if records come at once
     */
    public static String head(LogFormat format) {
        return switch (format) {
            case AWS -> AWS_V5;
            case AZURE ->
                "{\"records\":[{\"time\":\"2026-01-01T00:00:00Z\",\"flowLogVersion\":4,\"category\":\"FlowLogFlowEvent\","
                        + "\"flowRecords\":{\"flows\":[{\"aclID\":\"made-up\",\"flowGroups\":[{\"rule\":\"made-up\","
                        + "\"flowTuples\":[";
            case ZEEK ->
                "#separator \\x09\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tduration"
                        + "\tconn_state\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes";
            case WINDOWS ->
                "#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Time Format: Local\n#Fields: date time action protocol"
                        + " src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path";
            case NETFLOW -> "ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt";
            case GCP, SURICATA, HUBBLE, COLUMNS -> "";
        };
    }

    /**
     * Returns a record.
     *
     * @param format a format, not {@link LogFormat#COLUMNS}
     * @param made a record that it can hold
     * @return one line without its end
     */
    public static String line(LogFormat format, MadeRecord made) {
        return switch (format) {
            case AWS -> aws(made);
            case AZURE -> azure(made);
            case GCP -> gcp(made);
            case ZEEK -> zeek(made);
            case WINDOWS -> windows(made);
            case SURICATA -> suricata(made);
            case NETFLOW -> netflow(made);
            case HUBBLE -> hubble(made);
            case COLUMNS -> throw new IllegalArgumentException("a text of one's own is written by its owner");
        };
    }

    private static boolean isTcp(MadeRecord made) {
        return made.protocol() == 6;
    }

    private static String protocol(MadeRecord made) {
        return isTcp(made) ? "TCP" : "UDP";
    }

    private static String aws(MadeRecord made) {
        String flags = isTcp(made) ? made.isAnswer() ? "18" : "2" : "0";
        return String.join(
                " ",
                "5",
                "" + made.sourcePort(),
                "" + made.destinationPort(),
                made.source(),
                made.destination(),
                made.source(),
                made.destination(),
                flags,
                made.isIpv6() ? "IPv6" : "IPv4",
                "ingress",
                "" + made.protocol(),
                "" + made.second(),
                "" + (made.second() + 59),
                "" + made.bytes(),
                "" + made.packets(),
                "ACCEPT",
                "OK",
                "eni-0a1b2c3d");
    }

    private static String azure(MadeRecord made) {
        return "\"" + (made.second() * 1000) + "," + made.source() + "," + made.destination() + "," + made.sourcePort()
                + ","
                + made.destinationPort() + "," + made.protocol() + ",I,E,NX," + made.packets() + "," + made.bytes()
                + ",0,0\"";
    }

    private static String gcp(MadeRecord made) {
        return "{\"insertId\":\"made-up\",\"jsonPayload\":{\"bytes_sent\":\"" + made.bytes() + "\",\"connection\":{"
                + "\"dest_ip\":\"" + made.destination() + "\",\"dest_port\":" + made.destinationPort()
                + ",\"protocol\":" + made.protocol() + ",\"src_ip\":\"" + made.source() + "\",\"src_port\":"
                + made.sourcePort() + "},\"start_time\":\"" + Instant.ofEpochSecond(made.second())
                + "\",\"end_time\":\"" + Instant.ofEpochSecond(made.second() + 59)
                + "\",\"packets_sent\":\"" + made.packets() + "\",\"reporter\":\"DEST\"}}";
    }

    /** What is of the way back alone was picked up in its middle. */
    private static String zeek(MadeRecord made) {
        return String.join(
                "\t",
                made.second() + ".250000",
                "Cmadeup",
                made.source(),
                "" + made.sourcePort(),
                made.destination(),
                "" + made.destinationPort(),
                isTcp(made) ? "tcp" : "udp",
                "59.0",
                made.isAnswer() ? "OTH" : "SF",
                made.isAnswer() ? "^dA" : "ShADadFf",
                "" + made.packets(),
                "" + made.bytes(),
                "0",
                "-");
    }

    private static String windows(MadeRecord made) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(made.second(), 0, ZoneOffset.UTC);
        String flags = isTcp(made) ? made.isAnswer() ? "SA" : "S" : "-";
        String numbers = isTcp(made) ? "1 1 8192" : "- - -";
        return time.toLocalDate() + " " + String.format("%tT", time) + (made.isAnswer() ? " DROP " : " ALLOW ")
                + protocol(made) + " " + made.source() + " " + made.destination() + " " + made.sourcePort() + " "
                + made.destinationPort() + " " + made.bytes() + " " + flags + " " + numbers + " - - - RECEIVE";
    }

    private static String suricata(MadeRecord made) {
        String tcp = isTcp(made) ? ",\"tcp\":{\"tcp_flags\":\"1b\"" + (made.isAnswer() ? "}" : ",\"syn\":true}") : "";
        return "{\"timestamp\":\"" + Instant.ofEpochSecond(made.second()) + "\",\"event_type\":\""
                + (made.isAnswer() ? "netflow" : "flow") + "\",\"src_ip\":\"" + made.source() + "\",\"src_port\":"
                + made.sourcePort() + ",\"dest_ip\":\"" + made.destination() + "\",\"dest_port\":"
                + made.destinationPort() + ",\"proto\":\"" + protocol(made) + "\",\""
                + (made.isAnswer() ? "netflow\":{\"pkts\":" : "flow\":{\"pkts_toclient\":0,\"pkts_toserver\":")
                + made.packets() + (made.isAnswer() ? ",\"bytes\":" : ",\"bytes_toclient\":0,\"bytes_toserver\":")
                + made.bytes() + ",\"start\":\"" + local(made.second()) + "+0000\",\"end\":\""
                + local(made.second() + 59)
                + "+0000\"}" + tcp + "}";
    }

    private static String local(long second) {
        return String.format("%1$tFT%1$tT.000000", LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    private static String netflow(MadeRecord made) {
        String start = local(made.second()).substring(0, 19).replace('T', ' ');
        String end = local(made.second() + 59).substring(0, 19).replace('T', ' ');
        return start + "," + end + ",59.000," + made.source() + "," + made.destination() + "," + made.sourcePort() + ","
                + made.destinationPort() + "," + protocol(made) + ",...AP.SF,0,0," + made.packets() + "," + made.bytes()
                + ",0,0";
    }

    private static String hubble(MadeRecord made) {
        String ports =
                "{\"source_port\":" + made.sourcePort() + ",\"destination_port\":" + made.destinationPort() + "}";
        return "{\"flow\":{\"time\":\"" + Instant.ofEpochSecond(made.second()) + "\",\"verdict\":\"FORWARDED\",\"IP\":{"
                + "\"source\":\"" + made.source() + "\",\"destination\":\"" + made.destination()
                + "\",\"ipVersion\":\"IPv4\"},\"l4\":{\"" + protocol(made) + "\":" + ports
                + "},\"Type\":\"L3_L4\",\"is_reply\":" + made.isAnswer() + "},\"node_name\":\"made-up\"}";
    }
}
