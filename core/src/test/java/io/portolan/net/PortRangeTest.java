package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {
    @Test
    void holdsBothEnds() {
        PortRange range = PortRange.of(80, 90);
        assertThat(range.size()).isEqualTo(11);
        assertThat(range.contains(79)).isFalse();
        assertThat(range.contains(80)).isTrue();
        assertThat(range.contains(90)).isTrue();
        assertThat(range.contains(91)).isFalse();
        assertThat(range.asRange()).isEqualTo(Range.closed(80, 90));
    }

    @Test
    void canBeOnePortOrAll() {
        assertThat(PortRange.of(0).size()).isEqualTo(1);
        assertThat(PortRange.of(0, 65_535).size()).isEqualTo(65_536);
    }

    @Test
    void equalsByContent() {
        assertThat(PortRange.of(80)).isEqualTo(PortRange.of(80, 80)).hasSameHashCodeAs(PortRange.of(80, 80));
        assertThat(PortRange.of(80)).isNotEqualTo(PortRange.of(80, 81));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "80", "65535", "0-65535", "49152-65535"})
    void textParsesBack(String text) {
        assertThat(PortRange.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    80,81 | "80,81" at character 1 is not a port
                    80-   | a number is missing at character 4
                    90-80 | the range 90-80 at character 1 is inverted, which may stand for 80-90
                    abc   | "abc" at character 1 is not a port
                    ``    | an entry is empty at character 1
                    """)
    void refusesTextOfMoreOrLessThanOneRange(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortRange.parse(text))
                .withMessage("not a port range: \"" + text + "\": " + why
                        + "; expected one port 0-65535 or one range, such as 80 or 49152-65535");
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortRange.of(-1, 80))
                .withMessage("port out of range: -1; expected 0-65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortRange.of(80, 65_536))
                .withMessage("port out of range: 65536; expected 0-65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortRange.of(90, 80))
                .withMessage("port range is inverted: 90-80; did you mean 80-90?");
    }

    @Test
    void ordersByFirstPortThenByLast() {
        assertThat(List.of(PortRange.of(0), PortRange.of(0, 5), PortRange.of(1), PortRange.of(1, 65_535)))
                .isSorted();
        assertThat(PortRange.of(1)).isGreaterThan(PortRange.of(0, 5)).isLessThan(PortRange.of(1, 2));
    }
}
