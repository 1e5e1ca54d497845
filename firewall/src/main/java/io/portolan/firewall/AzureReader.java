package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.azure.NsgReader;
import io.portolan.firewall.json.JsonReader;
import io.portolan.planner.ObservedRules;

/**
 * Reads network security groups of Azure in JSON: as {@code az network nsg show} and {@code list} print them, or as resources
 * of Azure Resource Manager, whose rules have {@code properties}.
 *
 * <p>The text does not tell which addresses a group guards: {@link ReadOptions#groups()} has to, by the name of the network
 * security group, and by their names those of application security groups. Service tags that {@code groups} has, such as
 * {@code VirtualNetwork}, stand for its addresses; {@code VirtualNetwork}, {@code Internet} and {@code AzureLoadBalancer} are not
 * understood otherwise, and all other tags are names.
 *
 * <p>In each direction the rule with the lowest priority decides, those of Azure by default last. A packet between two guarded
 * addresses passes if it may leave the one and reach the other; to or from elsewhere, one of the two is enough. The rules of
 * a group of which nobody knows what it guards are not understood.
 */
public final class AzureReader {
    private AzureReader() {}

    /**
     * Reads a listing.
     *
     * @param text what the firewall lists
     * @param options what the listing does not tell
     * @return the rules
     * @throws FirewallFormatException if the text is not such a listing
     */
    public static ObservedRules read(String text, ReadOptions options) {
        return new NsgReader(options.groups()).read(JsonReader.read(text));
    }
}
