package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.json.JsonText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A network security group as a template of Azure Resource Manager. */
public final class ArmTemplate {
    private static final String API = "2023-11-01";
    private static final String GROUPS = "Microsoft.Network/applicationSecurityGroups";
    private static final String HEAD =
            "Network security group with all rules of a site. Made by Portolan; change the site, not"
                    + " this file. Load: az deployment group create --resource-group ... --template-file FILE. It replaces all rules"
                    + " of the group. Give the group to every subnet of the site, and each network interface its application"
                    + " security group. Health probes of load balancers are denied unless a flow needs them.";

    private ArmTemplate() {}

    /**
     * Writes the file.
     *
     * @param group the network security group
     * @param options how
     * @return {@code NAME-azure.json}
     */
    public static RenderedFile of(NetworkSecurityGroup group, RenderOptions options) {
        String file = options.name() + "-azure.json";
        return new RenderedFile(file, JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "$schema", "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
            json.writeStringProperty("contentVersion", "1.0.0.0");
            json.writeObjectPropertyStart("metadata");
            json.writeStringProperty("description", HEAD.replace("FILE", file));
            json.writeEndObject();
            json.writeObjectPropertyStart("parameters");
            parameter(json, "location", "[resourceGroup().location]");
            parameter(json, "name", options.name());
            json.writeEndObject();
            json.writeArrayPropertyStart("resources");
            List<HostGroup> groups = group.usedGroups();
            groups.forEach(each -> applicationSecurityGroup(json, each));
            networkSecurityGroup(json, group, groups);
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void parameter(JsonGenerator json, String name, String standard) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("type", "string");
        json.writeStringProperty("defaultValue", standard);
        json.writeEndObject();
    }

    private static void resource(JsonGenerator json, String type, String name) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("apiVersion", API);
        json.writeStringProperty("name", name);
        json.writeStringProperty("location", "[parameters('location')]");
    }

    private static void applicationSecurityGroup(JsonGenerator json, HostGroup group) {
        resource(json, GROUPS, group.name());
        json.writeEndObject();
    }

    private static void networkSecurityGroup(JsonGenerator json, NetworkSecurityGroup group, List<HostGroup> groups) {
        resource(json, "Microsoft.Network/networkSecurityGroups", "[parameters('name')]");
        JsonText.strings(json, "dependsOn", groups.stream().map(ArmTemplate::id).toList());
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("securityRules");
        group.rules().forEach(rule -> rule(json, rule));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String id(HostGroup group) {
        return "[resourceId('" + GROUPS + "', '" + group.name() + "')]";
    }

    private static void rule(JsonGenerator json, NsgRule rule) {
        json.writeStartObject();
        json.writeStringProperty("name", rule.name());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("description", rule.description());
        json.writeStringProperty("direction", rule.direction().id());
        json.writeNumberProperty("priority", rule.priority());
        json.writeStringProperty("access", rule.access());
        json.writeStringProperty("protocol", rule.protocol());
        values(json, "sourcePortRange", "s", rule.sourcePorts());
        end(json, "source", rule.sources());
        values(json, "destinationPortRange", "s", rule.destinationPorts());
        end(json, "destination", rule.destinations());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void end(JsonGenerator json, String side, NsgEnd end) {
        if (end instanceof NsgEnd.Prefixes prefixes) {
            values(json, side + "AddressPrefix", "es", prefixes.texts());
        } else if (end instanceof NsgEnd.Tag tag) {
            json.writeStringProperty(side + "AddressPrefix", tag.name().value());
        } else if (end instanceof NsgEnd.Groups groups) {
            json.writeArrayPropertyStart(side + "ApplicationSecurityGroups");
            for (HostGroup group : groups.groups()) {
                json.writeStartObject();
                json.writeStringProperty("id", id(group));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** One value has a property of its own, which alone takes an asterisk. */
    private static void values(JsonGenerator json, String one, String ending, ImmutableList<String> values) {
        if (values.size() == 1) {
            json.writeStringProperty(one, values.get(0));
        } else {
            JsonText.strings(json, one + ending, values);
        }
    }
}
