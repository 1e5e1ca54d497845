package io.portolan.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.planner.address.Peers;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static Place host(String name, String... addresses) {
        Place.Builder host = Place.host(name);
        for (String address : addresses) {
            host.address(address);
        }
        return host.build();
    }

    private static Place network(String name, String addresses) {
        return Place.network(name).address(addresses).build();
    }

    @Nested
    class Places {
        @Test
        void comeInTheOrderInWhichTheyWereAdded() {
            Topology topology = Topology.builder()
                    .add(host("b", "10.0.0.2"))
                    .add(host("a", "10.0.0.1"))
                    .build();
            assertThat(topology.places()).hasToString("[b, a]");
            assertThat(topology.place("a").orElseThrow().peers()).hasToString("10.0.0.1");
            assertThat(topology.place("c")).isEmpty();
        }

        @Test
        void canBeGivenAsTheyAreBuilt() {
            Topology topology =
                    Topology.builder().add(Place.host("a").address("10.0.0.1")).build();
            assertThat(topology.place("a").orElseThrow().peers()).hasToString("10.0.0.1");
        }

        @Test
        void haveDifferentNames() {
            Topology.Builder topology = Topology.builder().add(host("h1", "10.0.0.1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> topology.add(network("h1", "10.1.0.0/16")))
                    .withMessage("two places are called h1");
        }

        @Test
        void canBeNetworksThatOverlapOrHoldHosts() {
            Topology topology = Topology.builder()
                    .add(host("h1", "10.0.0.1"))
                    .add(network("all", "10.0.0.0/8"))
                    .add(network("some", "10.0.0.0/24"))
                    .build();
            assertThat(topology.places()).hasSize(3);
        }

        @Test
        void areNoHostsOfOneAddress() {
            Topology.Builder topology = Topology.builder().add(host("h1", "10.0.0.1", "2001:db8::1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> topology.add(host("h2", "10.0.0.2", "2001:db8:0::1")))
                    .withMessage("host h2: the address 2001:db8::1 is that of host h1 already");
        }

        @Test
        void areUnchangedByAnErrorSoThatBuildingCanGoOn() {
            Topology.Builder topology = Topology.builder().add(host("h1", "10.0.0.1"));
            assertThatIllegalArgumentException().isThrownBy(() -> topology.add(host("h2", "10.0.0.2", "10.0.0.1")));
            assertThat(topology.add(host("h2", "10.0.0.2")).build().places()).hasToString("[h1, h2]");
        }

        @Test
        void ofABuilderThatGoesOnAreNotThoseOfTheTopology() {
            Topology.Builder builder = Topology.builder().add(host("h1", "10.0.0.1"));
            Topology topology = builder.build();
            builder.add(host("h2", "10.0.0.2"));
            assertThat(topology.places()).hasToString("[h1]");
        }
    }

    @Nested
    class Zones {
        private final Topology.Builder builder = Topology.builder()
                .add(host("h1", "10.0.0.1"))
                .add(host("h2", "10.0.0.2", "2001:db8::2"))
                .add(Place.outside("cloud").outsideName("cloud.example").build());

        @Test
        void areTheUnionOfTheirPlaces() {
            Topology topology = builder.zone("dmz", List.of("h2", "cloud", "h1", "h2"))
                    .zone("lan", List.of("h1"))
                    .build();
            assertThat(topology.zones()).hasToString("{dmz=[h2, cloud, h1], lan=[h1]}");
            assertThat(topology.zone("dmz")).isEqualTo(Peers.parse("10.0.0.1,10.0.0.2,2001:db8::2,cloud.example"));
        }

        @Test
        void thatAreUnknownAreRefusedWithThoseThereAre() {
            Topology topology = builder.zone("dmz", List.of("h1")).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> topology.zone("dmx"))
                    .withMessage("the topology has no zone \"dmx\"; it has [dmz]");
        }

        @Test
        void haveKnownPlaces() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.zone("dmz", List.of("h1", "h9")))
                    .withMessage("zone dmz: there is no place called \"h9\"; add it before the zone");
        }

        @Test
        void haveAtLeastOnePlace() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.zone("dmz", List.of()))
                    .withMessage("zone dmz has no places");
        }

        @Test
        void haveDifferentNames() {
            builder.zone("dmz", List.of("h1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.zone("dmz", List.of("h2")))
                    .withMessage("two zones are called dmz");
        }

        @Test
        void haveNamesOfPlainTextInOneLine() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.zone("d\nmz", List.of("h1")))
                    .withMessage(
                            "not a name of a zone: \"d?mz\"; expected 1 to 253 characters in one line, without control"
                                    + " characters");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.zone(" ", List.of("h1")))
                    .withMessage(
                            "not a name of a zone: \" \"; expected 1 to 253 characters in one line, without control"
                                    + " characters");
        }
    }
}
