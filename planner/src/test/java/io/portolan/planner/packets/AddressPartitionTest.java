package io.portolan.planner.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressPartitionTest {
    private static AddressPartition of(String... sets) {
        List<AddressSet> parsed = new ArrayList<>();
        for (String set : sets) {
            parsed.add(AddressSet.parse(set));
        }
        return AddressPartition.of(parsed);
    }

    @Test
    void hasOnePartForEachWayToBeInTheSets() {
        AddressPartition partition = of("10.0.0.0-10.0.0.9", "10.0.0.5-10.0.0.19", "10.0.0.30");
        assertThat(partition.parts())
                .containsExactly(
                        AddressSet.parse("10.0.0.0-10.0.0.4"),
                        AddressSet.parse("10.0.0.5-10.0.0.9"),
                        AddressSet.parse("10.0.0.10-10.0.0.19"),
                        AddressSet.parse("10.0.0.30"));
        assertThat(partition.partsOf(0)).hasToString("{0, 1}");
        assertThat(partition.partsOf(1)).hasToString("{1, 2}");
        assertThat(partition.partsOf(2)).hasToString("{3}");
    }

    @Test
    void gathersAddressesThatAreAlikeWhereverTheyAre() {
        AddressPartition partition = of("10.0.0.1,10.0.0.9,2001:db8::1", "10.0.0.5");
        assertThat(partition.parts())
                .containsExactly(AddressSet.parse("10.0.0.1,10.0.0.9,2001:db8::1"), AddressSet.parse("10.0.0.5"));
    }

    @Test
    void reachesBothEndsOfBothFamilies() {
        AddressPartition partition = of("0.0.0.0/0", "255.255.255.255", "::/0", "::", "0.0.0.0");
        assertThat(partition.parts())
                .containsExactly(
                        AddressSet.parse("0.0.0.0"),
                        AddressSet.parse("0.0.0.1-255.255.255.254"),
                        AddressSet.parse("255.255.255.255"),
                        AddressSet.parse("::"),
                        AddressSet.anyIpv6().difference(AddressSet.parse("::")));
        AddressSet last = AddressSet.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
        AddressPartition ends = of("::/0,0.0.0.0/0", last.toString(), "255.255.255.255,::");
        assertThat(ends.parts()).hasSize(3);
        assertThat(ends.partsOf(1)).hasToString("{2}");
    }

    @Test
    void isEmptyForNoSetsAndForEmptySets() {
        assertThat(of().parts()).isEmpty();
        AddressPartition partition = of("", "10.0.0.1", "");
        assertThat(partition.parts()).hasSize(1);
        assertThat(partition.partsOf(0)).isEqualTo(new BitSet());
    }

    @Test
    void givesCopiesOfItsBits() {
        AddressPartition partition = of("10.0.0.1");
        partition.partsOf(0).clear();
        assertThat(partition.partsOf(0)).hasToString("{0}");
    }

    @Test
    void takesEqualSetsTogether() {
        AddressPartition partition = of("10.0.0.0/24", "10.0.0.0/25,10.0.0.128/25");
        assertThat(partition.parts()).hasSize(1);
        assertThat(partition.partsOf(0)).isEqualTo(partition.partsOf(1));
    }
}
