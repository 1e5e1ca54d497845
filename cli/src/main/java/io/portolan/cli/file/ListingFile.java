package io.portolan.cli.file;

import io.portolan.cli.text.Shown;
import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.planner.ObservedRules;

/** Reads what a firewall lists from a file. */
public final class ListingFile {
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
     * @throws FileException if the file cannot be read, is longer than 256 MiB, or is not of that form; the message tells the
     *     place
     */
    public static ObservedRules read(String name, FirewallListing listing, ReadOptions options) {
        String text = FileText.read(name, LONGEST);
        try {
            return listing.reader().read(text, options);
        } catch (FirewallFormatException e) {
            throw new FileException(Shown.plain(name) + ":" + Shown.plain(String.valueOf(e.getMessage())));
        }
    }
}
