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
     * Returns the day for which the data holds: the date of the newest document.
     *
     * @return the date
     */
    public abstract LocalDate asOf();

    /**
     * Returns the documents that the catalog carries.
     *
     * @return documents, the main one first
     */
    public abstract ImmutableList<Document> documents();

    /** Returns version and date in one line. */
    @Override
    public String toString() {
        return version() + " as of " + asOf();
    }

    /** Builds editions. */
    public static final class Builder extends ImmutableEdition.Builder {
        Builder() {}
    }
}
