package io.portolan.firewall;

import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.aws.InterfaceListing;
import io.portolan.firewall.aws.PrefixListing;
import io.portolan.firewall.azure.NetworkListing;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.json.JsonReader;
import io.portolan.planner.address.AddressSet;

/** Reads what clouds list beside their groups, for {@link CloudOptions}. */
public final class CloudListings {
    private CloudListings() {}

    /**
     * Reads network interfaces or subnets.
     *
     * @param text what {@code aws ec2 describe-network-interfaces} or {@code describe-instances} prints, {@code az network nic
     *     list} or {@code az network vnet list}, or {@code Get-AzNetworkInterface} or {@code Get-AzVirtualNetwork} with
     *     {@code ConvertTo-Json -Depth 10}
     * @return the inventory
     * @throws FirewallFormatException if the text is none of these
     */
    public static CloudInventory inventory(String text) {
        Json json = JsonReader.read(text);
        if (InterfaceListing.isOne(json)) {
            return InterfaceListing.read(json);
        }
        return NetworkListing.read(json);
    }

    /**
     * Reads prefix lists of AWS.
     *
     * @param text what {@code aws ec2 describe-prefix-lists} prints
     * @return addresses by identifier of a prefix list
     * @throws FirewallFormatException if the text is something else, or no list in it tells its prefixes
     */
    public static ImmutableMap<String, AddressSet> prefixLists(String text) {
        return PrefixListing.read(JsonReader.read(text));
    }

    /**
     * Reads the entries of one prefix list of AWS.
     *
     * @param text what {@code aws ec2 get-managed-prefix-list-entries} prints
     * @return the addresses
     * @throws FirewallFormatException if the text is something else
     */
    public static AddressSet prefixListEntries(String text) {
        return PrefixListing.readEntries(JsonReader.read(text));
    }
}
