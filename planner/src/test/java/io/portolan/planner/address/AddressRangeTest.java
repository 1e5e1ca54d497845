package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @Nested
    class Text {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "10.0.0.5, 10.0.0.5",
            "10.0.0.5/32, 10.0.0.5",
            "10.0.0.5-10.0.0.5, 10.0.0.5",
            "10.0.0.0-10.0.0.255, 10.0.0.0/24",
            "10.0.0.0-10.0.0.254, 10.0.0.0-10.0.0.254",
            "10.0.0.1-10.0.0.2, 10.0.0.1-10.0.0.2",
            "0.0.0.0-255.255.255.255, 0.0.0.0/0",
            "0.0.0.0/0, 0.0.0.0/0",
            "255.255.255.255, 255.255.255.255",
            "2001:DB8:0:0:0:0:0:0/32, 2001:db8::/32",
            "2001:db8::1/128, 2001:db8::1",
            "2001:0db8::0001, 2001:db8::1",
            "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::/0",
            "::1-::2, ::1-::2",
            "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        })
        void isCanonical(String text, String canonical) {
            assertThat(AddressRange.parse(text)).hasToString(canonical).isEqualTo(AddressRange.parse(canonical));
        }

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1", // the first of two runs of zeros
            "2001:0:0:1:0:0:0:1, 2001:0:0:1::1", // the longest run
            "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", // one group of zeros stays
            "0:0:0:0:0:0:0:0, ::",
            "1:0:0:0:0:0:0:0, 1::",
            "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        })
        void ofIpv6IsAsRfc5952Recommends(String text, String canonical) {
            assertThat(AddressRange.parse(text).first()).isEqualTo(canonical);
        }
    }

    @Nested
    class Values {
        @Test
        void givesItsEndsAsRangesOfOneAddress() {
            AddressRange range = AddressRange.parse("10.0.0.0/24");
            assertThat(range.firstAlone()).isEqualTo(AddressRange.parse("10.0.0.0"));
            assertThat(range.lastAlone()).isEqualTo(AddressRange.parse("10.0.0.255"));
            AddressRange one = AddressRange.parse("2001:db8::1");
            assertThat(one.firstAlone()).isEqualTo(one).isEqualTo(one.lastAlone());
        }

        @Test
        void haveBothEnds() {
            AddressRange range = AddressRange.of("10.0.0.1", "10.0.0.9");
            assertThat(range.family()).isEqualTo(AddressFamily.IPV4);
            assertThat(range.first()).isEqualTo("10.0.0.1");
            assertThat(range.last()).isEqualTo("10.0.0.9");
            assertThat(range.size()).isEqualTo(9);
            assertThat(range.prefixLength()).isEmpty();
        }

        @Test
        void countWholeFamilies() {
            assertThat(AddressRange.parse("0.0.0.0/0").size()).isEqualTo(BigInteger.TWO.pow(32));
            assertThat(AddressRange.parse("::/0").size()).isEqualTo(BigInteger.TWO.pow(128));
            assertThat(AddressRange.parse("::/0").prefixLength()).hasValue(0);
        }

        @Test
        void knowThePrefixTheyAre() {
            assertThat(AddressRange.parse("10.0.0.0-10.0.1.255").prefixLength()).hasValue(23);
            assertThat(AddressRange.parse("10.0.1.0-10.0.2.255").prefixLength()).isEmpty();
            assertThat(AddressRange.parse("10.0.0.5").prefixLength()).hasValue(32);
            assertThat(AddressRange.parse("2001:db8::1").prefixLength()).hasValue(128);
        }

        @Test
        void containTheirParts() {
            AddressRange range = AddressRange.parse("10.0.0.0/24");
            assertThat(range.contains(range)).isTrue();
            assertThat(range.contains(AddressRange.parse("10.0.0.7-10.0.0.9"))).isTrue();
            assertThat(range.contains(AddressRange.parse("10.0.0.255-10.0.1.0")))
                    .isFalse();
            assertThat(range.contains(AddressRange.parse("9.255.255.255-10.0.0.0")))
                    .isFalse();
            assertThat(AddressRange.parse("::/0").contains(AddressRange.parse("0.0.0.1")))
                    .isFalse();
        }

        @Test
        void areOrderedByFamilyThenEnds() {
            assertThat(new AddressRange[] {
                        AddressRange.parse("9.255.255.255"),
                        AddressRange.parse("10.0.0.0"),
                        AddressRange.parse("10.0.0.0/24"),
                        AddressRange.parse("128.0.0.0"),
                        AddressRange.parse("::"),
                        AddressRange.parse("::/64"),
                        AddressRange.parse("::1:0:0:0:0"),
                        AddressRange.parse("8000::"),
                    })
                    .isSorted();
        }

        @Test
        void ofDifferentFamiliesAreNeverEqual() {
            assertThat(AddressRange.parse("0.0.0.1")).isNotEqualTo(AddressRange.parse("::1"));
            assertThat(AddressFamily.IPV4).hasToString("IPv4");
            assertThat(AddressFamily.IPV6.bits()).isEqualTo(128);
        }
    }

    @Nested
    class BadInput {
        private static final String EXPECTED = "; expected an address such as 10.0.0.5, a prefix such as 10.0.0.0/24,"
                + " or a range such as 10.0.0.1-10.0.0.9";

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        ``                 | it is empty
                        10.1               | it has 2 numbers and not four
                        167772161          | it has one number and not four
                        10.0.0.1.2         | it has 5 numbers and not four
                        10.0.0.            | it has a number that is not 0-255
                        10.0.0.256         | it has a number that is not 0-255
                        010.0.0.1          | it has a leading zero, which some programs read as octal
                        10.0.0.00          | it has a leading zero, which some programs read as octal
                        0x0a000001         | it is no address
                        0xa.0.0.1          | it is no address
                        ` 10.0.0.1`        | it has a blank
                        10.0.0.*           | it has a wildcard
                        *                  | it has a wildcard
                        fe80::1%eth0       | it has a zone, which is known to its host alone
                        localhost          | it is no address
                        ::1::              | it is no address
                        1:2:3:4:5:6:7      | it is no address
                        1:2:3:4:5:6:7:8:9  | it is no address
                        00001::            | it is no address
                        ::010.0.0.1        | it is no address
                        [::1]              | it is no address
                        10.0.0.1-          | "" at character 10 is empty
                        -10.0.0.1          | "" at character 1 is empty
                        10.0.0.1-9         | "9" at character 10 has one number and not four
                        10.0.0.1-2-3       | "2-3" at character 10 is no address
                        10.0.0.0-10.1.0.0/16 | "10.1.0.0/16" at character 10 is a prefix where an address must stand
                        10.0/16            | "10.0" at character 1 has 2 numbers and not four
                        """)
        void isRefusedWithThePlace(String text, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.parse(text))
                    .withMessage("not an address range: \"" + text + "\": " + why + EXPECTED);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                        10.0.0.5/24        | it has host bits set; expected 10.0.0.0/24
                        10.0.0.5/0         | it has host bits set; expected 0.0.0.0/0
                        2001:db8::1/32     | it has host bits set; expected 2001:db8::/32
                        10.0.0.9-10.0.0.1  | it is inverted; expected 10.0.0.1-10.0.0.9
                        10.0.0.1-::2       | it joins an IPv4 and an IPv6 address; expected two addresses of one family
                        10.0.0.0/33        | "33" at character 10 is no prefix length; expected a number from 0 to 32
                        10.0.0.0/024       | "024" at character 10 is no prefix length; expected a number from 0 to 32
                        10.0.0.0/          | "" at character 10 is no prefix length; expected a number from 0 to 32
                        10.0.0.0/-1        | "-1" at character 10 is no prefix length; expected a number from 0 to 32
                        10.0.0.0/255.0.0.0 | "255.0.0.0" at character 10 is no prefix length; expected a number from 0 to 32
                        10.0.0.0/8/8       | "8/8" at character 10 is no prefix length; expected a number from 0 to 32
                        ::/129             | "129" at character 4 is no prefix length; expected a number from 0 to 128
                        """)
        void isRefusedWithWhatWouldBeRight(String text, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.parse(text))
                    .withMessage("not an address range: \"" + text + "\": " + why);
        }

        @Test
        void inOneOfTwoEndsIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.of("10.0.0.1", "10.0.0.0/24"))
                    .withMessage("not an address: \"10.0.0.0/24\": it is a prefix where an address must stand;"
                            + " expected an address such as 10.0.0.5 or 2001:db8::1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.of("10.0.0.2", "10.0.0.1"))
                    .withMessage(
                            "not an address range: \"10.0.0.2-10.0.0.1\": it is inverted; expected 10.0.0.1-10.0.0.2");
        }

        @Test
        void withDigitsOfOtherScriptsIsRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse("1\u0660.0.0.1"));
            assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse("10.0.0.0/\u0662"));
            assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse("\uff11::"));
        }

        @Test
        void isQuotedOnOneShortLine() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.parse("1\n2\u202e"))
                    .withMessage("not an address range: \"1?2?\": it has a blank" + EXPECTED);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.parse("x".repeat(1000)))
                    .withMessage("not an address range: \"" + "x".repeat(60)
                            + "\"... (1000 characters): it is no address" + EXPECTED);
        }
    }

    @Nested
    class Ipv4InIpv6Form {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "::ffff:1.2.3.4, 1.2.3.4",
            "::FFFF:102:304, 1.2.3.4",
            "0:0:0:0:0:ffff:1.2.3.4, 1.2.3.4",
            "::ffff:0:0, 0.0.0.0",
            "::ffff:10.0.0.0/120, 10.0.0.0/24",
            "::ffff:10.0.0.1-::ffff:10.0.0.9, 10.0.0.1-10.0.0.9",
        })
        void isRefusedWithTheIpv4Form(String text, String right) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.parse(text))
                    .withMessage("not an address range: \"" + text + "\": it is IPv4 in IPv6 form; expected " + right);
        }

        @ParameterizedTest
        @ValueSource(strings = {"::1-::ffff:0:1", "::ffff:0:1-::1:0:0:0"})
        void isRefusedInPart(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressRange.parse(text))
                    .withMessage("not an address range: \"" + text
                            + "\": it holds a part of ::ffff:0:0/96, which is IPv4 in IPv6 form;"
                            + " expected a range with all of it or nothing of it");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "::ffff:0:0/96",
                    "::fffe:0:0/95",
                    "::1-::ffff:ffff:ffff",
                    "::ffff:0:0-::1:0:0:0",
                    "::fffe:ffff:ffff",
                    "::1:0:0:0",
                    "::1.2.3.4/128",
                })
        void isAcceptedAsAWhole(String text) {
            AddressRange range = AddressRange.parse(text);
            assertThat(AddressRange.parse(range.toString())).isEqualTo(range);
        }

        @Test
        void isAWholeInWhatOperationsLeave() {
            AddressSet rest = AddressSet.parse("::fffe:0:0/95").difference(AddressSet.parse("::fffe:0:0/96"));
            assertThat(rest).hasToString("::ffff:0:0/96").isEqualTo(AddressSet.parse("::ffff:0:0/96"));
            AddressSet others = AddressSet.parse("::fffe:ffff:ffff,::1:0:0:0").complement();
            assertThat(AddressSet.parse(others.toString())).isEqualTo(others);
        }
    }
}
