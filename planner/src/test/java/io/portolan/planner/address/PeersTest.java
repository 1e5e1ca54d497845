package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {
    private static final OutsideName LOGIN = OutsideName.parse("login.example.com");
    private static final AddressSet NET = AddressSet.parse("10.0.0.0/24");

    @Nested
    class Text {
        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        10.0.0.0/24,login.example.com        | 10.0.0.0/24,login.example.com
                        Login.Example.com,10.0.0.0/24        | 10.0.0.0/24,login.example.com
                        tag:AzureCloud,*.sfx.ms,a.b,::1,10.0.0.1 | 10.0.0.1,::1,a.b,*.sfx.ms,tag:AzureCloud
                        any                                  | any
                        ::/0,0.0.0.0/0                       | any
                        any,10.0.0.1,login.example.com       | any,login.example.com
                        0.0.0.0/0                            | 0.0.0.0/0
                        10.0.0.1-10.0.0.2                    | 10.0.0.1,10.0.0.2
                        10.0.0.1-a.example.com               | 10.0.0.1-a.example.com
                        dead.beef                            | dead.beef
                        a.b,a.b                              | a.b
                        ``                                   | ``
                        """)
        void isCanonical(String text, String canonical) {
            Peers peers = Peers.parse(text);
            assertThat(peers).hasToString(canonical).isEqualTo(Peers.parse(canonical));
        }
    }

    @Nested
    class Parts {
        @Test
        void standSideBySide() {
            Peers peers = Peers.of(NET, List.of(LOGIN));
            assertThat(peers.addresses()).isEqualTo(NET);
            assertThat(peers.names()).containsExactly(LOGIN);
            assertThat(peers).isEqualTo(Peers.of(NET).union(Peers.of(LOGIN))).isNotEqualTo(Peers.of(NET));
            assertThat(peers).hasSameHashCodeAs(Peers.parse("10.0.0.0/24,login.example.com"));
        }

        @Test
        void areNotTurnedIntoEachOther() {
            Peers both = Peers.any().union(Peers.of(LOGIN));
            assertThat(both).isNotEqualTo(Peers.any());
            assertThat(Peers.any().contains(LOGIN)).isFalse();
            assertThat(Peers.parse("*.example.com").contains(LOGIN)).isFalse();
            assertThat(both.contains(LOGIN)).isTrue();
        }

        @Test
        void areContainedTogether() {
            Peers peers = Peers.of(NET, List.of(LOGIN));
            assertThat(peers.contains(AddressSet.parse("10.0.0.7"))).isTrue();
            assertThat(peers.contains(AddressSet.parse("10.0.1.7"))).isFalse();
            assertThat(peers.contains(Peers.parse("10.0.0.7,login.example.com")))
                    .isTrue();
            assertThat(peers.contains(Peers.parse("10.0.0.7,a.b"))).isFalse();
            assertThat(peers.contains(Peers.parse("10.0.1.7,login.example.com")))
                    .isFalse();
            assertThat(peers.contains(Peers.none())).isTrue();
        }

        @Test
        void areUnitedEachWithItsKind() {
            assertThat(Peers.parse("10.0.0.0/25,a.b").union(Peers.parse("10.0.0.128/25,c.d,a.b")))
                    .hasToString("10.0.0.0/24,a.b,c.d");
            assertThat(Peers.none().union(Peers.of(LOGIN))).isEqualTo(Peers.of(LOGIN));
            assertThat(Peers.of(LOGIN).union(Peers.of(NET))).isEqualTo(Peers.of(NET, List.of(LOGIN)));
        }

        @Test
        void comeInOrder() {
            assertThat(new Peers[] {
                        Peers.none(),
                        Peers.parse("a.b"),
                        Peers.parse("a.b,c.d"),
                        Peers.of(NET),
                        Peers.parse("10.0.0.0/24,a.b"),
                        Peers.parse("::1"),
                    })
                    .isSorted();
        }
    }

    @Nested
    class Nobody {
        @Test
        void hasNoAddressesAndNoNames() {
            assertThat(Peers.none().isEmpty()).isTrue();
            assertThat(Peers.none()).isEqualTo(Peers.parse("")).isEqualTo(Peers.of(AddressSet.none()));
            assertThat(Peers.of(LOGIN).isEmpty()).isFalse();
            assertThat(Peers.of(NET).isEmpty()).isFalse();
        }
    }

    @Nested
    class BadInput {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(delimiter = '|', textBlock = """
                        a.b,10.0.0.5/24  | 5: not an address range: "10.0.0.5/24": it has host bits set; expected 10.0.0.0/24
                        10.0.0.1,::ffff:10.0.0.2 | 10: not an address range: "::ffff:10.0.0.2": it is IPv4 in IPv6 form; expected 10.0.0.2
                        a.b,localhost    | 5: not an outside name: "localhost": it has one label and not two or more; expected a name such as login.example.com, *.example.com or tag:AzureCloud
                        Any              | 1: not an outside name: "Any": it has one label and not two or more; expected a name such as login.example.com, *.example.com or tag:AzureCloud
                        a.b,tag:         | 5: not a service tag: "": it is empty; expected letters, digits and dots between them, such as AzureCloud or AzureMonitor.WestEurope
                        a.b,,c.d         | 5: not an address range: "": it is empty; expected an address such as 10.0.0.5, a prefix such as 10.0.0.0/24, or a range such as 10.0.0.1-10.0.0.9
                        a.b,             | 5: not an address range: "": it is empty; expected an address such as 10.0.0.5, a prefix such as 10.0.0.0/24, or a range such as 10.0.0.1-10.0.0.9
                        10.1             | 1: not an address range: "10.1": it has 2 numbers and not four; expected an address such as 10.0.0.5, a prefix such as 10.0.0.0/24, or a range such as 10.0.0.1-10.0.0.9
                        """)
        void isRefusedWithThePlace(String text, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Peers.parse(text))
                    .withMessage("not a list of peers: \"" + text + "\": at character " + why);
        }
    }
}
