package io.portolan.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Infrastructure;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Nested
    class Host {
        @Test
        void hasAddressesOfBothFamiliesAndRoles() {
            Place place = Place.host("gw1")
                    .address("192.0.2.10")
                    .address("2001:db8::10")
                    .endpoint(Role.A, Infrastructure.DNS_SERVER)
                    .endpointIn("farm-north", Role.B)
                    .build();
            assertThat(place).hasToString("gw1");
            assertThat(place.name()).isEqualTo("gw1");
            assertThat(place.kind()).isEqualTo(Place.Kind.HOST);
            assertThat(place.peers()).isEqualTo(Peers.parse("192.0.2.10,2001:db8::10"));
            assertThat(place.placements()).hasToString("[a, dns-server, farm-north/b]");
        }

        @Test
        void canHaveNoAddressYet() {
            assertThat(Place.host("planned").build().peers()).isEqualTo(Peers.none());
        }

        @Test
        void takesARoleThatIsGivenTwiceOnce() {
            assertThat(Place.host("h").endpoint(Role.A).endpoint(Role.A).build().placements())
                    .hasToString("[a]");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"10.0.0.0/24, 10.0.0.0", "10.0.0.1-10.0.0.9, 10.0.0.1", "2001:db8::/64, 2001:db8::"})
        void refusesMoreThanOneAddressAtOnce(String text, String first) {
            Place.Builder host = Place.host("h1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> host.address(text))
                    .withMessage("host h1: \"" + text + "\" is more than one address; expected one, such as " + first
                            + ", or make it a network");
        }

        @Test
        void takesAPrefixOfOneAddress() {
            assertThat(Place.host("h").address("10.0.0.5/32").build().peers()).hasToString("10.0.0.5");
        }

        @ParameterizedTest(name = "{1}")
        @CsvSource({
            "10.0.0.1, 10.0.0.1, 10.0.0.1",
            "2001:db8::1, 2001:DB8:0:0::1, 2001:db8::1",
            "10.0.0.1, 10.0.0.1/32, 10.0.0.1",
        })
        void refusesAnAddressTwiceHoweverWritten(String once, String again, String canonical) {
            Place.Builder host = Place.host("h1").address(once);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> host.address(again))
                    .withMessage("host h1: " + canonical + " is given twice");
        }

        @Test
        void refusesBitsBehindThePrefix() {
            Place.Builder host = Place.host("h1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> host.address("10.0.0.5/24"))
                    .withMessageStartingWith("host h1: not ")
                    .withMessageContaining("\"10.0.0.5/24\"")
                    .withMessageContaining("has host bits set; expected 10.0.0.0/24");
        }

        @Test
        void refusesWhatIsNoAddress() {
            Place.Builder host = Place.host("h1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> host.address("10.0.0.256"))
                    .withMessageStartingWith("host h1: not ")
                    .withMessageContaining("\"10.0.0.256\"");
        }

        @Test
        void refusesANameForRulesNeedAddresses() {
            Place.Builder host = Place.host("h1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> host.outsideName("login.example.com"))
                    .withMessage(
                            "host h1 cannot go by the name \"login.example.com\"; only an outside site can, for rules"
                                    + " need addresses");
        }

        @Test
        void refusesEveryAddress() {
            Place.Builder host = Place.host("h1");
            assertThatIllegalArgumentException()
                    .isThrownBy(host::anyAddress)
                    .withMessage("host h1 cannot have every address; make it a network");
        }
    }

    @Nested
    class Network {
        @Test
        void joinsAddressesPrefixesAndRanges() {
            Place place = Place.network("clients")
                    .address("10.0.0.0/25")
                    .address("10.0.0.128-10.0.0.255")
                    .address("10.0.0.7")
                    .build();
            assertThat(place.kind()).isEqualTo(Place.Kind.NETWORK);
            assertThat(place.peers()).hasToString("10.0.0.0/24");
        }

        @Test
        void canBeEverything() {
            assertThat(Place.network("all").anyAddress().build().peers()).isEqualTo(Peers.any());
            assertThat(Place.network("all")
                            .address("::/0")
                            .address("0.0.0.0/0")
                            .build()
                            .peers())
                    .isEqualTo(Peers.any());
        }

        @Test
        void refusesToBeEmpty() {
            Place.Builder network = Place.network("clients").endpoint(Role.A);
            assertThatIllegalArgumentException()
                    .isThrownBy(network::build)
                    .withMessage("network clients is empty; expected addresses, such as 10.0.0.0/24");
        }

        @Test
        void refusesAPrefixTwiceAndAName() {
            Place.Builder network = Place.network("clients").address("10.0.0.0/24");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.address("10.0.0.0-10.0.0.255"))
                    .withMessage("network clients: 10.0.0.0/24 is given twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.outsideName("tag:AzureCloud"))
                    .withMessage(
                            "network clients cannot go by the name \"tag:AzureCloud\"; only an outside site can, for"
                                    + " rules need addresses");
        }

        @Test
        void refusesBitsBehindThePrefix() {
            Place.Builder network = Place.network("clients");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.address("2001:db8::1/64"))
                    .withMessageStartingWith("network clients: not ")
                    .withMessageContaining("has host bits set; expected 2001:db8::/64");
        }
    }

    @Nested
    class Outside {
        @Test
        void goesByNamesTagsAndAddresses() {
            Place place = Place.outside("cloud")
                    .outsideName("*.Example.com")
                    .outsideName("tag:AzureCloud")
                    .address("203.0.113.0/24")
                    .build();
            assertThat(place.kind()).isEqualTo(Place.Kind.OUTSIDE);
            assertThat(place.peers()).hasToString("203.0.113.0/24,*.example.com,tag:AzureCloud");
        }

        @Test
        void refusesToBeEmpty() {
            Place.Builder outside = Place.outside("cloud");
            assertThatIllegalArgumentException()
                    .isThrownBy(outside::build)
                    .withMessage("outside site cloud is empty; expected addresses, such as 203.0.113.5 or a name");
        }

        @Test
        void refusesWhatIsNoName() {
            Place.Builder outside = Place.outside("cloud");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outside.outsideName("https://example.com"))
                    .withMessageStartingWith("outside site cloud: not an outside name: \"https://example.com\"");
        }
    }

    @Nested
    class Name {
        @ParameterizedTest(name = "\"{0}\"")
        @ValueSource(strings = {"", "   ", "two\nlines", "tab\there", "turned\u202eback"})
        void isPlainTextInOneLine(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Place.network(name))
                    .withMessage("not a name of a place: \"" + name.replaceAll("[\n\t\u202e]", "?")
                            + "\"; expected 1 to 253 characters in one line, without control characters");
        }

        @Test
        void isAtMost253CharactersLong() {
            assertThat(Place.host("x".repeat(253)).build().name()).hasSize(253);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Place.host("x".repeat(254)))
                    .withMessage("not a name of a place: \"" + "x".repeat(60) + "\"... (254 characters);"
                            + " expected 1 to 253 characters in one line, without control characters");
        }

        @Test
        void isInAnyLanguage() {
            assertThat(Place.host("B\u00fcro \u6771\u4eac 1").build()).hasToString("B\u00fcro \u6771\u4eac 1");
        }
    }

    @Nested
    class AName {
        @Test
        void isNotTheWordForEveryAddress() {
            for (String word : new String[] {"any", "Any"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Place.host(word))
                        .withMessageContaining("\"" + word + "\" stands for every address");
                Topology.Builder topology = Topology.builder().add(Place.host("h"));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> topology.zone(word, java.util.List.of("h")))
                        .withMessageContaining("not a name of a zone");
            }
            assertThat(Place.host("anything").build()).hasToString("anything");
        }

        @Test
        void isNoAddressThatThePlaceDoesNotHave() {
            assertThat(Place.host("10.0.0.5").address("10.0.0.5").build()).hasToString("10.0.0.5");
            assertThat(Place.host("10.0.0.500").address("10.0.0.5").build()).hasToString("10.0.0.500");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Place.host("10.0.0.5").address("10.0.0.6").build())
                    .withMessageContaining("an address that it does not have");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Place.network("10.0.0.0/8").address("10.0.0.0/24").build())
                    .withMessageContaining("not a name of a network");
        }
    }

    @Test
    void takesSetsOfAddresses() {
        assertThat(Place.network("n")
                        .addresses(AddressSet.anyIpv4().difference(AddressSet.parse("10.0.0.0/8")))
                        .build()
                        .peers()
                        .addresses()
                        .contains("10.0.0.1"))
                .isFalse();
    }
}
