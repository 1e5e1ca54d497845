package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Shown;
import io.portolan.net.Transport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * What must not be open: {@code tcp/139,445 from any to dmz}.
 *
 * @param text what the user said
 * @param transports what packets are: one transport, or two for a port of either protocol
 * @param from the name of where they come from, {@code any} if it was not said
 * @param to the name of where they go, likewise
 */
record ClosedTraffic(String text, ImmutableList<Transport> transports, String from, String to) {
    private static final Pattern FORM = Pattern.compile("(\\S+)(?: from (.+?))?(?: to (.+))?");
    private static final String ANY = "any";

    static ClosedTraffic parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException(
                    Shown.quote(text) + " is not traffic; expected a form such as 'tcp/139,445 from any to dmz'");
        }
        return new ClosedTraffic(
                text,
                TransportArgument.parse(parts.group(1)),
                parts.group(2) == null ? ANY : parts.group(2),
                parts.group(3) == null ? ANY : parts.group(3));
    }

    /** Returns what the user said, fit to be shown. */
    @Override
    public String toString() {
        return Shown.plain(text);
    }
}
