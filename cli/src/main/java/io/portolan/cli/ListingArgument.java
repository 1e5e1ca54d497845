package io.portolan.cli;

import io.portolan.firewall.Listing;
import java.util.Arrays;

/** Reads in which form a firewall lists its rules. */
final class ListingArgument extends IdArgument<Listing> {
    ListingArgument() {
        super("reader", Arrays.asList(Listing.values()), Listing::id);
    }
}
