package io.portolan.cli;

import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.internal.Shown;
import io.portolan.planner.ObservedRules;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.InvalidFileException;
import io.portolan.sitefile.ObservedRulesFile;
import java.util.Optional;
import java.util.function.Function;

/**
 * The input that has the rules of a firewall.
 *
 * @param name the name of the file, or {@code -} for standard input
 * @param text its text
 */
record ListingFile(String name, String text) {
    /**
     * Reads the file.
     *
     * @param name the name of the file, or {@code -} for standard input
     * @throws InvalidFileException if the file cannot be read, or is longer than 256 MiB
     */
    static ListingFile read(String name) {
        return new ListingFile(name, InputFile.text(name, FileText.LONGEST_RULES));
    }

    /**
     * Returns what a reader makes of the text.
     *
     * @param reader the reader
     * @throws CommandFailure if the text is not what it reads; the message tells the place
     */
    <T> T as(Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (FirewallFormatException e) {
            throw new CommandFailure(Shown.plain(name) + ":" + Shown.plain(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Returns the rules in the form that is of no firewall.
     *
     * @throws CommandFailure if the text is what a firewall lists instead; the message tells the reader for it
     * @throws InvalidFileException if it is anything else
     */
    ObservedRules neutral() {
        try {
            return ObservedRulesFile.parse(name, text);
        } catch (InvalidFileException e) {
            Optional<FirewallListing> other = FirewallListing.resembling(text);
            if (other.isPresent()) {
                throw new CommandFailure(Shown.plain(name) + ": looks like what '"
                        + other.get().command() + "' prints; give --reader " + other.get());
            }
            throw e;
        }
    }
}
