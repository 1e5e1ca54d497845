package io.portolan.firewall.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import org.junit.jupiter.api.Test;

class EveryAddressTest {
    private static final Topology TOPOLOGY = Topology.builder()
            .add(Place.host("a").address("10.0.0.1").address("10.0.0.3").build())
            .add(Place.host("b").address("10.0.0.5").build())
            .add(Place.network("n").address("10.0.1.0/24").build())
            .build();

    private static boolean isWithout(String missing, String other) {
        return EveryAddress.isMeant(
                AddressSet.anyIpv4().difference(AddressSet.parse(missing)),
                AddressSet.parse(other),
                AddressFamily.IPV4,
                TOPOLOGY);
    }

    @Test
    void isEveryAddressOfAFamily() {
        assertThat(isWithout("", "10.0.0.9")).isTrue();
        assertThat(EveryAddress.isMeant(AddressSet.anyIpv4(), AddressSet.none(), AddressFamily.IPV6, TOPOLOGY))
                .isFalse();
    }

    @Test
    void mayLackAddressesOfTheHostAtTheOtherEnd() {
        assertThat(isWithout("10.0.0.1", "10.0.0.1,10.0.0.3")).isTrue();
        assertThat(isWithout("10.0.0.1,10.0.0.3", "10.0.0.3")).isTrue();
    }

    @Test
    void lacksNobodyElse() {
        assertThat(isWithout("10.0.0.5", "10.0.0.1")).isFalse();
        assertThat(isWithout("10.0.0.1", "10.0.0.1,10.0.0.5")).isFalse();
        assertThat(isWithout("10.0.0.1-10.0.0.3", "10.0.0.1")).isFalse();
        assertThat(isWithout("10.0.1.0/24", "10.0.1.7")).isFalse();
    }
}
