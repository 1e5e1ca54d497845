package io.portolan.flowlogs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells the format of a log by its first bytes. */
final class Detection {
    private Detection() {}

    static LogFormat of(String name, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8).stripLeading();
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.startsWith("{") || text.startsWith("[")) {
            return json(name, text);
        }
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        if (text.startsWith("#separator") || text.startsWith("#fields\t")) {
            return LogFormat.ZEEK;
        }
        if (text.startsWith("#Version:") || text.startsWith("#Fields:")) {
            return LogFormat.WINDOWS;
        }
        if (first.contains(",")) {
            List<String> names = List.of(first.split(" *, *", -1));
            if (names.contains("sa")
                    || names.contains("srcaddr")
                    || names.contains("sourceipv4address")
                    || names.contains("sourceipv6address")) {
                return LogFormat.NETFLOW;
            }
        } else {
            List<String> words = List.of(first.split(" +", -1));
            boolean named = words.contains("srcaddr") || words.contains("dstaddr") || words.contains("pkt-srcaddr");
            boolean standard = words.size() == 14
                    && words.get(0).matches("[0-9]")
                    && words.get(12).matches("accept|reject|-");
            if (named || standard) {
                return LogFormat.AWS;
            }
        }
        throw unknown(name);
    }

    private static LogFormat json(String name, String text) {
        if (text.contains("\"flowTuples\"")
                || text.contains("\"flowRecords\"")
                || text.contains("NetworkSecurityGroupFlowEvent")) {
            return LogFormat.AZURE;
        }
        if (text.contains("\"id.orig_h\"")) {
            return LogFormat.ZEEK;
        }
        if (text.contains("\"event_type\"")) {
            return LogFormat.SURICATA;
        }
        if (text.contains("\"jsonPayload\"")) {
            return LogFormat.GCP;
        }
        if (text.contains("\"flow\"") && (text.contains("\"l4\"") || text.contains("\"IP\""))) {
            return LogFormat.HUBBLE;
        }
        throw unknown(name);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(name
                + " begins like no log of traffic that is known; expected aws, azure, gcp, zeek, windows, suricata, netflow"
                + " or hubble, or say the format");
    }
}
