package io.portolan.firewall;

import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.azure.NsgReader;
import io.portolan.firewall.json.JsonReader;
import io.portolan.planner.ObservedRules;

/**
 * Reads network security groups of Azure in JSON: as {@code az network nsg list} and {@code show} print them, as
 * {@code Get-AzNetworkSecurityGroup} with {@code ConvertTo-Json -Depth 10} does, under {@code value} as the REST API has them, or
 * as resources of a template without expressions.
 *
 * <p>{@link CloudOptions} tells which addresses a group guards. In each direction the rule with the lowest priority decides,
 * those that Azure has by default last, listed or not. An address that several groups guard, such as that of its subnet and
 * that of its network interface, has to pass all of them; one that is known to have none is open. A packet between two guarded
 * addresses passes if it may leave the one and reach the other; to or from elsewhere, one of the two is enough.
 *
 * <p>What becomes of packets of a host is unknown where no listed group is known to guard it. A group that may guard an
 * address besides leaves unknown what it does not allow.
 *
 * <p>{@code VirtualNetwork} stands for {@link CloudOptions#addressSpace()}, or for the hosts and networks of the policy;
 * other private addresses may then be in it or not. {@code Internet} and {@code AzureLoadBalancer} follow from it. All other
 * tags are names, and may stand for any outside address.
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
        return new NsgReader(options.cloud()).read(JsonReader.read(text));
    }
}
