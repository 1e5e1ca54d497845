package io.portolan.cli;

import io.portolan.cli.text.Nearest;
import io.portolan.firewall.Listing;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads in which form a firewall lists its rules. */
final class ListingArgument implements ITypeConverter<Listing>, Iterable<String> {
    @Override
    public Listing convert(String text) {
        return Arrays.stream(Listing.values())
                .filter(listing -> listing.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(Nearest.unknown("reader", text, ids())));
    }

    private static List<String> ids() {
        return Arrays.stream(Listing.values()).map(Listing::id).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return ids().iterator();
    }
}
