package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.CloudInventory.Interface;
import io.portolan.firewall.api.CloudInventory.Subnet;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.Cidr;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.json.Json;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/**
 * Reads network interfaces and virtual networks of Azure, as {@code az network nic list} and {@code az network vnet list}
 * print them, PowerShell does, or the REST API.
 */
public final class NetworkListing {
    private final ImmutableList.Builder<Interface> interfaces = ImmutableList.builder();
    private final ImmutableList.Builder<Subnet> subnets = ImmutableList.builder();
    private final AddressSet.Builder space = AddressSet.builder();

    private NetworkListing() {}

    /**
     * Reads a listing.
     *
     * @param json one or several interfaces or virtual networks
     * @return the inventory
     * @throws FirewallFormatException if it has another form
     */
    public static CloudInventory read(Json json) {
        NetworkListing listing = new NetworkListing();
        for (Json each : JsonFields.values(json, "value")) {
            listing.resource(each.object());
        }
        return new CloudInventory(listing.interfaces.build(), listing.subnets.build(), listing.space.build(), true);
    }

    private void resource(Json.Obj resource) {
        Json.Obj properties = JsonFields.properties(resource);
        if (JsonFields.get(properties, "ipConfigurations").isPresent()
                && JsonFields.get(properties, "addressSpace").isEmpty()) {
            networkInterface(resource, properties);
        } else if (JsonFields.get(properties, "subnets").isPresent()
                || JsonFields.get(properties, "addressSpace").isPresent()) {
            virtualNetwork(properties);
        } else {
            throw resource.error("the object has neither ipConfigurations nor subnets; expected network interfaces or"
                    + " virtual networks, or what describe-network-interfaces or describe-instances of AWS prints");
        }
    }

    private void networkInterface(Json.Obj resource, Json.Obj properties) {
        AddressSet.Builder addresses = AddressSet.builder();
        ImmutableSet.Builder<String> applicationGroups = ImmutableSet.builder();
        Optional<String> subnet = Optional.empty();
        for (Json configuration : JsonFields.list(properties, "ipConfigurations")) {
            Json.Obj own = JsonFields.properties(configuration.object());
            for (Json address : JsonFields.list(own, "privateIPAddress")) {
                addresses.addAll(parse(address));
            }
            JsonFields.ids(own, "applicationSecurityGroups").forEach(id -> applicationGroups.add(key(id)));
            subnet = subnet.or(() -> JsonFields.ids(own, "subnet").stream().findFirst());
        }
        interfaces.add(new Interface(
                key(JsonFields.require(resource, "id").text()),
                subnet.map(NetworkListing::key),
                addresses.build(),
                AddressSet.none(),
                JsonFields.ids(properties, "networkSecurityGroup").stream()
                        .map(NetworkListing::key)
                        .collect(ImmutableSet.toImmutableSet()),
                applicationGroups.build()));
    }

    private void virtualNetwork(Json.Obj properties) {
        prefixes(properties, "addressSpace");
        for (Json peering : JsonFields.list(properties, "virtualNetworkPeerings")) {
            Json.Obj own = JsonFields.properties(peering.object());
            prefixes(own, "remoteAddressSpace");
            prefixes(own, "remoteVirtualNetworkAddressSpace");
        }
        for (Json each : JsonFields.list(properties, "subnets")) {
            Json.Obj own = JsonFields.properties(each.object());
            AddressSet.Builder addresses = AddressSet.builder();
            JsonFields.list(own, "addressPrefix").forEach(prefix -> addresses.addAll(parse(prefix)));
            JsonFields.list(own, "addressPrefixes").forEach(prefix -> addresses.addAll(parse(prefix)));
            subnets.add(new Subnet(
                    key(JsonFields.require(each.object(), "id").text()),
                    addresses.build(),
                    JsonFields.ids(own, "networkSecurityGroup").stream()
                            .findFirst()
                            .map(NetworkListing::key)));
        }
    }

    private void prefixes(Json.Obj properties, String key) {
        for (Json own : JsonFields.list(properties, key)) {
            JsonFields.list(own.object(), "addressPrefixes").forEach(prefix -> space.addAll(parse(prefix)));
        }
    }

    private static AddressSet parse(Json value) {
        String text = value.text();
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }

    /** Returns an identifier in the form in which identifiers are compared: Azure does not tell capitals apart. */
    static String key(String id) {
        return Ascii.toLowerCase(id);
    }
}
