package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/**
 * Network interfaces and subnets of a cloud, which tell whom its groups guard.
 *
 * @param interfaces the network interfaces
 * @param subnets the subnets
 * @param addressSpace the addresses of all virtual networks and of those that are peered with them; empty if not listed
 * @param complete whether every network interface of the listed networks is there: not so where instances alone are listed
 */
public record CloudInventory(
        ImmutableList<Interface> interfaces, ImmutableList<Subnet> subnets, AddressSet addressSpace, boolean complete) {
    /**
     * Refuses null.
     *
     * @param interfaces the network interfaces
     * @param subnets the subnets
     * @param addressSpace the addresses of all virtual networks and of those that are peered with them
     * @param complete whether every network interface of the listed networks is there
     */
    public CloudInventory {
        requireNonNull(interfaces, "interfaces");
        requireNonNull(subnets, "subnets");
        requireNonNull(addressSpace, "addressSpace");
    }

    /**
     * A network interface.
     *
     * @param id its identifier
     * @param network the virtual network in which it is: the identifier of a VPC, or of a subnet in Azure; empty if not
     *     listed
     * @param addresses its private addresses, by which rules that refer to groups know it
     * @param publicAddresses the public addresses that lead to it
     * @param securityGroups the identifiers of the security groups that guard it
     * @param applicationGroups the identifiers of the application security groups that it belongs to
     */
    public record Interface(
            String id,
            Optional<String> network,
            AddressSet addresses,
            AddressSet publicAddresses,
            ImmutableSet<String> securityGroups,
            ImmutableSet<String> applicationGroups) {
        /**
         * Refuses null.
         *
         * @param id its identifier
         * @param network the virtual network in which it is
         * @param addresses its private addresses
         * @param publicAddresses the public addresses that lead to it
         * @param securityGroups the identifiers of the security groups that guard it
         * @param applicationGroups the identifiers of the application security groups that it belongs to
         */
        public Interface {
            requireNonNull(id, "id");
            requireNonNull(network, "network");
            requireNonNull(addresses, "addresses");
            requireNonNull(publicAddresses, "publicAddresses");
            requireNonNull(securityGroups, "securityGroups");
            requireNonNull(applicationGroups, "applicationGroups");
        }
    }

    /**
     * A subnet.
     *
     * @param id its identifier
     * @param addresses its addresses
     * @param securityGroup the identifier of the security group that guards it, empty if none does
     */
    public record Subnet(String id, AddressSet addresses, Optional<String> securityGroup) {
        /**
         * Refuses null.
         *
         * @param id its identifier
         * @param addresses its addresses
         * @param securityGroup the identifier of the security group that guards it
         */
        public Subnet {
            requireNonNull(id, "id");
            requireNonNull(addresses, "addresses");
            requireNonNull(securityGroup, "securityGroup");
        }
    }
}
