package io.portolan.cli;

import io.portolan.firewall.FirewallListing;
import java.util.Arrays;

/** Reads in which form a firewall lists its rules. */
final class ListingArgument extends IdArgument<FirewallListing> {
    ListingArgument() {
        super("reader", Arrays.asList(FirewallListing.values()), FirewallListing::id);
    }
}
