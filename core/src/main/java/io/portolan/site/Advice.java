package io.portolan.site;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;
import org.immutables.value.Value;

/** What works as it is resolved, but is better decided otherwise. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Advice {
    Advice() {}

    /** The kinds of advice. */
    public enum Kind {
        /** A dynamic range of fewer than 100 ports, of which a busy host can run out (Microsoft KB 154596). */
        SMALL_DYNAMIC_RANGE,
        /** A dynamic range that begins at or below 5000, among the fixed ports of other programs (KB 154596). */
        LOW_DYNAMIC_RANGE,
        /** The default ranges of both generations of Windows, though each host uses one (KB 832017). */
        BOTH_GENERATIONS,
        /** A fixed port inside the dynamic range of its host, which can hand it to another program first. */
        FIXED_PORT_IN_DYNAMIC_RANGE,
        /** A setting on the port of another service of the same endpoint. */
        PORT_COLLISION;

        private final String id = Ascii.toLowerCase(name()).replace('_', '-');

        /**
         * Returns the stable identifier.
         *
         * @return the name of the constant in lower case with hyphens
         */
        public String id() {
            return id;
        }
    }

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    @Value.Parameter
    public abstract Kind kind();

    /**
     * Returns what is the matter and what to do, in words.
     *
     * @return a sentence without a full stop
     */
    @Value.Parameter
    public abstract String text();

    /**
     * Returns the flows that it concerns.
     *
     * @return one flow or more, in document order
     */
    @Value.Parameter
    public abstract ImmutableList<Flow> flows();

    /** Returns the text. */
    @Override
    public String toString() {
        return text();
    }
}
