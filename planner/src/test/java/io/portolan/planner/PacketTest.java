package io.portolan.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PacketTest {
    private static final Transport HTTPS = Transport.tcp(PortSet.of(443));

    @Test
    void hasEndsAndATransport() {
        Packet packet = Packet.of("10.0.0.1", "login.example.com", HTTPS);
        assertThat(packet).hasToString("10.0.0.1 -> login.example.com: tcp 443");
        assertThat(packet.source()).hasToString("10.0.0.1");
        assertThat(packet.destination()).hasToString("login.example.com");
        assertThat(packet.transport()).isEqualTo(HTTPS);
        assertThat(packet)
                .isEqualTo(Packet.of("10.0.0.1", "LOGIN.example.com", HTTPS))
                .hasSameHashCodeAs(Packet.of("10.0.0.1", "LOGIN.example.com", HTTPS))
                .isNotEqualTo(Packet.of("10.0.0.2", "login.example.com", HTTPS))
                .isNotEqualTo(Packet.of("10.0.0.1", "10.0.0.2", HTTPS))
                .isNotEqualTo(Packet.of("10.0.0.1", "login.example.com", Transport.tcp(PortSet.of(80))))
                .isNotEqualTo("10.0.0.1 -> login.example.com: tcp 443");
    }

    @Nested
    class Refused {
        @Test
        void isMoreThanOneAddress() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("10.0.0.0/24", "10.0.0.1", HTTPS))
                    .withMessage("source of a packet: \"10.0.0.0/24\" is not one address or name");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("10.0.0.1", "a.example,b.example", HTTPS))
                    .withMessage("destination of a packet: \"a.example,b.example\" is not one address or name");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("10.0.0.1", "10.0.0.2,b.example", HTTPS))
                    .withMessage("destination of a packet: \"10.0.0.2,b.example\" is not one address or name");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("", "10.0.0.2", HTTPS))
                    .withMessage("source of a packet: \"\" is not one address or name");
        }

        @Test
        void isWhatIsNoAddress() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("10.0.0.1", "10.0.0.256", HTTPS))
                    .withMessageStartingWith("destination of a packet: not a list of peers: \"10.0.0.256\": ");
        }

        @Test
        void isOneFamilyToTheOther() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("10.0.0.1", "2001:db8::1", HTTPS))
                    .withMessage("no packet goes from 10.0.0.1 to 2001:db8::1: one is IPv4 and the other IPv6");
        }

        @Test
        void isIcmpOfTheOtherFamily() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("10.0.0.1", "10.0.0.2", Transport.icmpV6(128)))
                    .withMessage("no packet of icmpv6 goes from 10.0.0.1 to 10.0.0.2: it is of IPv6 alone");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("2001:db8::1", "login.example.com", Transport.icmp(8)))
                    .withMessage("no packet of icmp goes from 2001:db8::1 to login.example.com: it is of IPv4 alone");
        }

        @Test
        void isMoreThanOnePortOrType() {
            for (Transport many : List.of(
                    Transport.tcp(PortSet.of(80, 443)),
                    Transport.udp(PortSet.of(53)).from(PortSet.of(1, 2)),
                    Transport.icmp())) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Packet.of("10.0.0.1", "10.0.0.2", many))
                        .withMessage("not the transport of one packet: " + many
                                + "; expected one port, or one type of ICMP");
            }
        }
    }

    @Test
    void canBeOfAnyProtocol() {
        assertThat(Packet.of("10.0.0.1", "10.0.0.2", Transport.ip(IpProtocol.GRE)))
                .hasToString("10.0.0.1 -> 10.0.0.2: gre");
        assertThat(Packet.of("10.0.0.1", "10.0.0.2", Transport.icmp(8)))
                .hasToString("10.0.0.1 -> 10.0.0.2: icmp type 8");
        assertThat(Packet.of("10.0.0.1", "10.0.0.2", Transport.icmp(3, 4)))
                .hasToString("10.0.0.1 -> 10.0.0.2: icmp type 3 code 4");
        assertThat(Packet.of(
                        "10.0.0.1", "10.0.0.2", Transport.udp(PortSet.of(68)).from(PortSet.of(67))))
                .hasToString("10.0.0.1 -> 10.0.0.2: udp 68 from 67");
    }
}
