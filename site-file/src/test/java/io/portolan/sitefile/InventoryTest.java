package io.portolan.sitefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.planner.Place;
import org.junit.jupiter.api.Test;

/** Topologies from what other tools know of hosts. */
class InventoryTest {
    private static final String MAPPING = """
            deployments: {rds: {}}
            topology:
              networks: {clients: {addresses: [198.51.100.0/24], roles: {rds: [client]}}}
            mapping:
              - group: gateways
                roles: {rds: [gateway]}
              - group: Role=session-host
                roles: {rds: [session-host]}
              - name: dc*
                endpoints: [domain-controller, dns-server]
            """;

    private static Inventory parse(InventoryFormat format, String text) {
        return Inventory.parse(
                format, format == InventoryFormat.CSV ? "i.csv" : text.startsWith("all:") ? "i.yaml" : "i.json", text);
    }

    private static Place place(Inventory inventory, String name) {
        SiteFile site = InventoryMapping.parse("mapping.yaml", MAPPING).siteFile(inventory);
        assertThat(site.plan().rules()).isNotEmpty();
        return site.topology().orElseThrow().place(name).orElseThrow();
    }

    private static void isMapped(Inventory inventory) {
        assertThat(place(inventory, "gw1").placements()).hasToString("[rds/gateway]");
        assertThat(place(inventory, "gw1").peers()).hasToString("192.0.2.10,2001:db8::10");
        assertThat(place(inventory, "sh1").placements()).hasToString("[rds/session-host]");
        assertThat(place(inventory, "DC01").placements()).hasToString("[domain-controller, dns-server]");
        assertThat(place(inventory, "other").placements()).isEmpty();
        assertThat(place(inventory, "clients").placements()).hasToString("[rds/client]");
    }

    @Test
    void csv() {
        isMapped(parse(InventoryFormat.CSV, """
                name,addresses,groups,Role
                gw1,192.0.2.10;2001:db8::10,gateways,
                sh1,10.0.0.5,,session-host
                DC01,10.0.0.1,"a b",
                other,10.0.0.9,,
                """));
    }

    @Test
    void ansibleInYaml() {
        isMapped(parse(InventoryFormat.ANSIBLE, """
                all:
                  hosts:
                    other: {ansible_host: 10.0.0.9}
                  children:
                    gateways:
                      hosts:
                        gw1: {ansible_host: 192.0.2.10}
                    "Role=session-host":
                      children:
                        hosts_of_it:
                          hosts: {sh1: {ansible_host: 10.0.0.5}}
                    controllers:
                      hosts: {DC01: {ansible_host: 10.0.0.1}, gw1: {ansible_host: "2001:db8::10"}}
                """));
    }

    @Test
    void ansibleAsItListsIt() {
        isMapped(parse(InventoryFormat.ANSIBLE, """
                {"_meta": {"hostvars": {"gw1": {"ansible_host": "192.0.2.10"}, "sh1": {"ansible_host": "10.0.0.5"},
                  "DC01": {"ansible_host": "10.0.0.1"}, "other": {"ansible_host": "10.0.0.9"}}},
                 "all": {"children": ["gateways", "Role=session-host", "ungrouped"]},
                 "gateways": {"hosts": {"gw1": {"ansible_host": "2001:db8::10"}}},
                 "Role=session-host": {"hosts": ["sh1"]},
                 "ungrouped": {"hosts": ["DC01", "other"]}}
                """));
    }

    @Test
    void netBox() {
        isMapped(parse(InventoryFormat.NETBOX, """
                {"count": 4, "next": null, "results": [
                  {"name": "gw1", "primary_ip4": {"address": "192.0.2.10/24"}, "primary_ip6": {"address": "2001:db8::10/64"},
                   "primary_ip": {"address": "2001:db8::10/64"}, "tags": [{"slug": "gateways"}], "site": {"slug": "fra"}},
                  {"name": "sh1", "primary_ip4": {"address": "10.0.0.5/24"}, "primary_ip6": null, "role": {"slug": "x"},
                   "tags": [{"slug": "Role=session-host"}]},
                  {"name": "DC01", "primary_ip4": {"address": "10.0.0.1/24"}, "tags": []},
                  {"name": "other", "primary_ip4": {"address": "10.0.0.9/24"}}]}
                """));
    }

    @Test
    void aws() {
        isMapped(parse(InventoryFormat.AWS, """
                {"Reservations": [{"Instances": [
                  {"InstanceId": "i-1", "PrivateIpAddress": "192.0.2.10", "Tags": [{"Key": "Name", "Value": "gw1"}],
                   "SecurityGroups": [{"GroupId": "sg-1", "GroupName": "gateways"}],
                   "NetworkInterfaces": [{"PrivateIpAddresses": [{"PrivateIpAddress": "192.0.2.10", "Primary": true}],
                     "Ipv6Addresses": [{"Ipv6Address": "2001:db8::10"}]}]},
                  {"InstanceId": "sh1", "PrivateIpAddress": "10.0.0.5", "Tags": [{"Key": "Role", "Value": "session-host"}]}]},
                 {"Instances": [{"InstanceId": "DC01", "PrivateIpAddress": "10.0.0.1"},
                  {"InstanceId": "other", "PrivateIpAddress": "10.0.0.9", "Tags": []}]}]}
                """));
    }

    @Test
    void azure() {
        isMapped(parse(InventoryFormat.AZURE, """
                [{"name": "gw1", "privateIps": "192.0.2.10,2001:db8::10", "resourceGroup": "gateways", "tags": null},
                 {"name": "sh1", "privateIps": "10.0.0.5", "tags": {"Role": "session-host"}},
                 {"name": "DC01", "privateIps": "10.0.0.1", "tags": {}}, {"name": "other", "privateIps": "10.0.0.9"}]
                """));
    }

    @Test
    void whatIsNoInventoryIsTold() {
        assertThatThrownBy(() -> parse(InventoryFormat.CSV, "host,ip\na,10.0.0.1\n"))
                .hasMessage(
                        "i.csv:1:1: expected a header with the columns name and addresses, and groups if there are any,"
                                + " but found [host, ip]");
        assertThatThrownBy(() -> parse(InventoryFormat.CSV, "name,addresses\na\n,10.0.0.1\n"))
                .hasMessage("i.csv:2:1: expected 2 values, but found 1\ni.csv:3:1: a host has no name");
        assertThatThrownBy(() -> parse(InventoryFormat.CSV, "name,addresses\na,10.0.0.1\na,10.0.0.2\n"))
                .hasMessage("i.csv: two hosts are called 'a'");
        assertThatThrownBy(() -> parse(InventoryFormat.CSV, "name,addresses\n")).hasMessage("i.csv: holds no hosts");
        assertThatThrownBy(() -> parse(InventoryFormat.AZURE, "[{\"name\": \"a\"}]"))
                .hasMessageContaining("az vm list --show-details");
        assertThatThrownBy(() -> parse(InventoryFormat.AWS, "{\"Reservations\": [{\"Instances\": 1}]}"))
                .hasMessageContaining("expected a list");
        assertThatThrownBy(() -> InventoryMapping.parse(
                        "m.yaml", "mapping: [{group: a, name: b, roles: {rds: [x]}}, {group: a}]"))
                .hasMessage("m.yaml:1:11: mapping[0]: expected either the key group or the key name\n"
                        + "m.yaml:1:51: mapping[1]: expected the key roles or the key endpoints");
    }
}
