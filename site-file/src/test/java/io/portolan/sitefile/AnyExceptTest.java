package io.portolan.sitefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressSet;
import org.junit.jupiter.api.Test;

/** An internet that is not everything. */
class AnyExceptTest {
    private static AddressSet internet(String except) {
        Topology topology = SiteFile.parse("topology:\n"
                        + "  outside: {internet: {addresses: {any: true" + except + "}, endpoints: [internet]}}\n"
                        + "  hosts: {gw1: {addresses: [192.0.2.10, \"2001:db8::10\"]}}\n"
                        + "  networks: {lan: {addresses: [198.51.100.0/24]}, all: {addresses: any}}\n")
                .topology()
                .orElseThrow();
        return topology.place("internet").orElseThrow().peers().addresses();
    }

    @Test
    void withoutExceptionsItIsEverything() {
        assertThat(internet("").isAny()).isTrue();
    }

    @Test
    void privateAddressesAreNotInIt() {
        AddressSet addresses = internet(", except: [private]");
        assertThat(addresses.contains("10.1.2.3")).isFalse();
        assertThat(addresses.contains("172.16.0.0")).isFalse();
        assertThat(addresses.contains("172.31.255.255")).isFalse();
        assertThat(addresses.contains("172.32.0.0")).isTrue();
        assertThat(addresses.contains("fd00::1")).isFalse();
        assertThat(addresses.contains("2001:db8::10")).isTrue();
        assertThat(addresses.contains("192.0.2.10")).isTrue();
    }

    @Test
    void placesAreNotInIt() {
        AddressSet addresses = internet(", except: [places, 203.0.113.0/24]");
        assertThat(addresses.contains("192.0.2.10")).isFalse();
        assertThat(addresses.contains("192.0.2.11")).isTrue();
        assertThat(addresses.contains("198.51.100.77")).isFalse();
        assertThat(addresses.contains("2001:db8::10")).isFalse();
        assertThat(addresses.contains("203.0.113.9")).isFalse();
        assertThat(addresses.contains("10.1.2.3")).isTrue();
    }

    @Test
    void whatIsWrongIsTold() {
        assertThatThrownBy(() -> internet(", except: [privat]"))
                .hasMessageContaining("topology.outside.internet.addresses");
        assertThatThrownBy(() -> SiteFile.parse("topology: {networks: {a: {addresses: {any: false}}}}"))
                .hasMessageContaining("expected any: true");
        assertThatThrownBy(() -> SiteFile.parse("topology: {hosts: {a: {addresses: {any: true}}}}"))
                .hasMessageContaining("expected a list of addresses");
    }
}
