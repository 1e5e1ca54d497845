package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import org.jspecify.annotations.Nullable;

/**
 * Infrastructure that is not among {@link Infrastructure}, such as a syslog server or a web proxy: a catalog of your own, or
 * a site, declares it without a new release of Portolan.
 *
 * <pre>{@code
 * SiteInfrastructure SYSLOG_SERVER = SiteInfrastructure.builder().id("syslog-server").title("Syslog server").build();
 *
 * flow(Role.FRONT_END, SYSLOG_SERVER).udp(Service.of("syslog", "Syslog"), 514).purpose("sends its log")
 * }</pre>
 *
 * <p>Two are equal if their identifiers are, whoever declared them, so that one placement serves every catalog that knows a
 * syslog server by the same identifier.
 */
public final class SiteInfrastructure implements SharedEndpoint {
    private final String id;
    private final String title;

    private SiteInfrastructure(String id, String title) {
        this.id = Ids.check("infrastructure", id);
        this.title = title;
        checkArgument(!title.isBlank(), "infrastructure %s has no title; expected a short name for people", id);
        for (Infrastructure known : Infrastructure.values()) {
            checkArgument(!known.id().equals(id), "infrastructure %s exists; use Infrastructure.%s", id, known.name());
        }
        checkArgument(!SameHost.LOCALHOST.id().equals(id), "infrastructure %s exists; use SameHost.LOCALHOST", id);
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
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    /** Tells whether the other object is declared infrastructure with the same identifier. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiteInfrastructure that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }

    /** Builds declared infrastructure. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String title;

        private Builder() {}

        /**
         * Sets the stable identifier; required.
         *
         * @param id lower-case letters, digits and hyphens
         * @return this builder
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * Sets the name for people; required.
         *
         * @param title a short name
         * @return this builder
         */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /**
         * Checks everything and returns the value.
         *
         * @return the value
         * @throws IllegalStateException if something required was not set
         * @throws IllegalArgumentException if the identifier is malformed or that of {@link Infrastructure}, or the title is
         *     blank
         */
        public SiteInfrastructure build() {
            if (id == null || title == null) {
                throw new IllegalStateException(
                        "infrastructure needs an id and a title, but has " + id + " and " + title);
            }
            return new SiteInfrastructure(id, title);
        }
    }
}
