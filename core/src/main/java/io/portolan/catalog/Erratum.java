package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;

/**
 * A place where a document contradicts itself or another, misprints, or leaves open what a flow must say: what each
 * says, what the catalog took, and why.
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Erratum {
    Erratum() {}

    /**
     * Starts a builder; everything is required, and at least one reading.
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
     * Returns what each document says.
     *
     * @return one reading or more
     */
    public abstract ImmutableList<Reading> readings();

    /**
     * Returns what the catalog took.
     *
     * @return a short sentence
     */
    public abstract String taken();

    /**
     * Returns why.
     *
     * @return a short sentence
     */
    public abstract String reason();

    @Value.Check
    void check() {
        Ids.check("erratum", id());
        checkArgument(!readings().isEmpty(), "erratum %s has no reading; expected what each document says", id());
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id();
    }

    /** Builds errata. */
    public static final class Builder {
        private final ImmutableErratum.Builder attributes = new ImmutableErratum.Builder();

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
         * Adds what documents say; one reading at least is required.
         *
         * @param readings readings
         * @return this builder
         */
        public Builder addReadings(Reading... readings) {
            attributes.addReadings(readings);
            return this;
        }

        /**
         * Sets what the catalog took; required.
         *
         * @param taken a short sentence
         * @return this builder
         */
        public Builder taken(String taken) {
            attributes.taken(taken);
            return this;
        }

        /**
         * Sets why; required.
         *
         * @param reason a short sentence
         * @return this builder
         */
        public Builder reason(String reason) {
            attributes.reason(reason);
            return this;
        }

        /**
         * Checks everything and returns the value.
         *
         * @return the value
         * @throws IllegalStateException if something required was not set
         * @throws IllegalArgumentException if something is not as it must be
         */
        public Erratum build() {
            return attributes.build();
        }
    }
}
