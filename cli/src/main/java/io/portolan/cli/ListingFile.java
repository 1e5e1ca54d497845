package io.portolan.cli;

import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.internal.Shown;
import io.portolan.planner.ObservedRules;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.InvalidFileException;

/** Reads what a firewall lists from a file. */
final class ListingFile {
    /** Room for a million rules. */
    private static final int LONGEST = 1 << 28;

    private ListingFile() {}

    /**
     * Returns the rules of a file.
     *
     * @param name the name of the file
     * @param listing the form in which the firewall lists its rules
     * @param options what the file does not tell
     * @return the rules
     * @throws InvalidFileException if the file cannot be read, or is longer than 256 MiB
     * @throws CommandFailure if it is not of that form; the message tells the place
     */
    static ObservedRules read(String name, FirewallListing listing, ReadOptions options) {
        String text = FileText.read(FileText.path(name), LONGEST);
        try {
            return listing.read(text, options);
        } catch (FirewallFormatException e) {
            throw new CommandFailure(Shown.plain(name) + ":" + Shown.plain(String.valueOf(e.getMessage())));
        }
    }
}
