package io.portolan.cli;

import io.portolan.internal.Shown;
import io.portolan.net.Transport;
import io.portolan.sitefile.text.TransportText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * What must not be open: {@code tcp/139,445 from any to dmz}.
 *
 * @param text what the user said
 * @param transport what packets are
 * @param from the name of where they come from, {@code any} if it was not said
 * @param to the name of where they go, likewise
 */
record ClosedTraffic(String text, Transport transport, String from, String to) {
    private static final Pattern FORM = Pattern.compile("(\\S+)(?: from (.+?))?(?: to (.+))?");
    private static final String ANY = "any";

    static ClosedTraffic parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException(
                    Shown.quote(text) + " is no traffic; expected a form such as 'tcp/139,445 from any to dmz'");
        }
        try {
            return new ClosedTraffic(
                    text,
                    TransportText.parse(parts.group(1)),
                    parts.group(2) == null ? ANY : parts.group(2),
                    parts.group(3) == null ? ANY : parts.group(3));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Returns what the user said, fit to be shown. */
    @Override
    public String toString() {
        return Shown.plain(text);
    }
}
