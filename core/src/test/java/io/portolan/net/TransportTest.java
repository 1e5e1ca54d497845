package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class TransportTest {
    @Test
    void tcpAndUdpHaveDestinationPortsAndComeFromAny() {
        PortTransport https = Transport.tcp(PortSet.of(443));
        assertThat(https.protocol()).isSameAs(IpProtocol.TCP);
        assertThat(https.destinationPorts()).isEqualTo(PortSet.of(443));
        assertThat(https.sourcePorts()).isEqualTo(PortSet.all());
        assertThat(https).hasToString("tcp 443").isNotEqualTo(Transport.udp(PortSet.of(443)));
    }

    @Test
    void sourcePortsNarrow() {
        PortTransport dhcp = Transport.udp(PortSet.of(68)).from(PortSet.of(67));
        assertThat(dhcp.sourcePorts()).isEqualTo(PortSet.of(67));
        assertThat(dhcp).hasToString("udp 68 from 67").isNotEqualTo(Transport.udp(PortSet.of(68)));
    }

    @Test
    @SuppressWarnings("NullAway") // for callers without a checker
    void portsMustNotBeMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.tcp(PortSet.none()))
                .withMessage("tcp without a destination port matches nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.udp(PortSet.of(53)).from(PortSet.none()))
                .withMessage("udp without a source port matches nothing");
        assertThatNullPointerException().isThrownBy(() -> Transport.tcp(null));
    }

    @Test
    void icmpHasTypeAndCode() {
        assertThat(Transport.icmp()).hasToString("icmp");
        assertThat(Transport.icmp(8)).hasToString("icmp type 8");
        assertThat(Transport.icmp(3, 4)).hasToString("icmp type 3 code 4");
        assertThat(Transport.icmpV6()).hasToString("icmpv6");
        assertThat(Transport.icmpV6(128)).hasToString("icmpv6 type 128");
        assertThat(Transport.icmpV6(1, 4)).hasToString("icmpv6 type 1 code 4");
        assertThat(Transport.icmp(8)).isNotEqualTo(Transport.icmpV6(8)).isEqualTo(Transport.icmp(8));
    }

    @Test
    void icmpTypesAndCodesAreBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.icmp(256))
                .withMessage("icmp type out of range: 256; expected 0-255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.icmpV6(1, -1))
                .withMessage("icmpv6 code out of range: -1; expected 0-255");
    }

    @Test
    void otherProtocolsAreBare() {
        assertThat(Transport.ip(IpProtocol.VRRP)).hasToString("vrrp");
        assertThat(Transport.ip(IpProtocol.of(200))).hasToString("ip:200");
        assertThat(Transport.ip(IpProtocol.GRE).protocol().number()).isEqualTo(47);
    }

    @Test
    void protocolsWithPortsOrTypesAreNotBare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.ip(IpProtocol.TCP))
                .withMessage("tcp has ports: use Transport.tcp(PortSet.all()) if all of them are meant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.ip(IpProtocol.ICMPV6))
                .withMessage("icmpv6 has types: use Transport.icmp() or Transport.icmpV6()");
    }
}
