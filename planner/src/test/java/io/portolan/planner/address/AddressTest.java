package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void isTheNumberThatItsTextStates() {
        Address four = Address.parse("10.0.0.5");
        assertThat(four.family()).isEqualTo(AddressFamily.IPV4);
        assertThat(four.high()).isZero();
        assertThat(four.low()).isEqualTo(0x0a00_0005L);
        assertThat(four).isEqualTo(Address.ofIpv4(0x0a00_0005)).hasToString("10.0.0.5");
        Address six = Address.parse("2001:db8::1");
        assertThat(six.high()).isEqualTo(0x2001_0db8_0000_0000L);
        assertThat(six.low()).isEqualTo(1);
        assertThat(six).isEqualTo(Address.ofIpv6(six.high(), six.low()));
    }

    @Test
    void hasNeighborsUpToTheEndsOfItsFamily() {
        assertThat(Address.parse("10.0.0.255").next()).hasToString("10.0.1.0");
        assertThat(Address.parse("2001:db8::ffff:ffff:ffff:ffff").next()).hasToString("2001:db8:0:1::");
        assertThat(Address.parse("2001:db8:0:1::").previous()).hasToString("2001:db8::ffff:ffff:ffff:ffff");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Address.parse("255.255.255.255").next())
                .withMessage("255.255.255.255 is the last address of IPv4");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Address.ofIpv6(-1, -1).next());
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Address.parse("::").previous())
                .withMessage(":: is the first address of IPv6");
    }

    @Test
    void twoOfAFamilyMakeARange() {
        assertThat(AddressRange.of(Address.parse("10.0.0.1"), Address.parse("10.0.0.9")))
                .isEqualTo(AddressRange.parse("10.0.0.1-10.0.0.9"));
        assertThat(AddressRange.of(Address.ofIpv6(0, 0), Address.ofIpv6(-1, -1)))
                .isEqualTo(AddressRange.parse("::/0"));
    }

    @Test
    void refusesRangesThatTextsCannotState() {
        Address mapped = Address.ofIpv6(0, 0xffff_0a00_0001L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(mapped, mapped))
                .withMessageContaining("IPv4 in IPv6 form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(Address.parse("::"), mapped))
                .withMessageContaining("::ffff:0:0/96");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(Address.parse("10.0.0.9"), Address.parse("10.0.0.1")))
                .withMessageContaining("inverted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(Address.parse("10.0.0.9"), Address.parse("::1")))
                .withMessageContaining("one family");
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse("10.0.0.0/8"));
    }
}
