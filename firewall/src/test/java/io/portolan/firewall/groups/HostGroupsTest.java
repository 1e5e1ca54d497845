package io.portolan.firewall.groups;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.cloud.Supernet;
import io.portolan.firewall.groups.Harbour.Role;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.site.Site;
import org.junit.jupiter.api.Test;

class HostGroupsTest {
    private static Policy policy(Place... places) {
        Topology.Builder topology = Topology.builder();
        for (Place place : places) {
            topology.add(place);
        }
        return Planner.plan(
                topology.build(),
                Site.empty()
                        .resolve(Harbour.catalog(
                                flow(Role.SHIP, Role.GATE).tcp(Harbour.service("entry"), 443),
                                flow(Role.GATE, Role.CRANE).tcp(Harbour.service("hook"), 80))));
    }

    private static Place host(String name, String address, Role role) {
        return Place.host(name).address(address).endpoint(role).build();
    }

    @Test
    void areOfHostsWithTheSameRoles() {
        Policy policy = policy(
                host("c", "10.0.0.3", Role.CRANE), host("a", "10.0.0.1", Role.GATE), host("b", "10.0.0.2", Role.GATE));
        assertThat(HostGroups.of(policy).groups())
                .extracting(HostGroup::name)
                .containsExactly("portolan-harbour-crane", "portolan-harbour-gate");
        assertThat(HostGroups.of(policy).groups().get(1).addresses()).isEqualTo(AddressSet.parse("10.0.0.1,10.0.0.2"));
        assertThat(HostGroups.of(policy).site()).isEqualTo(AddressSet.parse("10.0.0.1,10.0.0.2,10.0.0.3"));
    }

    @Test
    void takeHostsApartThatRulesTreatApart() {
        // ships are everywhere in the network, and one gate is among them
        Policy policy = policy(
                Place.network("ships")
                        .address("10.0.0.0/24")
                        .endpoint(Role.SHIP)
                        .build(),
                host("in", "10.0.0.1", Role.GATE),
                host("out", "10.9.0.1", Role.GATE));
        assertThat(HostGroups.of(policy).groups())
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.name()).startsWith("portolan-harbour-gate"));
    }

    @Test
    void takeTheAddressesOfOneHostApartThatRulesTreatApart() {
        Policy policy = policy(
                Place.network("ships")
                        .address("10.0.0.0/24")
                        .endpoint(Role.SHIP)
                        .build(),
                Place.host("both")
                        .address("10.0.0.1")
                        .address("10.9.0.1")
                        .address("2001:db8::1")
                        .endpoint(Role.GATE)
                        .build(),
                host("other", "10.9.0.2", Role.GATE));
        assertThat(HostGroups.of(policy).groups())
                .extracting(HostGroup::addresses)
                .contains(AddressSet.parse("10.9.0.1,10.9.0.2"));
    }

    @Test
    void keepTheirNamesWhenHostsComeAndGo() {
        Policy few = policy(host("a", "10.0.0.1", Role.GATE));
        Policy more = policy(host("0", "10.0.0.9", Role.GATE), host("a", "10.0.0.1", Role.GATE));
        assertThat(HostGroups.of(more).groups())
                .extracting(HostGroup::name)
                .isEqualTo(HostGroups.of(few).groups().stream()
                        .map(HostGroup::name)
                        .toList());
    }

    @Test
    void haveNamesOfSafeCharactersHoweverManyRolesThereAre() {
        Place busy =
                Place.host("busy").address("10.0.0.1").endpoint(Role.values()).build();
        Place idle = Place.host("idle").address("10.0.0.2").build();
        assertThat(HostGroups.of(policy(busy, idle)).groups())
                .extracting(HostGroup::name)
                .allMatch(name -> name.matches("[a-z][a-z0-9-]{1,79}"))
                .contains("portolan-without-role")
                .doesNotHaveDuplicates();
    }

    @Test
    void findTheLeastPrefixAroundAddresses() {
        for (String[] pair : new String[][] {
            {"10.0.0.1", "10.0.0.1"},
            {"10.0.0.1,10.0.0.2", "10.0.0.0/30"},
            {"0.0.0.0,255.255.255.255", "0.0.0.0/0"},
            {"10.0.0.0/25,10.0.1.0", "10.0.0.0/23"},
            {"2001:db8::1,2001:db8::ffff:0:1", "2001:db8::/80"},
            {"::,ffff::", "::/0"},
            {"::5", "::5"},
            {"2001:db8:1:2:3:4:5:6,2001:db8:1:2:3:4:5:7", "2001:db8:1:2:3:4:5:6/127"},
        }) {
            assertThat(Supernet.of(AddressSet.parse(pair[0]))).isEqualTo(AddressRange.parse(pair[1]));
        }
    }
}
