package io.portolan.planner.matcher;

import com.google.common.base.Ascii;

/** What becomes of a record of traffic. */
public enum Verdict {
    /** A flow needs it. */
    NEEDED(0),
    /** It answers what a flow needs. */
    ANSWER(1),
    /** It is between addresses that are known, and no flow needs it. */
    UNWANTED(2),
    /** Nobody can tell; see {@link Reason}. */
    UNKNOWN(3);

    private final int number;

    Verdict(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Why nobody can tell. */
    public enum Reason {
        /** Something can be told. */
        NONE(0),
        /** The record says that it is incomplete, or lacks an address, a protocol or a port that decides. */
        INCOMPLETE(1),
        /** Addresses were translated on the way, and the record does not have those before. */
        TRANSLATED(2),
        /** The record is of a time for which the topology is not known. */
        OTHER_TIME(3),
        /** An address is of no place, and a flow to or from a name outside would need it, if the address is that of the name. */
        NAME_OUTSIDE(4),
        /** An address is of no place. */
        ADDRESS_UNKNOWN(5);

        private final int number;

        Reason(int number) {
            this.number = number;
        }

        /**
         * Returns the number that stands for the reason in tables.
         *
         * @return 0 for {@link #NONE}
         */
        public int number() {
            return number;
        }

        /**
         * Returns the reason that a number stands for.
         *
         * @param number a number from a table
         * @return the reason
         * @throws IllegalArgumentException if it is the number of none
         */
        public static Reason of(int number) {
            for (Reason reason : values()) {
                if (reason.number == number) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("not the number of a reason: " + number + "; expected 0 to 5");
        }

        /**
         * Returns the reason as reports write it.
         *
         * @return such as {@code name-outside}
         */
        public String id() {
            return Ascii.toLowerCase(name()).replace('_', '-');
        }
    }

    /**
     * Returns the verdict as reports write it.
     *
     * @return such as {@code needed}
     */
    public String id() {
        return Ascii.toLowerCase(name());
    }
}
