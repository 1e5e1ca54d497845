package io.portolan.firewall.aws;

import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import java.util.ArrayList;
import java.util.List;

/** What {@code aws ec2 describe-security-groups} prints after the files for the command line were loaded. */
final class AwsListing {
    private AwsListing() {}

    /** Returns the listing; identifiers of groups are their names. */
    static String of(Rendering rendering) {
        List<String> groups = new ArrayList<>();
        for (RenderedFile file : rendering.files()) {
            String create = "-create.json";
            if (file.name().endsWith(create)) {
                String name = file.name().substring(0, file.name().length() - create.length());
                groups.add("{\"GroupId\": \"" + name + "\", \"GroupName\": \"" + name
                        + "\", \"IpPermissions\": " + permissions(rendering, name + "-ingress.json")
                        + ", \"IpPermissionsEgress\": " + permissions(rendering, name + "-egress.json") + "}");
            }
        }
        return "{\"SecurityGroups\": [" + String.join(",\n", groups) + "]}";
    }

    private static String permissions(Rendering rendering, String name) {
        for (RenderedFile file : rendering.files()) {
            if (file.name().equals(name)) {
                String text = file.text().replace("@", "");
                return text.substring(text.indexOf('['), text.lastIndexOf(']') + 1);
            }
        }
        return "[]";
    }
}
