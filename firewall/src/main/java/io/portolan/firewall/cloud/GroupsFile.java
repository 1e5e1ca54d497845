package io.portolan.firewall.cloud;

import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.json.JsonText;
import io.portolan.firewall.text.Addresses;
import io.portolan.planner.Place;
import io.portolan.planner.address.AddressRange;
import tools.jackson.core.JsonGenerator;

/** The file that tells which hosts belong to which group. */
public final class GroupsFile {
    private GroupsFile() {}

    /**
     * Returns the file.
     *
     * @param name what everything that is ours is called
     * @param groups the groups
     * @return {@code NAME-groups.json}
     */
    public static RenderedFile of(String name, HostGroups groups) {
        return new RenderedFile(name + "-groups.json", JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("groups");
            groups.groups().forEach(group -> group(json, group));
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void group(JsonGenerator json, HostGroup group) {
        json.writeStartObject();
        json.writeStringProperty("name", group.name());
        json.writeArrayPropertyStart("hosts");
        for (Place host : group.hosts()) {
            json.writeStartObject();
            json.writeStringProperty("name", host.name());
            JsonText.strings(
                    json,
                    "addresses",
                    Addresses.each(host.peers().addresses().intersection(group.addresses())).stream()
                            .map(AddressRange::first)
                            .toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
