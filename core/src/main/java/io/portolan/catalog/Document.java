package io.portolan.catalog;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A published document that states flows. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Document {
    Document() {}

    /**
     * Starts a builder; everything but the copy is required.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the stable identifier.
     *
     * @return lower-case letters, digits and hyphens
     */
    public abstract String id();

    /**
     * Returns the title as printed.
     *
     * @return the title
     */
    public abstract String title();

    /**
     * Returns who published the document.
     *
     * @return a name, such as "Microsoft"
     */
    public abstract String publisher();

    /**
     * Returns where the document is found.
     *
     * @return a web address
     */
    public abstract String address();

    /**
     * Returns the date that the document bears, or, where it bears none, a day on which or before which it was read.
     *
     * @return the date; it says when the document was published only if it {@linkplain #isDated() is dated}
     */
    public abstract LocalDate date();

    /**
     * Tells whether the document bears its date.
     *
     * @return false if all that is known is that it is older than {@link #date()}
     */
    @Value.Default
    public boolean isDated() {
        return true;
    }

    /**
     * Returns which copy of the document was read, where there are several.
     *
     * @return a repository and commit, empty if the document was read where it is published
     */
    public abstract Optional<String> copy();

    /**
     * Returns a heading of the document.
     *
     * @param text the heading as printed, or the headings that lead to it, from the outside in, joined by {@code " > "}
     * @return the heading, from which citations, sections and readings follow
     * @throws IllegalArgumentException if the text is blank
     */
    public Heading heading(String text) {
        return new Heading(this, text);
    }

    @Value.Check
    void check() {
        Ids.check("document", id());
    }

    /** Returns publisher, title and date in one line. */
    @Override
    public String toString() {
        return publisher() + ": " + title() + " (" + (isDated() ? "" : "before ") + date() + ")";
    }

    /** Builds documents. */
    public static final class Builder {
        private final ImmutableDocument.Builder attributes = new ImmutableDocument.Builder();

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
         * Sets the title as printed; required.
         *
         * @param title the title
         * @return this builder
         */
        public Builder title(String title) {
            attributes.title(title);
            return this;
        }

        /**
         * Sets who published the document; required.
         *
         * @param publisher a name
         * @return this builder
         */
        public Builder publisher(String publisher) {
            attributes.publisher(publisher);
            return this;
        }

        /**
         * Sets where the document is found; required.
         *
         * @param address a web address
         * @return this builder
         */
        public Builder address(String address) {
            attributes.address(address);
            return this;
        }

        /**
         * Sets the date that the document bears, or on which it was read; required.
         *
         * @param date the date
         * @return this builder
         */
        public Builder date(LocalDate date) {
            attributes.date(date);
            return this;
        }

        /**
         * Says that the document bears no date, but was published before a day.
         *
         * @param day the day, such as the date of a later edition
         * @return this builder
         */
        public Builder publishedBefore(LocalDate day) {
            attributes.date(day).isDated(false);
            return this;
        }

        /**
         * Sets which copy of the document was read.
         *
         * @param copy a repository and commit
         * @return this builder
         */
        public Builder copy(String copy) {
            attributes.copy(copy);
            return this;
        }

        /**
         * Checks everything and returns the value.
         *
         * @return the value
         * @throws IllegalStateException if something required was not set
         * @throws IllegalArgumentException if something is not as it must be
         */
        public Document build() {
            return attributes.build();
        }
    }
}
