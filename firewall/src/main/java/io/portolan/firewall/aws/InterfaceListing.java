package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.CloudInventory.Interface;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.Cidr;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.json.Json;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/** Reads what {@code aws ec2 describe-network-interfaces} or {@code describe-instances} prints. */
public final class InterfaceListing {
    private InterfaceListing() {}

    /**
     * Tells whether a listing is one of these.
     *
     * @param json a listing
     * @return whether it has interfaces, reservations or instances
     */
    public static boolean isOne(Json json) {
        return find(json, "NetworkInterfaces", "NetworkInterfaceId")
                || find(json, "Reservations", "ReservationId")
                || find(json, "Instances", "InstanceId");
    }

    private static boolean find(Json json, String wrapper, String key) {
        if (json instanceof Json.Obj object && object.get(wrapper).isPresent()) {
            return true;
        }
        ImmutableList<Json> values = JsonFields.values(json, wrapper);
        return !values.isEmpty()
                && values.get(0) instanceof Json.Obj first
                && (first.get(key).isPresent()
                        || (key.equals("ReservationId")
                                && first.get("Instances").isPresent()));
    }

    /**
     * Reads a listing.
     *
     * @param json a listing for which {@link #isOne} is true
     * @return the interfaces; not complete if it lists instances, for others have interfaces, too
     * @throws FirewallFormatException if it has another form
     */
    public static CloudInventory read(Json json) {
        ImmutableList.Builder<Interface> interfaces = ImmutableList.builder();
        boolean instances =
                !find(json, "NetworkInterfaces", "NetworkInterfaceId") || find(json, "Instances", "InstanceId");
        if (instances) {
            for (Json reservation : JsonFields.values(json, "Reservations")) {
                for (Json instance : JsonFields.values(reservation, "Instances")) {
                    JsonFields.list(instance.object(), "NetworkInterfaces")
                            .forEach(each -> interfaces.add(read(each.object())));
                }
            }
        } else {
            JsonFields.values(json, "NetworkInterfaces").forEach(each -> interfaces.add(read(each.object())));
        }
        return new CloudInventory(interfaces.build(), ImmutableList.of(), AddressSet.none(), !instances);
    }

    private static Interface read(Json.Obj each) {
        AddressSet.Builder addresses = AddressSet.builder();
        AddressSet.Builder reachable = AddressSet.builder();
        each.get("PrivateIpAddress").ifPresent(value -> addresses.addAll(parse(value)));
        association(each, reachable);
        for (Json address : JsonFields.list(each, "PrivateIpAddresses")) {
            address.object().get("PrivateIpAddress").ifPresent(value -> addresses.addAll(parse(value)));
            association(address.object(), reachable);
        }
        for (String[] list : new String[][] {
            {"Ipv6Addresses", "Ipv6Address"}, {"Ipv4Prefixes", "Ipv4Prefix"}, {"Ipv6Prefixes", "Ipv6Prefix"}
        }) {
            for (Json entry : JsonFields.list(each, list[0])) {
                addresses.addAll(parse(entry.object().require(list[1])));
            }
        }
        ImmutableSet.Builder<String> groups = ImmutableSet.builder();
        for (Json group : each.require("Groups").array()) {
            groups.add(group.object().require("GroupId").text());
        }
        return new Interface(
                each.require("NetworkInterfaceId").text(),
                JsonFields.text(each, "VpcId"),
                addresses.build(),
                reachable.build(),
                groups.build(),
                ImmutableSet.of());
    }

    private static void association(Json.Obj object, AddressSet.Builder reachable) {
        Optional<Json> address = object.get("Association")
                .flatMap(association -> association.object().get("PublicIp"));
        address.ifPresent(value -> reachable.addAll(parse(value)));
    }

    private static AddressSet parse(Json value) {
        String text = value.text();
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }
}
