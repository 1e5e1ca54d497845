package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.net.PortSet;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A port that a site may change, shared by all flows that use it: the typed key under which the site answers.
 *
 * <p>Three forms occur in documents: a default ("3389, can be changed"), documented alternatives ("80 or 8530"), and a
 * port that is only named, without any number, which stays an open question until the site says it.
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class PortSetting implements PortSpec {
    PortSetting() {}

    /**
     * Starts a builder; {@code id}, {@code title}, {@code configuredIn} and {@code citation} are required.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the stable identifier.
     *
     * @return lower-case letters, digits and hyphens; unique within a catalog
     */
    public abstract String id();

    /**
     * Returns the name for people.
     *
     * @return a short name, such as "RDP port"
     */
    public abstract String title();

    /**
     * Returns the port that is in use unless the site changed it.
     *
     * @return a port, or empty where the document gives none
     */
    public abstract OptionalInt defaultPort();

    /**
     * Returns the ports between which the document lets a site choose, in its order.
     *
     * @return two ports or more, the default among them if there is one; empty where the document names no alternatives
     */
    public abstract ImmutableList<Integer> alternatives();

    /**
     * Returns the ports that a site may set.
     *
     * @return 1-65535 unless the document narrows it; alternatives alone narrow nothing, for documents that name two
     *     common ports often let a site set any
     */
    @Value.Default
    public PortSet allowed() {
        return PortSet.ofRange(1, 65_535);
    }

    /**
     * Returns where the port is configured.
     *
     * @return a place in the product
     */
    public abstract String configuredIn();

    /**
     * Returns where the document says that the port can be changed.
     *
     * @return the citation
     */
    public abstract Citation citation();

    @Value.Check
    void check() {
        Ids.check("setting", id());
        checkArgument(!allowed().isEmpty(), "setting %s allows no port", id());
        if (defaultPort().isPresent()) {
            checkPort(defaultPort().getAsInt());
        }
        for (int port : alternatives()) {
            checkPort(port);
        }
        checkArgument(
                allowed().contains(expected()),
                "setting %s allows %s, but not its own %s",
                id(),
                allowed(),
                expected());
        checkArgument(
                ImmutableSet.copyOf(alternatives()).size() == alternatives().size(),
                "setting %s names an alternative twice: %s",
                id(),
                alternatives());
        checkArgument(alternatives().size() != 1, "setting %s has a single alternative; make it the default", id());
        checkArgument(
                alternatives().isEmpty()
                        || defaultPort().isEmpty()
                        || alternatives().contains(defaultPort().getAsInt()),
                "setting %s has a default that is none of its alternatives: %s",
                id(),
                alternatives());
    }

    private void checkPort(int port) {
        checkArgument(port >= 0 && port <= 65_535, "setting %s: port out of range: %s; expected 0-65535", id(), port);
    }

    @Override
    public PortSet expected() {
        PortSet.Builder ports = PortSet.builder();
        if (defaultPort().isPresent()) {
            ports.add(defaultPort().getAsInt());
        }
        for (int port : alternatives()) {
            ports.add(port);
        }
        return ports.build();
    }

    /** Returns the default, the alternatives as {@code 80|8530}, or {@code ?} where the document gives no number. */
    @Override
    public String toString() {
        if (!alternatives().isEmpty()) {
            return Joiner.on('|').join(alternatives());
        }
        return defaultPort().isPresent() ? Integer.toString(defaultPort().getAsInt()) : "?";
    }

    /** Builds settings. */
    public static final class Builder {
        private final ImmutablePortSetting.Builder attributes = new ImmutablePortSetting.Builder();

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
         * Sets the port that is in use unless the site changed it.
         *
         * @param defaultPort a port that is allowed
         * @return this builder
         */
        public Builder defaultPort(int defaultPort) {
            attributes.defaultPort(defaultPort);
            return this;
        }

        /**
         * Adds ports between which the document lets a site choose, in its order.
         *
         * @param alternatives ports that are allowed, two or more in all
         * @return this builder
         */
        public Builder addAlternatives(int... alternatives) {
            attributes.addAlternatives(alternatives);
            return this;
        }

        /**
         * Sets the ports that a site may set; 1-65535 unless set.
         *
         * @param allowed at least one port
         * @return this builder
         */
        public Builder allowed(PortSet allowed) {
            attributes.allowed(allowed);
            return this;
        }

        /**
         * Sets where the port is configured; required.
         *
         * @param configuredIn a place in the product
         * @return this builder
         */
        public Builder configuredIn(String configuredIn) {
            attributes.configuredIn(configuredIn);
            return this;
        }

        /**
         * Sets where the document says that the port can be changed; required.
         *
         * @param citation the citation
         * @return this builder
         */
        public Builder citation(Citation citation) {
            attributes.citation(citation);
            return this;
        }

        /**
         * Checks everything and returns the value.
         *
         * @return the value
         * @throws IllegalStateException if something required was not set
         * @throws IllegalArgumentException if something is not as it must be
         */
        public PortSetting build() {
            return attributes.build();
        }
    }
}
