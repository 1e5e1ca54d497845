package io.portolan.flowlogs.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which columns of a table hold what, found by their names: those of AWS, Zeek and IPFIX, in any case of letters, with
 * underscores or hyphens.
 */
final class ColumnLayout {
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("source", List.of("srcaddr", "id.orig_h", "sourceipv4address", "source", "src_ip", "sa")),
            Map.entry(
                    "destination",
                    List.of(
                            "dstaddr",
                            "id.resp_h",
                            "destinationipv4address",
                            "destination",
                            "dest_ip",
                            "dst_ip",
                            "da")),
            Map.entry("source_behind", List.of("pkt-srcaddr")),
            Map.entry("destination_behind", List.of("pkt-dstaddr")),
            Map.entry(
                    "source_port",
                    List.of("srcport", "id.orig_p", "sourcetransportport", "source-port", "src-port", "sp")),
            Map.entry(
                    "destination_port",
                    List.of(
                            "dstport",
                            "id.resp_p",
                            "destinationtransportport",
                            "destination-port",
                            "dest-port",
                            "dst-port",
                            "dp")),
            Map.entry("protocol", List.of("protocol", "proto", "protocolidentifier", "pr")),
            Map.entry("packets", List.of("packets", "orig-pkts", "packetdeltacount", "ipkt")),
            Map.entry("packets_back", List.of("resp-pkts")),
            Map.entry("bytes", List.of("bytes", "orig-ip-bytes", "octetdeltacount", "ibyt")),
            Map.entry("bytes_back", List.of("resp-ip-bytes")),
            Map.entry("start", List.of("start", "ts", "flowstartmilliseconds")),
            Map.entry("end", List.of("end", "flowendmilliseconds")),
            Map.entry("duration", List.of("duration")),
            Map.entry("action", List.of("action")),
            Map.entry("status", List.of("log-status")),
            Map.entry("flags", List.of("tcp-flags", "tcpcontrolbits")),
            Map.entry("state", List.of("conn-state")),
            Map.entry("history", List.of("history")));

    private final Map<String, String> columns = new TreeMap<>();

    ColumnLayout(List<String> present) {
        Map<String, String> byName = new TreeMap<>();
        for (String column : present) {
            byName.putIfAbsent(column.toLowerCase(Locale.ROOT).replace('_', '-'), column);
        }
        NAMES.forEach((meaning, names) -> {
            for (String name : names) {
                String column = byName.get(name.replace('_', '-'));
                if (column != null) {
                    columns.putIfAbsent(meaning, column);
                }
            }
        });
    }

    /** Returns what is missing that every record needs. */
    List<String> missing() {
        List<String> missing = new ArrayList<>(List.of("source", "destination", "protocol"));
        missing.removeIf(columns::containsKey);
        return missing;
    }

    boolean has(String meaning) {
        return columns.containsKey(meaning);
    }

    boolean isZeek() {
        return has("state")
                || Optional.ofNullable(columns.get("source")).orElse("").contains("orig");
    }

    /** Returns a column as a text without what stands for nothing; NULL if there is none. */
    String text(String meaning) {
        String column = columns.get(meaning);
        return column == null ? "NULL" : "NULLIF(CAST(t.\"" + column.replace("\"", "\"\"") + "\" AS VARCHAR), '-')";
    }

    /** Returns a column as a number, NULL if it is none. */
    String number(String meaning) {
        return "TRY_CAST(" + text(meaning) + " AS BIGINT)";
    }
}
