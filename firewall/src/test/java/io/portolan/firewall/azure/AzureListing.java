package io.portolan.firewall.azure;

import io.portolan.firewall.api.Rendering;

/** The network security group as a resource, after a template was deployed. */
final class AzureListing {
    private AzureListing() {}

    /** Returns the resource; identifiers of groups end with their names, and Azure's own rules are there. */
    static String of(Rendering rendering) {
        String text = rendering.files().get(0).text();
        String rules = text.substring(text.indexOf("\"securityRules\""), text.lastIndexOf(']'));
        rules = rules.substring(0, rules.lastIndexOf(']') + 1)
                .replaceAll("\\[resourceId\\('([^']*)', '([^']*)'\\)]", "/subscriptions/s/providers/$1/$2");
        return "{\"name\": \"portolan\", \"properties\": {" + rules + ", \"defaultSecurityRules\": ["
                + standard("AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork", "VirtualNetwork") + ", "
                + standard("DenyAllInBound", 65500, "Inbound", "Deny", "*", "*") + ", "
                + standard("AllowInternetOutBound", 65001, "Outbound", "Allow", "*", "Internet") + ", "
                + standard("DenyAllOutBound", 65500, "Outbound", "Deny", "*", "*") + "]}}";
    }

    private static String standard(String name, int priority, String direction, String access, String from, String to) {
        return "{\"name\": \"" + name + "\", \"properties\": {\"priority\": " + priority + ", \"direction\": \""
                + direction + "\", \"access\": \"" + access + "\", \"protocol\": \"*\", \"sourcePortRange\": \"*\","
                + " \"destinationPortRange\": \"*\", \"sourceAddressPrefix\": \"" + from
                + "\", \"destinationAddressPrefix\": \"" + to + "\"}}";
    }
}
