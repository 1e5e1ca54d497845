package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigInteger;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressSetTest {
    private static AddressSet set(String text) {
        return AddressSet.parse(text);
    }

    @Nested
    class Merging {
        @Test
        void joinsRangesThatOverlapOrTouch() {
            assertThat(set("10.0.0.0/25,10.0.0.128/25")).hasToString("10.0.0.0/24");
            assertThat(set("10.0.0.1-10.0.0.5,10.0.0.3-10.0.0.9").ranges())
                    .containsExactly(AddressRange.of("10.0.0.1", "10.0.0.9"));
            assertThat(set("10.0.0.0/24,10.0.0.7")).hasToString("10.0.0.0/24");
        }

        @Test
        void joinsAcrossTheMiddleOfAnIpv6Address() {
            assertThat(set("2001:db8::/64,2001:db8:0:1::/64")).hasToString("2001:db8::/63");
            assertThat(set("::ffff:ffff:ffff:ffff,::1:0:0:0:0").ranges()).hasSize(1);
        }

        @Test
        void keepsRangesApartThatDoNotTouch() {
            assertThat(set("10.0.0.1,10.0.0.3").ranges()).hasSize(2);
            assertThat(set("::ffff:ffff:ffff:ffff,::2:0:0:0:0").ranges()).hasSize(2);
        }

        @Test
        void keepsFamiliesApart() {
            assertThat(set("::,255.255.255.255").ranges())
                    .containsExactly(AddressRange.parse("255.255.255.255"), AddressRange.parse("::"));
        }

        @Test
        void keepsABuilderUsableAfterBuilding() {
            AddressSet.Builder builder = AddressSet.builder().add(AddressRange.parse("10.0.0.2"));
            AddressSet one = builder.build();
            assertThat(builder.addAll(set("10.0.0.0/31")).build()).hasToString("10.0.0.0/31,10.0.0.2");
            assertThat(one).hasToString("10.0.0.2");
        }
    }

    @Nested
    class Everything {
        @Test
        void isBothFamilies() {
            assertThat(AddressSet.any()).hasToString("0.0.0.0/0,::/0").isEqualTo(set("::/0,0.0.0.0/0"));
            assertThat(AddressSet.any().isAny()).isTrue();
            assertThat(AddressSet.anyIpv4().isAny()).isFalse();
            assertThat(AddressSet.anyIpv6().isAny()).isFalse();
            assertThat(AddressSet.anyIpv4().union(AddressSet.anyIpv6()).isAny()).isTrue();
            assertThat(AddressSet.any().size())
                    .isEqualTo(BigInteger.TWO.pow(128).add(BigInteger.TWO.pow(32)));
            assertThat(AddressSet.any().ipv4()).isEqualTo(AddressSet.anyIpv4());
            assertThat(AddressSet.any().ipv6()).isEqualTo(AddressSet.anyIpv6());
        }

        @ParameterizedTest(name = "all but {0}")
        @CsvSource({
            "0.0.0.0, 0.0.0.1-255.255.255.255, 32",
            "255.255.255.255, 0.0.0.0-255.255.255.254, 32",
            "128.0.0.0/1, 0.0.0.0/1, 1",
        })
        void withoutAnIpv4RangeAtAnEndIsTheRest(String hole, String rest, int prefixes) {
            AddressSet others = set(hole).complement().ipv4();
            assertThat(others.ranges()).containsExactly(AddressRange.parse(rest));
            assertThat(others.prefixes()).hasSize(prefixes);
        }

        @ParameterizedTest(name = "all but {0}")
        @CsvSource({
            "::, ::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 128",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe, 128",
            "8000::/1, ::/1, 1",
        })
        void withoutAnIpv6RangeAtAnEndIsTheRest(String hole, String rest, int prefixes) {
            AddressSet others = set(hole).complement().ipv6();
            assertThat(others.ranges()).containsExactly(AddressRange.parse(rest));
            assertThat(others.prefixes()).hasSize(prefixes);
        }
    }

    @Nested
    class EmptySet {
        @Test
        void isOneValueHoweverMade() {
            assertThat(set("")).isSameAs(AddressSet.none());
            assertThat(AddressSet.of()).isSameAs(AddressSet.none());
            assertThat(set("::1").ipv4()).isSameAs(AddressSet.none());
            assertThat(set("::1").difference(set("::/64"))).isSameAs(AddressSet.none());
            assertThat(AddressSet.any().complement()).isSameAs(AddressSet.none());
        }

        @Test
        void hasNoAddressesAndIsInEverySet() {
            assertThat(AddressSet.none()).hasToString("");
            assertThat(AddressSet.none().isEmpty()).isTrue();
            assertThat(AddressSet.none().size()).isZero();
            assertThat(AddressSet.none().ranges()).isEmpty();
            assertThat(AddressSet.none().prefixes()).isEmpty();
            assertThat(AddressSet.none().contains("10.0.0.1")).isFalse();
            assertThat(AddressSet.none().contains(AddressSet.none())).isTrue();
            assertThat(set("::1").contains(AddressSet.none())).isTrue();
            assertThat(AddressSet.none().intersects(AddressSet.any())).isFalse();
            assertThat(AddressSet.none().complement()).isEqualTo(AddressSet.any());
        }

        @Test
        void hasNoFirstAddress() {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> AddressSet.none().first())
                    .withMessage("the empty address set has no first address");
        }
    }

    @Nested
    class Membership {
        @Test
        void asksByText() {
            AddressSet addresses = set("10.0.0.0/24,2001:db8::/32");
            assertThat(addresses.contains("10.0.0.255")).isTrue();
            assertThat(addresses.contains("10.0.1.0")).isFalse();
            assertThat(addresses.contains("2001:db8:ffff::")).isTrue();
            assertThat(addresses.contains("::10.0.0.1")).isFalse();
            assertThat(addresses.first()).isEqualTo("10.0.0.0");
        }

        @Test
        void spansAdjacentRanges() {
            assertThat(set("10.0.0.0/25,10.0.0.128/25").contains(AddressRange.parse("10.0.0.100-10.0.0.200")))
                    .isTrue();
        }

        @Test
        void ofTextThatIsNoAddressIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressSet.any().contains("login.example.com"))
                    .withMessage("not an address: \"login.example.com\": it is no address;"
                            + " expected an address such as 10.0.0.5 or 2001:db8::1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressSet.any().contains("::ffff:10.0.0.1"))
                    .withMessage("not an address: \"::ffff:10.0.0.1\": it is IPv4 in IPv6 form; expected 10.0.0.1");
        }
    }

    @Nested
    class Prefixes {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource(delimiter = '|', textBlock = """
                        10.0.0.1-10.0.0.6            | 10.0.0.1,10.0.0.2/31,10.0.0.4/31,10.0.0.6
                        10.0.0.0-10.0.1.255          | 10.0.0.0/23
                        10.0.1.0-10.0.2.255          | 10.0.1.0/24,10.0.2.0/24
                        10.0.0.5,10.0.0.4,::1,::     | 10.0.0.4/31,::/127
                        2001:db8::/33,2001:db8:8000::/33 | 2001:db8::/32
                        """)
        void areTheText(String text, String prefixes) {
            assertThat(set(text)).hasToString(prefixes);
        }

        @Test
        void ofAllAddressesBetweenTheEndsAreAsManyAsThereCanBe() {
            assertThat(set("0.0.0.1-255.255.255.254").prefixes()).hasSize(62);
            assertThat(set("::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe").prefixes())
                    .hasSize(254);
        }
    }

    @Nested
    class Scale {
        @Test
        void manyHostsInAnyOrderMakeOneSet() {
            AddressSet.Builder builder = AddressSet.builder();
            for (int i = 0; i < 10_000; i++) {
                int host = (i * 7919) % 10_000; // every host once, scattered
                builder.add(AddressRange.parse("10." + host / 2500 + "." + host / 10 % 250 + "." + host % 10 * 2));
            }
            AddressSet hosts = builder.build();
            assertThat(hosts.ranges()).hasSize(10_000);
            assertThat(hosts.complement().complement()).isEqualTo(hosts);
            assertThat(hosts.union(hosts.complement())).isEqualTo(AddressSet.any());
            assertThat(AddressSet.parse(hosts.toString())).isEqualTo(hosts);
        }
    }

    @Nested
    class BadInput {
        private static final String EXPECTED = "; expected addresses, prefixes and ranges, joined by commas without"
                + " blanks, such as 10.0.0.0/24,10.0.1.5,2001:db8::/32";

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        10.0.0.1,          | "" at character 10 is empty
                        ,10.0.0.1          | "" at character 1 is empty
                        10.0.0.1,,::1      | "" at character 10 is empty
                        10.0.0.1, 10.0.0.2 | " 10.0.0.2" at character 10 has a blank
                        10.0.0.1,any       | "any" at character 10 is no address
                        """)
        void isRefusedWithThePlace(String text, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressSet.parse(text))
                    .withMessage("not an address list: \"" + text + "\": " + why + EXPECTED);
        }

        @Test
        void isRefusedWithWhatWouldBeRight() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AddressSet.parse("::1,10.0.0.5/24"))
                    .withMessage("not an address list: \"::1,10.0.0.5/24\":"
                            + " \"10.0.0.5/24\" at character 5 has host bits set; expected 10.0.0.0/24");
        }

        @Test
        @SuppressWarnings("NullAway") // null is what this tries
        void isNeverNull() {
            AddressSet.Builder builder = AddressSet.builder();
            assertThatNullPointerException().isThrownBy(() -> builder.add(null));
        }
    }
}
