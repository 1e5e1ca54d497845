package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * An answer of an audit.
 *
 * @param kind what was found
 * @param rule the packets it is about, with the flows that need them
 * @param witness one of the packets
 * @param observed the observed rules that matter: those that open what is too much, or that were not understood; the first
 *     {@value #MOST_OBSERVED}, in the order in which they decide
 * @param detail what is the matter, in words; empty if the kind says it all
 */
public record Finding(
        Kind kind, Rule rule, Packet witness, ImmutableList<ObservedRule> observed, Optional<String> detail) {
    /** How many observed rules a finding has at most: the first that matter. */
    public static final int MOST_OBSERVED = 50;

    /**
     * Refuses null.
     *
     * @param kind what was found
     * @param rule the packets it is about, with the flows that need them
     * @param witness one of the packets
     * @param observed the observed rules that matter
     * @param detail what is the matter, in words
     */
    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(rule, "rule");
        requireNonNull(witness, "witness");
        requireNonNull(observed, "observed");
        requireNonNull(detail, "detail");
    }

    /** What an audit finds. */
    public enum Kind {
        /** A flow needs the packets, and they pass. */
        MET("met"),
        /** A flow needs the packets, and they do not pass. */
        MISSING("missing"),
        /**
         * Whether the packets pass depends on a rule that was not understood, on what the listing does not tell, or on the
         * addresses of a name.
         */
        UNKNOWN("unknown"),
        /** The packets pass, and no flow needs them. Packets within one host are none. */
        EXCESS("excess"),
        /**
         * The packets may be too much: they may pass, by a rule that was not understood or for want of one, and no flow needs
         * them; or they pass, and only the addresses of a name tell whether a flow needs them.
         */
        POSSIBLE_EXCESS("possible-excess"),
        /** Whether a flow needs the packets depends on an open question, which the detail names. */
        OPEN_QUESTION("open-question"),
        /** The packets pass, though they were expected not to. */
        NOT_CLOSED("not-closed");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /**
         * Returns the stable identifier.
         *
         * @return the name of the constant in lower case with hyphens
         */
        public String id() {
            return id;
        }
    }

    /** Returns kind, packets, and what else there is in one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.id()).append(": ").append(rule);
        detail.ifPresent(words -> text.append(", ").append(words));
        if (!observed.isEmpty()) {
            ImmutableList.Builder<String> ids = ImmutableList.builder();
            observed.forEach(seen -> ids.add(seen.id()));
            text.append(" [").append(Joiner.on(", ").join(ids.build())).append(']');
        }
        return text.toString();
    }
}
