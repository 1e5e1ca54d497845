package io.portolan.catalog;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.immutables.value.Value;

/** Which state of the world the data of a catalog describes. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Edition {
    Edition() {}

    /**
     * Starts a builder; {@code version} and {@code asOf} are required.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the version of the data. It changes whenever a flow does, whatever the version of the library.
     *
     * @return a version, such as "1"
     */
    public abstract String version();

    /**
     * Returns the day for which the data holds: the date of the main document.
     *
     * @return the date; where the main document bears none, the data is older
     */
    public abstract LocalDate asOf();

    /**
     * Returns the documents that the catalog carries.
     *
     * @return documents, the main one first
     */
    public abstract ImmutableList<Document> documents();

    /** Returns version and date in one line, as in {@code 2 as of 2026-02-12} or {@code 1 before 2025-12-08}. */
    @Override
    public String toString() {
        boolean dated = documents().isEmpty() || documents().get(0).isDated();
        return version() + (dated ? " as of " : " before ") + asOf();
    }

    /** Builds editions. */
    public static final class Builder {
        private final ImmutableEdition.Builder attributes = new ImmutableEdition.Builder();

        private Builder() {}

        /**
         * Sets the version of the data; required.
         *
         * @param version a version, such as "1"
         * @return this builder
         */
        public Builder version(String version) {
            attributes.version(version);
            return this;
        }

        /**
         * Sets the day for which the data holds; required.
         *
         * @param asOf the date
         * @return this builder
         */
        public Builder asOf(LocalDate asOf) {
            attributes.asOf(asOf);
            return this;
        }

        /**
         * Adds documents that the catalog carries, the main one first.
         *
         * @param documents documents
         * @return this builder
         */
        public Builder addDocuments(Document... documents) {
            attributes.addDocuments(documents);
            return this;
        }

        /**
         * Checks everything and returns the value.
         *
         * @return the value
         * @throws IllegalStateException if something required was not set
         * @throws IllegalArgumentException if something is not as it must be
         */
        public Edition build() {
            return attributes.build();
        }
    }
}
