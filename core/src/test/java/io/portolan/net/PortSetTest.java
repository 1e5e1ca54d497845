package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortSetTest {
    @Nested
    class Merging {
        @Test
        void joinsRangesThatShareAnEndPoint() {
            assertThat(PortSet.parse("10-20,20-30")).hasToString("10-30");
            assertThat(PortSet.parse("80,80-90")).hasToString("80-90");
        }

        @Test
        void joinsAdjacentRanges() {
            assertThat(PortSet.parse("80-89,90-99")).hasToString("80-99");
            assertThat(PortSet.of(443, 80, 81, 82)).hasToString("80-82,443");
        }

        @Test
        void containsARangeThatSpansAdjacentRanges() {
            assertThat(PortSet.parse("1-100,101-200").contains(PortRange.of(90, 110)))
                    .isTrue();
        }

        @Test
        void keepsRangesApartThatDoNotTouch() {
            assertThat(PortSet.parse("80,82").ranges()).containsExactly(PortRange.of(80), PortRange.of(82));
        }

        @Test
        void keepsABuilderUsableAfterBuilding() {
            PortSet.Builder builder = PortSet.builder().add(80);
            PortSet one = builder.build();
            assertThat(builder.addAll(PortSet.of(443, 8080)).build()).isEqualTo(PortSet.of(80, 443, 8080));
            assertThat(one).isEqualTo(PortSet.of(80));
        }
    }

    @Nested
    class Edges {
        @Test
        void fullSetHolds65536Ports() {
            assertThat(PortSet.all().size()).isEqualTo(65_536);
            assertThat(PortSet.all()).hasToString("0-65535").isEqualTo(PortSet.ofRange(0, 65_535));
            assertThat(PortSet.all().contains(0)).isTrue();
            assertThat(PortSet.all().contains(65_535)).isTrue();
            assertThat(PortSet.all().prefixes()).hasToString("[0x0000/0x0000]");
        }

        @Test
        void numbersThatAreNoPortsAreInNoSet() {
            assertThat(PortSet.all().contains(-1)).isFalse();
            assertThat(PortSet.all().contains(65_536)).isFalse();
            assertThat(PortSet.all().contains(Integer.MIN_VALUE)).isFalse();
            assertThat(PortSet.all().contains(Integer.MAX_VALUE)).isFalse();
        }

        @Test
        void complementOfOnePortAtAnEdgeIsTheRest() {
            assertThat(PortSet.of(0).complementIn(PortSet.all())).hasToString("1-65535");
            assertThat(PortSet.of(65_535).complementIn(PortSet.all())).hasToString("0-65534");
            assertThat(PortSet.all().complementIn(PortSet.all())).isSameAs(PortSet.none());
            assertThat(PortSet.none().complementIn(PortSet.all())).isEqualTo(PortSet.all());
        }

        @Test
        void setOfEverySecondPortIsWhole() {
            PortSet.Builder odd = PortSet.builder();
            for (int port = 1; port < 65_536; port += 2) {
                odd.add(port);
            }
            PortSet set = odd.build();
            assertThat(set.rangeCount()).isEqualTo(32_768);
            assertThat(set.size()).isEqualTo(32_768);
            assertThat(PortSet.parse(set.toString())).isEqualTo(set);
            assertThat(set.union(set.complementIn(PortSet.all()))).isEqualTo(PortSet.all());
        }
    }

    @Nested
    class EmptySet {
        @Test
        void isOneValueHoweverMade() {
            assertThat(PortSet.parse("")).isSameAs(PortSet.none());
            assertThat(PortSet.copyOf(List.of())).isSameAs(PortSet.none());
            assertThat(PortSet.of(80).difference(PortSet.of(80))).isSameAs(PortSet.none());
            assertThat(PortSet.of(80).intersection(PortSet.of(81))).isSameAs(PortSet.none());
        }

        @Test
        void hasNoPortsAndIsInEverySet() {
            assertThat(PortSet.none()).hasToString("");
            assertThat(PortSet.none().size()).isZero();
            assertThat(PortSet.none().ports()).isEmpty();
            assertThat(PortSet.none().prefixes()).isEmpty();
            assertThat(PortSet.none().contains(PortSet.none())).isTrue();
            assertThat(PortSet.of(80).contains(PortSet.none())).isTrue();
            assertThat(PortSet.none().intersects(PortSet.all())).isFalse();
        }

        @Test
        void hasNoFirstAndNoLastPort() {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> PortSet.none().first());
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> PortSet.none().last());
        }
    }

    @Nested
    class Prefixes {
        @ParameterizedTest(name = "{0} is {1} prefixes")
        @CsvSource({
            "49152-65535, 1",
            "1024-65535, 6",
            "1025-5000, 16",
            "1024-5000, 7",
            "64001-65000, 15",
            "10124-10139, 3",
            "63000-64000, 7",
            "33000-65535, 9",
            "1-65535, 16",
            "1-65534, 30",
            "0-65535, 1",
        })
        void areAsFewAsPublishedFigures(String ports, int count) {
            assertThat(PortSet.parse(ports).prefixes()).hasSize(count);
        }

        @Test
        void haveValueMaskAndRange() {
            PortPrefix prefix = PortSet.ofRange(49_152, 65_535).prefixes().get(0);
            assertThat(prefix.value()).isEqualTo(0xc000);
            assertThat(prefix.mask()).isEqualTo(0xc000);
            assertThat(prefix.range()).isEqualTo(PortRange.of(49_152, 65_535));
            assertThat(PortSet.of(80).prefixes()).hasToString("[0x0050/0xffff]");
        }
    }

    @Nested
    class GuavaRangeSets {
        @Test
        void readOpenEndsAsWholeNumbers() {
            assertThat(PortSet.copyOf(ImmutableRangeSet.of(Range.openClosed(80, 90))))
                    .hasToString("81-90");
            assertThat(PortSet.copyOf(ImmutableRangeSet.of(Range.closedOpen(0, 65_536))))
                    .isEqualTo(PortSet.all());
            assertThat(PortSet.copyOf(ImmutableRangeSet.of(Range.open(10_210, 10_211))))
                    .isSameAs(PortSet.none());
        }

        @Test
        void mergeWhereGuavaKeepsAdjacentRangesApart() {
            ImmutableRangeSet<Integer> apart = ImmutableRangeSet.<Integer>builder()
                    .add(Range.closed(1, 2))
                    .add(Range.closed(3, 4))
                    .build();
            assertThat(apart.asRanges()).hasSize(2);
            assertThat(PortSet.copyOf(apart)).hasToString("1-4");
        }

        @Test
        void areRefusedBeyondThePorts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.copyOf(ImmutableRangeSet.of(Range.atLeast(1024))))
                    .withMessage("port range has no bound: [1024..+∞); expected one within 0-65535");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.copyOf(ImmutableRangeSet.of(Range.closed(1, 65_536))))
                    .withMessage("port range out of range: [1..65536]; expected one within 0-65535");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            PortSet.copyOf(ImmutableRangeSet.of(Range.closed(Integer.MAX_VALUE, Integer.MAX_VALUE))))
                    .withMessageContaining("2147483647");
        }

        @Test
        void comeBackClosed() {
            assertThat(PortSet.parse("80-90").asRangeSet()).isEqualTo(ImmutableRangeSet.of(Range.closed(80, 90)));
        }
    }

    @Nested
    class BadInput {
        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        -1       | a number is missing at character 1
                        65536    | "65536" at character 1 is not a port
                        80-      | a number is missing at character 4
                        -80      | a number is missing at character 1
                        90-80    | the range 90-80 at character 1 is inverted, which may stand for 80-90
                        443,90-80 | the range 90-80 at character 5 is inverted, which may stand for 80-90
                        80,,443  | an entry is empty at character 4
                        ,80      | an entry is empty at character 1
                        80,      | an entry is empty at character 4
                        0x50     | "0x50" at character 1 is not a port
                        ` 80 `   | " 80 " at character 1 is not a port
                        080      | "080" at character 1 is not a port
                        80,00    | "00" at character 4 is not a port
                        +80      | "+80" at character 1 is not a port
                        1-2-3    | "2-3" at character 3 is not a port
                        ٨٠       | "٨٠" at character 1 is not a port
                        http     | "http" at character 1 is not a port
                        99999999999999999999 | "99999999999999999999" at character 1 is not a port
                        """)
        void isRefusedWithValuePlaceAndWhatIsRight(String text, String what) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.parse(text))
                    .withMessage("not a port list: \"" + text + "\": " + what
                            + "; expected ports 0-65535 and ranges, joined by commas without blanks, such as"
                            + " 80,443,49152-65535");
        }

        @Test
        void hugeListIsRefusedWithAShortMessage() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.parse("80,".repeat(10_000_000) + "80"))
                    .withMessageContaining("more than 32768 entries")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        }

        @Test
        void longNumberIsCutInTheMessage() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.parse("8".repeat(1_000_000)))
                    .withMessageContaining("(1000000 characters)")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        }

        @Test
        void messageStaysOneLine() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.parse("80\n\u202e\u2028443"))
                    .withMessageContaining("\"80???443\"");
        }

        @Test
        void numbersOutOfRangeAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.of(-1))
                    .withMessage("port out of range: -1; expected 0-65535");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.of(80, 65_536))
                    .withMessage("port out of range: 65536; expected 0-65535");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortSet.builder().addRange(90, 80))
                    .withMessage("port range is inverted: 90-80; did you mean 80-90?");
        }

        @Test
        @SuppressWarnings("NullAway") // for callers without a checker
        void nullIsRefused() {
            assertThatNullPointerException().isThrownBy(() -> PortSet.parse(null));
            assertThatNullPointerException().isThrownBy(() -> PortSet.all().union(null));
            assertThatNullPointerException().isThrownBy(() -> PortSet.copyOf((Iterable<PortRange>) null));
        }
    }

    @Test
    void parsesTheNumberZeroWhereverItStands() {
        assertThat(PortSet.parse("443,0")).isEqualTo(PortSet.of(0, 443));
        assertThat(PortSet.parse("443,0-1")).isEqualTo(PortSet.of(0, 1, 443));
    }

    @Test
    void ordersByFirstPortThenByLastThenByWhatFollows() {
        assertThat(List.of("", "0", "0,2", "0-1", "80", "80,443", "80-90", "65535").stream()
                        .map(PortSet::parse))
                .isSorted();
    }

    @Test
    void equalsNothingElse() {
        assertThat(PortSet.of(80)).isNotEqualTo("80").isNotEqualTo(null).isNotEqualTo(PortSet.of(81));
    }
}
