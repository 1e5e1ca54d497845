package io.portolan.catalog;

import java.time.LocalDate;
import org.immutables.value.Value;

/** A published document that states flows. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Document {
    Document() {}

    /**
     * Starts a builder; everything is required.
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
     * Returns the date that the document bears, or, where it bears none, on which it was read.
     *
     * @return the date
     */
    public abstract LocalDate date();

    @Value.Check
    void check() {
        Ids.check("document", id());
    }

    /** Returns publisher, title and date in one line. */
    @Override
    public String toString() {
        return publisher() + ": " + title() + " (" + date() + ")";
    }

    /** Builds documents. */
    public static final class Builder extends ImmutableDocument.Builder {
        Builder() {}
    }
}
