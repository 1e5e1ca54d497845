package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.net.DynamicPorts.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicPortsTest {
    @Test
    void defaultsAreThoseOfWindows() {
        assertThat(DynamicPorts.MODERN.ports()).hasToString("49152-65535");
        assertThat(DynamicPorts.MODERN.ports().size()).isEqualTo(16_384);
        assertThat(DynamicPorts.LEGACY.ports()).hasToString("1025-5000");
        assertThat(DynamicPorts.LEGACY.ports().size()).isEqualTo(3_976);
        assertThat(DynamicPorts.MIXED.ports()).hasToString("1025-5000,49152-65535");
    }

    @Test
    void acceptsTheRangesThatWindowsAccepts() {
        assertThat(DynamicPorts.of(1025, 60_000).ports()).hasToString("1025-60000");
        assertThat(DynamicPorts.of(65_281, 65_535).ports().size()).isEqualTo(255);
    }

    @Test
    void equalsADefaultWhereThePortsAreTheSame() {
        assertThat(DynamicPorts.of(49_152, 65_535))
                .isEqualTo(DynamicPorts.MODERN)
                .hasToString("modern");
        assertThat(DynamicPorts.of(1025, 5000)).isEqualTo(DynamicPorts.LEGACY).hasToString("legacy");
        assertThat(DynamicPorts.rpcOnly(PortSet.ofRange(49_152, 65_535)))
                .isNotEqualTo(DynamicPorts.MODERN)
                .hasToString("rpc:49152-65535");
    }

    @Test
    void refusesWhatWindowsRefusesWithTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.of(1024, 5000))
                .withMessage("Windows refuses the dynamic range 1024-5000: it must start at 1025 or above");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.of(50_000, 65_536))
                .withMessage("Windows refuses the dynamic range 50000-65536: it must end at 65535 or below");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.of(50_000, 50_253))
                .withMessage("Windows refuses the dynamic range 50000-50253: it must have 255 ports or more, not 254;"
                        + " RPC alone can have fewer, as in rpc:5001-5100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.of(60_000, 50_000))
                .withMessageContaining("not 0;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.of(1025, Integer.MIN_VALUE))
                .withMessageContaining("not 0;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.rpcOnly(PortSet.none()))
                .withMessage("RPC needs at least one port, but the set is empty");
    }

    @Test
    void tellsWhatMicrosoftAdvisesAgainst() {
        assertThat(DynamicPorts.MODERN.advice()).isEmpty();
        assertThat(DynamicPorts.of(50_000, 50_999).advice()).isEmpty();
        assertThat(DynamicPorts.LEGACY.advice()).containsExactly(Advice.STARTS_BELOW_5001);
        assertThat(DynamicPorts.MIXED.advice()).containsExactly(Advice.STARTS_BELOW_5001, Advice.BOTH_GENERATIONS);
        assertThat(DynamicPorts.of(1025, 65_535).advice()).containsExactly(Advice.STARTS_BELOW_5001);
        assertThat(DynamicPorts.rpcOnly(PortSet.ofRange(5001, 5099)).advice())
                .containsExactly(Advice.FEWER_THAN_100_PORTS);
        assertThat(DynamicPorts.rpcOnly(PortSet.ofRange(5001, 5100)).advice()).isEmpty();
        assertThat(DynamicPorts.rpcOnly(PortSet.ofRange(5000, 5099)).advice())
                .containsExactly(Advice.STARTS_BELOW_5001);
        assertThat(Advice.FEWER_THAN_100_PORTS).hasToString("fewer than 100 ports; a busy host can run out of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern", "legacy", "mixed", "50000-50999", "1025-60000", "rpc:135", "rpc:5001-5100,6000"})
    void textParsesBack(String text) {
        assertThat(DynamicPorts.parse(text)).hasToString(text);
        assertThat(DynamicPorts.parse(text))
                .isEqualTo(DynamicPorts.parse(text))
                .hasSameHashCodeAs(DynamicPorts.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Modern",
                "dynamic",
                "50000-",
                "50000-50999,60000",
                "rpc",
                "-1",
                "rpc:",
                "rpc:80-",
                "50999-50000",
                "1024-5000"
            })
    void refusesOtherText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicPorts.parse(text))
                .withMessageStartingWith("not a dynamic range: \"" + text
                        + "\"; expected modern, legacy, mixed, a range such as 50000-50999, or rpc:5001-5100 (");
    }
}
