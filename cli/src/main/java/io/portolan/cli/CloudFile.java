package io.portolan.cli;

import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.CloudListings;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.internal.Shown;
import io.portolan.planner.address.AddressSet;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.InvalidFileException;
import java.util.function.Function;

/** Reads from files what clouds list beside their groups. */
final class CloudFile {
    private static final int LONGEST = 1 << 28;

    private CloudFile() {}

    /**
     * Returns the network interfaces and subnets of a file.
     *
     * @param name the name of the file
     * @return the inventory
     * @throws InvalidFileException if the file cannot be read, or is longer than 256 MiB
     * @throws CommandFailure if it is not of that form; the message tells the place
     */
    static CloudInventory inventory(String name) {
        return read(name, CloudListings::inventory);
    }

    /**
     * Returns the prefix lists of a file.
     *
     * @param name the name of the file
     * @return addresses by identifier of a list
     * @throws InvalidFileException if the file cannot be read, or is longer than 256 MiB
     * @throws CommandFailure if it is not of that form; the message tells the place
     */
    static ImmutableMap<String, AddressSet> prefixLists(String name) {
        return read(name, CloudListings::prefixLists);
    }

    /**
     * Returns the entries of the one prefix list of a file.
     *
     * @param name the name of the file
     * @return its addresses
     * @throws InvalidFileException if the file cannot be read, or is longer than 256 MiB
     * @throws CommandFailure if it is not of that form; the message tells the place
     */
    static AddressSet prefixListEntries(String name) {
        return read(name, CloudListings::prefixListEntries);
    }

    private static <T> T read(String name, Function<String, T> reader) {
        String text = FileText.read(FileText.path(name), LONGEST);
        try {
            return reader.apply(text);
        } catch (FirewallFormatException e) {
            throw new CommandFailure(Shown.plain(name) + ":" + Shown.plain(String.valueOf(e.getMessage())));
        }
    }
}
