package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import io.portolan.planner.Rule;

/**
 * What a firewall cannot say: packets of the policy that a rendering does not allow.
 *
 * @param kind what the firewall lacks
 * @param rule the packets, with the flows that need them
 * @param detail what is the matter, and what to do, in words
 */
public record Limitation(Kind kind, Rule rule, String detail) {
    /**
     * Refuses null.
     *
     * @param kind what the firewall lacks
     * @param rule the packets, with the flows that need them
     * @param detail what is the matter, and what to do, in words
     */
    public Limitation {
        requireNonNull(kind, "kind");
        requireNonNull(rule, "rule");
        requireNonNull(detail, "detail");
    }

    /** What a firewall may lack. */
    public enum Kind {
        /** It knows no names of this kind at the ends of rules. */
        NAME("name"),
        /** It does not filter this protocol. */
        PROTOCOL("protocol"),
        /** It does not tell types or codes of ICMP apart. */
        ICMP_TYPE("icmp-type"),
        /** It does not look at source ports. */
        SOURCE_PORTS("source-ports"),
        /** It does not filter this family of addresses. */
        FAMILY("family"),
        /** It stands where the packets do not pass, or cannot name one of their ends. */
        PLACE("place");

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

    /** Returns kind, rule and detail in one line. */
    @Override
    public String toString() {
        return kind.id() + ": " + rule + ": " + detail;
    }
}
