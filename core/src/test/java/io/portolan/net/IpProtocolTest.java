package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpProtocolTest {
    @ParameterizedTest
    @CsvSource({
        "icmp,1",
        "tcp,6",
        "udp,17",
        "gre,47",
        "esp,50",
        "ah,51",
        "icmpv6,58",
        "vrrp,112",
        "ip:0,0",
        "ip:255,255"
    })
    void hasANameForItsAssignedNumber(String name, int number) {
        assertThat(IpProtocol.of(number)).hasToString(name).isSameAs(IpProtocol.parse(name));
        assertThat(IpProtocol.of(number).number()).isEqualTo(number);
    }

    @Test
    void isOneInstanceForEachNumberAndItsTextParsesBack() {
        IntStream.rangeClosed(0, 255).forEach(number -> {
            IpProtocol protocol = IpProtocol.of(number);
            assertThat(protocol.number()).isEqualTo(number);
            assertThat(IpProtocol.parse(protocol.toString())).isSameAs(protocol);
            assertThat(IpProtocol.parse(Integer.toString(number))).isSameAs(protocol);
            assertThat(IpProtocol.parse("ip:" + number)).isSameAs(protocol);
            assertThat(protocol.hasPorts()).isEqualTo(number == 6 || number == 17);
        });
    }

    @Test
    void parsesNamesInAnyCase() {
        assertThat(IpProtocol.parse("TCP")).isSameAs(IpProtocol.TCP);
        assertThat(IpProtocol.parse("ICMPv6")).isSameAs(IpProtocol.ICMPV6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tpc", "256", "-1", "ip:", "ip:256", "ip:tcp", " tcp", "006", "rdp"})
    void refusesOtherText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpProtocol.parse(text))
                .withMessage("not an IP protocol: \"" + text
                        + "\"; expected tcp, udp, icmp, icmpv6, gre, esp, ah, vrrp or a number 0-255");
    }

    @Test
    @SuppressWarnings("NullAway") // for callers without a checker
    void refusesNumbersOutOfRangeAndNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpProtocol.of(256))
                .withMessage("IP protocol out of range: 256; expected 0-255");
        assertThatIllegalArgumentException().isThrownBy(() -> IpProtocol.of(-1));
        assertThatNullPointerException().isThrownBy(() -> IpProtocol.parse(null));
    }

    @Test
    void ordersByNumber() {
        assertThat(IpProtocol.ICMP).isLessThan(IpProtocol.TCP);
        assertThat(IpProtocol.VRRP).isGreaterThan(IpProtocol.AH);
    }
}
