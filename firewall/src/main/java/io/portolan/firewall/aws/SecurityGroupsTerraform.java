package io.portolan.firewall.aws;

import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.aws.Permission.Reference;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.hcl.Hcl;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;

/** Security groups in the language of Terraform. */
public final class SecurityGroupsTerraform {
    private static final String DESCRIPTION = "Made by Portolan";

    private final Hcl hcl = new Hcl();
    private final RenderOptions options;

    private SecurityGroupsTerraform(RenderOptions options) {
        this.options = options;
    }

    /**
     * Writes the file.
     *
     * @param groups the security groups
     * @param options how
     * @return {@code NAME-aws.tf}
     */
    public static RenderedFile of(SecurityGroups groups, RenderOptions options) {
        SecurityGroupsTerraform text = new SecurityGroupsTerraform(options);
        text.head();
        groups.groups().forEach(text::group);
        return new RenderedFile(options.name() + "-aws.tf", text.hcl.toString());
    }

    private void head() {
        hcl.comment(
                "Security groups of Amazon VPC, one for each group of hosts. Made by Portolan; change the site, not this file.",
                "",
                "Load: put the file into a folder of Terraform that has the provider hashicorp/aws, set the variable below,",
                "and run terraform apply. It replaces the rules that it made before. Terraform takes away the rule by which AWS",
                "lets a new security group send anything. Rules that others add by hand stay; " + options.name()
                        + "-groups.json says which",
                "hosts get which group. A host has the group of its own, and no other.");
        hcl.open("variable", vpc())
                .string("description", "The VPC of the security groups that Portolan makes")
                .expression("type", "string")
                .close();
    }

    private String vpc() {
        return options.name() + "-vpc-id";
    }

    private void group(SecurityGroup group) {
        String name = group.group().name();
        hcl.open("resource", "aws_security_group", name)
                .string("name", name)
                .string("description", DESCRIPTION)
                .expression("vpc_id", "var." + vpc())
                .expression("tags", "{ Name = " + Hcl.quote(name) + " }")
                .close();
        for (Direction direction : Direction.values()) {
            group.permissions(direction)
                    .forEach((permission, rules) -> rule(
                            group.group(), direction, permission, RuleComments.of(rules, SecurityGroups.CAPABILITY)));
        }
    }

    private void rule(HostGroup group, Direction direction, Permission permission, String comment) {
        Traffic traffic = permission.traffic();
        hcl.open(
                        "resource",
                        "aws_vpc_security_group_" + direction.id() + "_rule",
                        group.name() + "-" + permission.hash())
                .string("description", comment)
                .expression("security_group_id", id(group))
                .string("ip_protocol", traffic.protocolName());
        if (traffic.hasPorts()) {
            hcl.number("from_port", traffic.fromPort()).number("to_port", traffic.toPort());
        }
        if (permission.peer() instanceof Reference reference) {
            hcl.expression("referenced_security_group_id", id(reference.group()));
        } else {
            AddressRange range = permission.peer().addresses().ranges().get(0);
            hcl.string(
                    range.family() == AddressFamily.IPV4 ? "cidr_ipv4" : "cidr_ipv6",
                    permission.peer().toString());
        }
        hcl.close();
    }

    private static String id(HostGroup group) {
        return "aws_security_group." + group.name() + ".id";
    }
}
