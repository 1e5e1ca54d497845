package io.portolan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsCellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "443; 443; []",
                "389/TCP/UDP; 389; [tcp, udp]",
                "53 (TCP/UDP); 53; [tcp, udp]",
                "53 (UDP, TCP); 53; [udp, tcp]",
                "TCP and UDP 389; 389; [tcp, udp]",
                "TCP 80, 443; 80,443; [tcp]",
                "80, 81 and 443; 80-81,443; []",
                "UDP ports 1812 and 1813; 1812-1813; [udp]",
                "5671 (TCP); 5671; [tcp]",
                "10124- 10139; 10124-10139; []",
                "10124–10139 tcp; 10124-10139; [tcp]",
                "0; 0; []",
                "65535/UDP; 65535; [udp]"
            })
    void understands(String cell, String ports, String protocols) {
        PortsCell read = PortsCell.parse(cell);
        assertThat(read.doubts()).isEmpty();
        assertThat(read.ports().orElseThrow()).hasToString(ports);
        assertThat(read.protocols()).hasToString(protocols);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 or 8530",
                "443 or 80 / 8530 or 8531",
                "80/8530",
                "80|8530",
                "DYNAMIC",
                "any",
                "49152-65535",
                "1024-65535/TCP",
                "70000",
                "443-80",
                "TCP 80 UDP",
                "TCP 80, UDP 53",
                "49152- 65535 (Random high RPC Port) (TCP)",
                "<port>",
                "443 (optional)"
            })
    void doubtsWithoutPorts(String cell) {
        PortsCell read = PortsCell.parse(cell);
        assertThat(read.ports()).isEmpty();
        assertThat(read.doubts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "--", "—", "N/A", "None"})
    void knowsWhatSaysNothing(String cell) {
        assertThat(PortsCell.parse(cell).ports()).isEmpty();
        assertThat(PortsCell.parse(cell).doubts()).isEmpty();
    }

    @Test
    void footnotesLeaveTheWordsAndStay() {
        Cell cell = Cell.of("SMB (**) and more [3] (See note 1, Alternate) †", java.util.List.of(" Note 2 "), false);
        assertThat(cell.text()).isEqualTo("SMB and more");
        assertThat(cell.footnotes()).containsExactly("Note 2", "**", "3", "See note 1, Alternate", "†");
        assertThat(Cell.of("*.example.com", java.util.List.of(), false).text()).isEqualTo("*.example.com");
    }
}
