package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
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

    /** Tells whether a text is a host name, which may have asterisks in its first label. */
    private static boolean isName(String name) {
        int firstDot = name.indexOf('.');
        boolean asterisksFirst = name.indexOf('*', firstDot < 0 ? name.length() : firstDot) < 0;
        return asterisksFirst && InternetDomainName.isValid(name.replace('*', 'x')) && !name.endsWith(".");
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id();
    }

    /** Builds outside sites. */
    public static final class Builder {
        private final ImmutableOutsideSite.Builder attributes = new ImmutableOutsideSite.Builder();

        private Builder() {}

        /**
         * Sets the stable identifier; required.
         *
         * @param id lower-case letters, digits and hyphens
         * @return this builder
         */
        public Builder id(String id) {
            attributes.id(id);
            return this;
        }

        /**
         * Sets the name for people; required.
         *
         * @param title a short name
         * @return this builder
         */
        public Builder title(String title) {
            attributes.title(title);
            return this;
        }

        /**
         * Sets where the site is reached.
         *
         * @param address a host name, which may have {@code *} in its first label, or an IP address
         * @return this builder
         */
        public Builder address(String address) {
            attributes.address(address);
            return this;
        }

        /**
         * Sets the name by which cloud firewalls know the addresses.
         *
         * @param serviceTag a service tag
         * @return this builder
         */
        public Builder serviceTag(String serviceTag) {
            attributes.serviceTag(serviceTag);
            return this;
        }

        /**
         * Checks everything and returns the value.
         *
         * @return the value
         * @throws IllegalStateException if something required was not set
         * @throws IllegalArgumentException if something is not as it must be
         */
        public OutsideSite build() {
            return attributes.build();
        }
    }
}
