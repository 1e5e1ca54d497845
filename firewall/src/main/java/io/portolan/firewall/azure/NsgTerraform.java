package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.hcl.Hcl;
import java.util.stream.Collectors;

/** A network security group in the language of Terraform. */
public final class NsgTerraform {
    private final Hcl hcl = new Hcl();
    private final RenderOptions options;

    private NsgTerraform(RenderOptions options) {
        this.options = options;
    }

    /**
     * Writes the file.
     *
     * @param group the network security group
     * @param options how
     * @return {@code NAME-azure.tf}
     */
    public static RenderedFile of(NetworkSecurityGroup group, RenderOptions options) {
        NsgTerraform text = new NsgTerraform(options);
        text.head();
        group.usedGroups().forEach(text::applicationSecurityGroup);
        text.networkSecurityGroup();
        group.rules().forEach(text::rule);
        return new RenderedFile(options.name() + "-azure.tf", text.hcl.toString());
    }

    private void head() {
        hcl.comment(
                "Network security group of Azure with all rules of a site. Made by Portolan; change the site, not this file.",
                "",
                "Load: put the file into a folder of Terraform that has the provider hashicorp/azurerm, set the variables below,",
                "and run terraform apply. It replaces the rules that it made before; rules that others add by hand stay.",
                "Give the group to every subnet of the site, and each network interface its application security group:",
                options.name()
                        + "-groups.json says which hosts get which. Health probes of load balancers are denied unless a",
                "flow needs them.");
        variable("resource-group", "The name of the resource group");
        variable("location", "The region");
    }

    private void variable(String name, String description) {
        hcl.open("variable", options.name() + "-" + name)
                .string("description", description)
                .expression("type", "string")
                .close();
    }

    private Hcl resource(String type, String label, String name) {
        return hcl.open("resource", type, label).string("name", name);
    }

    private void place() {
        hcl.expression("location", "var." + options.name() + "-location")
                .expression("resource_group_name", "var." + options.name() + "-resource-group");
    }

    private void applicationSecurityGroup(HostGroup group) {
        resource("azurerm_application_security_group", group.name(), group.name());
        place();
        hcl.close();
    }

    private void networkSecurityGroup() {
        resource("azurerm_network_security_group", options.name(), options.name());
        place();
        hcl.close();
    }

    private void rule(NsgRule rule) {
        resource("azurerm_network_security_rule", options.name() + "-" + rule.name(), rule.name())
                .string("description", rule.description())
                .expression("resource_group_name", "var." + options.name() + "-resource-group")
                .expression("network_security_group_name", "azurerm_network_security_group." + options.name() + ".name")
                .string("direction", rule.direction().id())
                .number("priority", rule.priority())
                .string("access", rule.access())
                .string("protocol", rule.protocol());
        values("source_port_range", "s", rule.sourcePorts());
        end("source", rule.sources());
        values("destination_port_range", "s", rule.destinationPorts());
        end("destination", rule.destinations());
        hcl.close();
    }

    private void end(String side, NsgEnd end) {
        if (end instanceof NsgEnd.Prefixes prefixes) {
            values(side + "_address_prefix", "es", prefixes.texts());
        } else if (end instanceof NsgEnd.Tag tag) {
            hcl.string(side + "_address_prefix", tag.name().value());
        } else if (end instanceof NsgEnd.Groups groups) {
            hcl.expression(
                    side + "_application_security_group_ids",
                    groups.groups().stream()
                            .map(group -> "azurerm_application_security_group." + group.name() + ".id")
                            .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** One value has an attribute of its own, which alone takes an asterisk. */
    private void values(String one, String ending, ImmutableList<String> values) {
        if (values.size() == 1) {
            hcl.string(one, values.get(0));
        } else {
            hcl.strings(one + ending, values);
        }
    }
}
