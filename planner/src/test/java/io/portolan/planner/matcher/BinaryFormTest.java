package io.portolan.planner.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryFormTest {
    private static PolicyMatcher matcher(String destination) {
        return PolicyMatcher.builder()
                .flow(
                        "shop.web",
                        Peers.parse("10.0.0.0/24,2001:db8::/64"),
                        Peers.parse(destination),
                        Transport.tcp(PortSet.of(443)),
                        Optional.of(Transport.tcp(PortSet.of(443))))
                .known(AddressSet.parse("10.0.0.0/16"))
                .build();
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] bytes = matcher("10.0.1.5,2001:db8:1::5").toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> PolicyMatcher.parse(changed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not the binary form of a policy matcher: ");
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] bytes = matcher("10.0.1.5").toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> PolicyMatcher.parse(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not the binary form of a policy matcher: ");
        }
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] bytes = matcher("10.0.1.5").toBytes();
        bytes[4] = 9;
        assertThatThrownBy(() -> PolicyMatcher.parse(bytes))
                .hasMessage(
                        "not the binary form of a policy matcher: it is of version 9, and this program reads version 1;"
                                + " compile the policy again");
    }

    /** Whoever makes a right check sum for wrong content gets the same error, whatever the content is. */
    @Test
    void contentIsCheckedEvenIfTheSumIsRight() {
        byte[] bytes = matcher("10.0.1.5,2001:db8:1::5").toBytes();
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = bytes.clone();
            int end = changed.length - 4;
            for (int j = random.nextInt(3); j >= 0; j--) {
                changed[5 + random.nextInt(end - 5)] = (byte) random.nextInt();
            }
            System.arraycopy(Hashing.crc32c().hashBytes(changed, 0, end).asBytes(), 0, changed, end, 4);
            try {
                PolicyMatcher.parse(changed).verdict(0x0a00_0001, 0x0a00_0105, 6, 50_000, 443);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("not the binary form of a policy matcher: ");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void whatDiffersHasAnotherFingerprint() {
        PolicyMatcher matcher = matcher("10.0.1.5");
        assertThat(matcher("10.0.1.5")).isEqualTo(matcher);
        assertThat(matcher("10.0.1.6")).isNotEqualTo(matcher);
        assertThat(matcher("10.0.1.6").fingerprint()).isNotEqualTo(matcher.fingerprint());
        assertThat(matcher("10.0.1.5,login.example.com").fingerprint()).isNotEqualTo(matcher.fingerprint());
    }

    @Test
    void knowsAddressesOfPlacesAlone() {
        PolicyMatcher matcher = matcher("10.0.1.5,login.example.com");
        assertThat(matcher.isKnown(0x0a00_0001)).isTrue();
        assertThat(matcher.isKnown(0x0b00_0001)).isFalse();
        assertThat(matcher.isKnown(0x2001_0db8_0000_0000L, 1)).isFalse();
        assertThat(matcher.flows()).containsExactly("shop.web");
    }

    @Test
    void whatMayGoToANameOutsideIsNotNeededButToldApart() {
        PolicyMatcher matcher = PolicyMatcher.builder()
                .flow(
                        "shop.login",
                        Peers.parse("10.0.0.0/24"),
                        Peers.parse("login.example.com"),
                        Transport.tcp(PortSet.of(443)),
                        Optional.of(Transport.tcp(PortSet.of(443))))
                .known(AddressSet.parse("10.0.0.0/16"))
                .inside(AddressSet.parse("10.0.0.0/16"))
                .build();
        int outside = matcher.verdict(0x0a00_0001, 0x0b00_0001, 6, 50_000, 443);
        assertThat(matcher.isNeeded(outside)).isFalse();
        assertThat(matcher.mayBeNeeded(outside)).isTrue();
        assertThat(matcher.mayBeAnswer(outside)).isTrue();
        assertThat(matcher.maybeNeededBy(outside).asList()).containsExactly(0);
        assertThat(matcher.verdict(0x0a00_0001, 0x0a00_0105, 6, 50_000, 443)).isZero();
        assertThat(matcher.verdict(0x0a00_0001, 0x0b00_0001, 6, 50_000, 80)).isZero();
        assertThat(Outcome.reason(Outcome.of(matcher, outside, 0, Orientation.EITHER, false)))
                .isEqualTo(Verdict.Reason.NAME_OUTSIDE);
    }
}
