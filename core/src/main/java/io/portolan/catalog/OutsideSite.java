package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.net.InetAddresses;
import io.portolan.internal.Excerpts;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A particular service outside the site, known by name or address, such as a vendor's license server.
 *
 * <p>For "anything on the internet" see {@link Infrastructure#INTERNET}.
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class OutsideSite implements SharedEndpoint {
    OutsideSite() {}

    /**
     * Returns a site whose address the document does not give.
     *
     * @param id the stable identifier
     * @param title the name for people
     * @return the site
     * @throws IllegalArgumentException if the identifier is malformed
     */
    public static OutsideSite of(String id, String title) {
        return builder().id(id).title(title).build();
    }

    /**
     * Starts a builder; {@code id} and {@code title} are required.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public abstract String id();

    @Override
    public abstract String title();

    /**
     * Returns where the site is reached.
     *
     * @return a host name, which may have {@code *} in its first label, or an IP address; empty where the document gives
     *     none
     */
    public abstract Optional<String> address();

    /**
     * Returns the name by which cloud firewalls know the addresses of the service.
     *
     * @return a service tag, such as {@code AzureCloud}
     */
    public abstract Optional<String> serviceTag();

    @Value.Check
    void check() {
        Ids.check("outside site", id());
        if (address().isPresent()) {
            String address = address().get();
            checkArgument(
                    InetAddresses.isInetAddress(address) || isName(address),
                    "not a host name or IP address for outside site %s: %s; expected a name such as *.example.com",
                    id(),
                    Excerpts.quote(address));
        }
    }

    /** Tells whether a text is labels of letters, digits, hyphens and, in the first label, asterisks, joined by dots. */
    private static boolean isName(String name) {
        boolean firstLabel = true;
        char before = '.';
        for (int i = 0; i < name.length(); i++) {
            char c = Ascii.toLowerCase(name.charAt(i));
            boolean inLabel = Ascii.isLowerCase(c) || (c >= '0' && c <= '9') || c == '-' || (c == '*' && firstLabel);
            if (!inLabel && (c != '.' || before == '.')) {
                return false;
            }
            firstLabel &= inLabel;
            before = c;
        }
        return before != '.';
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id();
    }

    /** Builds outside sites. */
    public static final class Builder extends ImmutableOutsideSite.Builder {
        Builder() {}
    }
}
