package io.portolan.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What logs hold besides the usual, format by format. */
class OddCasesTest {
    @Nested
    class Azure {
        private static String log(String tuples) {
            return "{\"records\":[{\"properties\":{\"Version\":2,\"flows\":[{\"rule\":\"r\",\"flows\":[{\"mac\":\"m\","
                    + "\"flowTuples\":[" + tuples + "]}]}]}}]}";
        }

        @Test
        void groupsOfVersion1And2() {
            LogProgress progress = new LogProgress();
            List<FlowRecord> read = Quay.read(
                    LogFormat.AZURE,
                    progress,
                    log(
                            "\"1767225600,10.0.8.5,10.0.0.10,50123,443,T,I,A\",\"1767225600,10.0.8.5,10.0.0.2,50124,53,U,O,D,B,,,,\","
                                    + "\"1767225600,10.0.8.5,10.0.0.10,50123,443,T,I,A,E,5,500,4,4000\""));
            assertThat(progress.broken()).isZero();
            assertThat(read).extracting(FlowRecord::protocol).containsExactly(6, 17, 6);
            assertThat(read)
                    .extracting(FlowRecord::action)
                    .containsExactly(Action.ACCEPTED, Action.REJECTED, Action.ACCEPTED);
            assertThat(read).extracting(FlowRecord::bytes).containsExactly(0L, 0L, 4500L);
            assertThat(read).extracting(FlowRecord::packets).containsExactly(0L, 0L, 9L);
            assertThat(read).extracting(FlowRecord::orientation).containsOnly(Orientation.QUESTION);
        }

        @Test
        void brokenTuplesAreCountedAndTheRestIsRead() {
            LogProgress progress = new LogProgress();
            List<FlowRecord> read = Quay.read(
                    LogFormat.AZURE,
                    progress,
                    log("\"1767225600,10.0.8.5\",7,\"1767225600,10.0.8.5,10.0.0.10,1,443,T,I,X\","
                            + "\"1767225600,10.0.8.5,10.0.0.10,50123,443,T,I,A\""));
            assertThat(read).hasSize(1);
            assertThat(progress.shown())
                    .extracting(LogProgress.Broken::toString)
                    .containsExactly(
                            "log:1: the tuple has 2 fields; expected 8 or 13",
                            "log:2: the tuple is no text",
                            "log:3: decision: \"X\" is neither A nor D");
        }

        @Test
        void aCutDocumentIsTold() {
            String whole = log("\"1767225600,10.0.8.5,10.0.0.10,50123,443,T,I,A\"");
            LogProgress progress = new LogProgress();
            assertThat(Quay.read(LogFormat.AZURE, progress, whole.substring(0, whole.length() - 3)))
                    .hasSize(1);
            assertThat(progress.shown().toString()).contains("the rest of the log was not read");
        }
    }

    @Nested
    class Zeek {
        @Test
        void jsonAndIcmp() {
            FlowRecord record = Quay.one(
                    LogFormat.ZEEK,
                    "{\"ts\":1767225600.5,\"id.orig_h\":\"10.0.8.5\",\"id.orig_p\":8,\"id.resp_h\":\"10.0.0.2\",\"id.resp_p\":0,"
                            + "\"proto\":\"icmp\",\"conn_state\":\"OTH\",\"local_orig\":true,\"tunnel_parents\":[]}");
            assertThat(record.selector()).isEqualTo(8 * 256);
            assertThat(record.sourcePort()).isEqualTo(8 * 256);
            assertThat(record.orientation()).isEqualTo(Orientation.EITHER);
            assertThat(record.first()).isEqualTo(1_767_225_600_500L);
            FlowRecord ipv6 = Quay.one(
                    LogFormat.ZEEK,
                    "{\"id.orig_h\":\"2001:db8::1\",\"id.orig_p\":128,\"id.resp_h\":\"2001:db8::2\",\"id.resp_p\":0,"
                            + "\"proto\":\"icmp\",\"conn_state\":\"SF\"}");
            assertThat(ipv6.protocol()).isEqualTo(58);
            assertThat(ipv6.orientation()).isEqualTo(Orientation.QUESTION);
            assertThat(ipv6.first()).isEqualTo(FlowRecord.NO_TIME);
        }

        @Test
        void anUnknownTransportIsIncomplete() {
            assertThat(Quay.one(
                                    LogFormat.ZEEK,
                                    "{\"id.orig_h\":\"10.0.8.5\",\"id.resp_h\":\"10.0.0.2\",\"proto\":\"unknown_transport\"}")
                            .reason())
                    .isEqualTo(Reason.INCOMPLETE);
        }

        @Test
        void aLineThatIsNoJsonIsBrokenAlone() {
            LogProgress progress = new LogProgress();
            String good =
                    "{\"id.orig_h\":\"10.0.8.5\",\"id.orig_p\":1,\"id.resp_h\":\"10.0.0.2\",\"id.resp_p\":53,\"proto\":\"udp\"}\n";
            assertThat(Quay.read(LogFormat.ZEEK, progress, good + "{\"id.orig_h\":\n\n7\n" + good))
                    .hasSize(2);
            assertThat(progress.broken()).isEqualTo(2);
            assertThat(progress.shown().get(0).line()).isEqualTo(2);
            assertThat(progress.shown().get(1)).hasToString("log:4: the line is no object of JSON");
        }
    }

    @Nested
    class Windows {
        private static final String HEAD =
                "#Version: 1.5\n#Fields: date time action protocol src-ip dst-ip src-port dst-port"
                        + " size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n";

        @Test
        void timesAreThoseOfTheHost() {
            String log = HEAD + "2026-01-01 01:00:00 ALLOW ICMP 10.0.8.5 10.0.0.2 - - 0 - - - - 8 0 - SEND\n";
            LogOptions options =
                    new LogOptions(Optional.of(LogFormat.WINDOWS), Optional.empty(), ZoneId.of("Europe/Berlin"));
            FlowRecord record = Quay.read(options, new LogProgress(), log.getBytes(StandardCharsets.UTF_8))
                    .get(0);
            assertThat(record.first()).isEqualTo(1_767_225_600_000L);
            assertThat(record.selector()).isEqualTo(8 * 256);
            assertThat(record.orientation()).isEqualTo(Orientation.QUESTION);
        }

        @Test
        void ofWhatIsDroppedOnlyFlagsTell() {
            String line = "2026-01-01 01:00:00 DROP TCP 10.0.8.5 10.0.0.2 50000 445 40 %s 1 0 0 - - - RECEIVE\n";
            assertThat(Quay.one(LogFormat.WINDOWS, HEAD + String.format(line, "S"))
                            .orientation())
                    .isEqualTo(Orientation.QUESTION);
            assertThat(Quay.one(LogFormat.WINDOWS, HEAD + String.format(line, "A"))
                            .orientation())
                    .isEqualTo(Orientation.EITHER);
            assertThat(Quay.one(LogFormat.WINDOWS, HEAD + String.format(line, "A"))
                            .action())
                    .isEqualTo(Action.REJECTED);
        }

        @Test
        void lostEventsAreIncomplete() {
            assertThat(Quay.one(
                                    LogFormat.WINDOWS,
                                    HEAD + "2026-01-01 01:00:00 INFO-EVENTS-LOST - - - - - - - - - - - - 28 -\n")
                            .reason())
                    .isEqualTo(Reason.INCOMPLETE);
        }
    }

    @Nested
    class Suricata {
        @Test
        void otherEventsAreNoTrafficAndNotBroken() {
            LogProgress progress = new LogProgress();
            assertThat(Quay.read(
                            LogFormat.SURICATA,
                            progress,
                            "{\"event_type\":\"dns\",\"src_ip\":\"10.0.8.5\"}\n{\"event_type\":\"stats\"}\n"))
                    .isEmpty();
            assertThat(progress.others()).isEqualTo(2);
            assertThat(progress.broken()).isZero();
            assertThat(Quay.broken(LogFormat.SURICATA, "{\"src_ip\":\"10.0.8.5\"}"))
                    .isEqualTo("log:1: it has no event_type");
        }

        @Test
        void aFlowWithoutSynWasPickedUpInItsMiddle() {
            String flow =
                    "{\"event_type\":\"flow\",\"src_ip\":\"10.0.8.5\",\"src_port\":50000,\"dest_ip\":\"10.0.0.10\","
                            + "\"dest_port\":443,\"proto\":\"TCP\",\"flow\":{\"action\":\"drop\"},\"tcp\":{\"tcp_flags\":\"18\"%s}}";
            FlowRecord record = Quay.one(LogFormat.SURICATA, String.format(flow, ""));
            assertThat(record.orientation()).isEqualTo(Orientation.EITHER);
            assertThat(record.action()).isEqualTo(Action.REJECTED);
            assertThat(Quay.one(LogFormat.SURICATA, String.format(flow, ",\"syn\":true"))
                            .orientation())
                    .isEqualTo(Orientation.QUESTION);
        }
    }

    @Nested
    class Netflow {
        @Test
        void namesOfNewerProgramsAndOfIpfix() {
            assertThat(Quay.one(LogFormat.NETFLOW, """
                            firstSeen,duration,proto,srcAddr,srcPort,dstAddr,dstPort,packets,bytes,flows
                            2026-01-01 00:00:00.123,1.5,TCP,10.0.8.5,50000,10.0.0.10,443,3,300,1
                            """))
                    .extracting(FlowRecord::first, FlowRecord::last, FlowRecord::orientation)
                    .containsExactly(1_767_225_600_123L, 1_767_225_601_623L, Orientation.EITHER);
            assertThat(Quay.one(
                            LogFormat.NETFLOW,
                            "sourceIPv4Address,sourceIPv6Address,destinationIPv4Address,destinationIPv6Address,"
                                    + "sourceTransportPort,destinationTransportPort,protocolIdentifier,tcpControlBits,"
                                    + "flowStartMilliseconds,flowEndMilliseconds,octetDeltaCount,packetDeltaCount\n"
                                    + ",2001:db8::1,,2001:db8::2,50000,443,6,2,1767225600123,1767225600999,300,3\n"))
                    .extracting(record -> record.source().toString(), FlowRecord::orientation, FlowRecord::last)
                    .containsExactly("2001:db8::1", Orientation.QUESTION, 1_767_225_600_999L);
        }

        @Test
        void typesOfIcmpStandInTheDestinationPort() {
            String head = "ts,td,sa,da,sp,dp,pr,flg,ipkt,ibyt\n";
            assertThat(Quay.one(LogFormat.NETFLOW, head + "2026-01-01 00:00:00,0,10.0.8.5,10.0.0.2,0,2048,ICMP,.,1,84")
                            .selector())
                    .isEqualTo(2048);
            assertThat(Quay.one(LogFormat.NETFLOW, head + "2026-01-01 00:00:00,0,10.0.8.5,10.0.0.2,0,8.0,ICMP,.,1,84")
                            .selector())
                    .isEqualTo(2048);
            assertThat(Quay.broken(
                            LogFormat.NETFLOW, head + "2026-01-01 00:00:00,0,10.0.8.5,10.0.0.2,0,8.x,ICMP,.,1,84"))
                    .endsWith("\"8.x\" is not a type and code of ICMP");
        }

        @Test
        void sumsAtTheEndAreNoRecords() {
            LogProgress progress = new LogProgress();
            assertThat(Quay.read(LogFormat.NETFLOW, progress, """
                            ts,td,sa,da,sp,dp,pr,flg,ipkt,ibyt,xsa
                            2026-01-01 00:00:00,0,10.0.8.5,10.0.0.10,50000,443,TCP,....S.,1,84,0.0.0.0
                            2026-01-01 00:00:00,0,10.0.8.5,10.0.0.10,50000,443,TCP,....S.,1,84,203.0.113.1
                            Summary
                            flows,bytes,packets,avg_bps,avg_pps,avg_bpp
                            2,168,2,0,0,84
                            """))
                    .extracting(FlowRecord::reason)
                    .containsExactly(Reason.NONE, Reason.TRANSLATED);
            assertThat(progress.broken()).isZero();
        }
    }

    @Nested
    class Gcp {
        @Test
        void aListAndLogsOfFirewallRules() {
            LogProgress progress = new LogProgress();
            List<FlowRecord> read = Quay.read(
                    LogFormat.GCP,
                    progress,
                    "[\n {\"jsonPayload\":{\"connection\":{\"src_ip\":\"10.0.8.5\",\"dest_ip\":\"10.0.0.10\",\"src_port\":50000,"
                            + "\"dest_port\":443,\"protocol\":6},\"disposition\":\"DENIED\"},"
                            + "\"timestamp\":\"2026-01-01T00:00:00.5Z\"},\n {\"textPayload\":\"x\"}, 7 ]");
            assertThat(read).hasSize(1);
            assertThat(read.get(0).action()).isEqualTo(Action.REJECTED);
            assertThat(read.get(0).orientation()).isEqualTo(Orientation.QUESTION);
            assertThat(read.get(0).first()).isEqualTo(1_767_225_600_500L);
            assertThat(progress.others()).isEqualTo(1);
            assertThat(progress.shown()).hasToString("[log:3: an entry of the list is no object]");
        }

        @Test
        void aListThatWasCutIsTold() {
            LogProgress progress = new LogProgress();
            Quay.read(LogFormat.GCP, progress, "[{\"jsonPayload\":{}},");
            assertThat(progress.broken()).isEqualTo(1);
            assertThat(progress.shown().toString()).contains("the rest of the list was not read");
        }
    }

    @Nested
    class Hubble {
        @Test
        void repliesIcmpAndEventsWithoutAddresses() {
            LogProgress progress = new LogProgress();
            String flow =
                    "{\"flow\":{\"IP\":{\"source\":\"10.0.8.5\",\"destination\":\"10.0.0.2\"%s},\"l4\":{%s},\"Type\":\"%s\"}}\n";
            List<FlowRecord> read = Quay.read(
                    LogFormat.HUBBLE,
                    progress,
                    String.format(flow, "", "\"ICMPv4\":{\"type\":8}", "L3_L4")
                            + String.format(flow, "", "\"TCP\":{\"source_port\":5,\"destination_port\":6}", "L7")
                            + String.format(
                                    flow,
                                    ",\"source_xlated\":\"203.0.113.5\"",
                                    "\"SCTP\":{\"source_port\":5,\"destination_port\":6}",
                                    "L3_L4")
                            + "{\"node_status\":{}}\n");
            assertThat(read).extracting(FlowRecord::protocol).containsExactly(1, 132);
            assertThat(read).extracting(FlowRecord::selector).containsExactly(8 * 256, 0);
            assertThat(read).extracting(FlowRecord::orientation).containsOnly(Orientation.EITHER);
            assertThat(read).extracting(FlowRecord::reason).containsExactly(Reason.NONE, Reason.TRANSLATED);
            assertThat(progress.others()).isEqualTo(2);
        }
    }

    @Nested
    class Columns {
        private static List<FlowRecord> read(String names, LogProgress progress, String log) {
            LogOptions options = new LogOptions(
                    Optional.of(LogFormat.COLUMNS), Optional.of(ColumnNames.parse(names)), ZoneId.of("UTC"));
            return Quay.read(options, progress, log.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void namesOrPositions() {
            LogProgress progress = new LogProgress();
            assertThat(read(
                            "source=From,destination=To,destination-port=Service,protocol=Proto,start=When,action=Did,"
                                    + "separator=semicolon,orientation=question",
                            progress,
                            """
                            When;From;To;Proto;Service;Did
                            "2026-01-01T00:00:00+01:00";10.0.8.5; 10.0.0.10 ;tcp;443;Deny
                            1767225600;10.0.8.5;10.0.0.10;tcp;443;perhaps
                            """))
                    .extracting(FlowRecord::toString)
                    .containsExactly("10.0.8.5:-1 -> 10.0.0.10:443 protocol 6 QUESTION NONE");
            assertThat(progress.shown())
                    .hasToString("[log:3: action: \"perhaps\" is not an action, such as accept or deny]");
            assertThat(read(
                            "source=2,destination=3,protocol=4,source-port=5,destination-port=6,separator=tab",
                            new LogProgress(),
                            "x\t10.0.8.5\t10.0.0.10\t17\t50000\t53\n"))
                    .extracting(FlowRecord::toString)
                    .containsExactly("10.0.8.5:50000 -> 10.0.0.10:53 protocol 17 EITHER NONE");
        }

        @Test
        void badNamesAreRefused() {
            assertThatThrownBy(() -> ColumnNames.parse("source=a,destination=b"))
                    .hasMessage(
                            "not names of columns: \"source=a,destination=b\": expected source, destination and protocol at"
                                    + " least");
            assertThatThrownBy(() -> ColumnNames.parse("sauce=a"))
                    .hasMessageContaining("expected separator, orientation or");
            assertThatThrownBy(() -> ColumnNames.parse("source"))
                    .hasMessageContaining("expected a name, = and a value");
            assertThatThrownBy(() -> ColumnNames.parse("separator=dot"))
                    .hasMessageContaining("expected one of [comma,");
            assertThatThrownBy(() -> ColumnNames.parse("orientation=answer")).hasMessageContaining("expected question");
            assertThatThrownBy(() -> ColumnNames.parse("source=a,source=b"))
                    .hasMessageContaining("source is given twice");
            assertThatThrownBy(() -> ColumnNames.parse("source=a,destination=2,protocol=3"))
                    .hasMessageContaining("expected names of columns or their positions, not both");
            assertThatThrownBy(() -> LogOptions.of(LogFormat.COLUMNS)).hasMessageContaining("it needs them");
        }
    }

    @Test
    void whatIsNoLogIsRefused() {
        for (String text : List.of("hello\n", "{\"a\":1}", "a,b,c\n")) {
            assertThatThrownBy(() ->
                            Quay.read(LogOptions.detecting(), new LogProgress(), text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("log begins like no log of traffic that is known; expected aws, azure,");
        }
    }

    @Test
    void anEmptyLogHasNoRecords() {
        assertThat(Quay.read(LogOptions.detecting(), new LogProgress(), new byte[0]))
                .isEmpty();
        LogProgress progress = new LogProgress();
        assertThat(Quay.read(LogOptions.detecting(), progress, new byte[] {0x1f, (byte) 0x8b}))
                .isEmpty();
        assertThat(progress.broken()).isEqualTo(1);
    }

    @Test
    void aLineThatIsLongerThanAnyRecordIsBroken() {
        assertThat(Quay.broken(LogFormat.AWS, "2 " + "x".repeat(1 << 21)))
                .isEqualTo("log:1: the line has more than a million bytes");
    }
}
