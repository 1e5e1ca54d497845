package io.portolan.cli;

import com.google.common.base.Splitter;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell what the listings of clouds do not. */
final class CloudOptionsMixin {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--members",
            paramLabel = "MEMBERS",
            description =
                    "Who is in the groups of a cloud: a file that describe-network-interfaces, describe-instances, az"
                            + " network nic list or az network vnet list printed, or GROUP=PLACE,... with zones, places or"
                            + " addresses, none for a group that guards nothing of the site. Can be given several times.")
    private List<String> members = new ArrayList<>();

    @Option(
            names = "--prefix-lists",
            paramLabel = "LISTS",
            description =
                    "What is in prefix lists of AWS: a file that describe-prefix-lists printed, or ID=FILE with a file"
                            + " that get-managed-prefix-list-entries printed. Can be given several times.")
    private List<String> prefixLists = new ArrayList<>();

    @Option(
            names = "--address-space",
            paramLabel = "ADDRESSES",
            description =
                    "What the tag VirtualNetwork of Azure stands for, such as 10.0.0.0/8,172.16.0.0/12: the virtual"
                            + " network and all networks connected to it. The hosts and networks of the site if not given.")
    private @Nullable String addressSpace;

    boolean isGiven() {
        return !members.isEmpty() || !prefixLists.isEmpty() || addressSpace != null;
    }

    /** Returns the options for an audit of a policy whose groups are called by a name. */
    CloudOptions.Builder options(Policy policy, String name, TopologyNames names) {
        CloudOptions.Builder options = CloudOptions.of(policy).name(name);
        for (String each : members) {
            int equals = each.indexOf('=');
            if (equals < 0) {
                options.inventory(CloudFile.inventory(each));
            } else {
                AddressSet addresses = addresses(each.substring(equals + 1), names);
                add("--members", () -> options.members(each.substring(0, equals), addresses));
            }
        }
        for (String each : prefixLists) {
            int equals = each.indexOf('=');
            if (equals < 0) {
                CloudFile.prefixLists(each)
                        .forEach((id, entries) -> add("--prefix-lists", () -> options.prefixList(id, entries)));
            } else {
                AddressSet entries = CloudFile.prefixListEntries(each.substring(equals + 1));
                add("--prefix-lists", () -> options.prefixList(each.substring(0, equals), entries));
            }
        }
        String space = addressSpace;
        if (space != null) {
            add("--address-space", () -> options.addressSpace(AddressSet.parse(space)));
        }
        return options;
    }

    private static AddressSet addresses(String places, TopologyNames names) {
        AddressSet.Builder addresses = AddressSet.builder();
        for (String place : Splitter.on(',').omitEmptyStrings().split(places)) {
            Peers peers = names.peers("--members", place);
            addresses.addAll(peers.addresses());
        }
        return addresses.build();
    }

    private void add(String option, Runnable addition) {
        try {
            addition.run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
