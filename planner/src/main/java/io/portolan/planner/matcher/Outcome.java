package io.portolan.planner.matcher;

import io.portolan.planner.matcher.Verdict.Reason;

/**
 * Verdicts on records of traffic as plain numbers: the verdict, its reason, and the number by which {@link PolicyMatcher}
 * tells the flows. Nothing is allocated.
 */
public final class Outcome {
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final Reason[] REASONS = Reason.values();

    private Outcome() {}

    /**
     * Decides a record whose addresses, protocol and ports are complete. If both ways are tried and both fit, it is needed.
     *
     * @param matcher a matcher
     * @param forward its verdict on the record as it is
     * @param back its verdict on the record with source and destination exchanged
     * @param orientation who opened the connection
     * @param known whether both addresses are of places
     * @return the outcome, for the methods of this class
     */
    public static long of(PolicyMatcher matcher, int forward, int back, Orientation orientation, boolean known) {
        boolean asks = orientation != Orientation.ANSWER;
        boolean answers = orientation != Orientation.QUESTION;
        if (asks && matcher.isNeeded(forward)) {
            return number(Verdict.NEEDED, Reason.NONE, forward);
        }
        if (answers && matcher.isAnswer(back)) {
            return number(Verdict.ANSWER, Reason.NONE, back);
        }
        if ((asks && matcher.mayBeNeeded(forward)) || (answers && matcher.mayBeAnswer(back))) {
            return unknown(Reason.NAME_OUTSIDE);
        }
        return known ? number(Verdict.UNWANTED, Reason.NONE, 0) : unknown(Reason.ADDRESS_UNKNOWN);
    }

    /**
     * Returns the outcome of a record of which nobody can tell.
     *
     * @param reason why
     * @return the outcome
     */
    public static long unknown(Reason reason) {
        return number(Verdict.UNKNOWN, reason, 0);
    }

    private static long number(Verdict verdict, Reason reason, int flows) {
        return ((long) flows << 8) | (verdict.number() << 4) | reason.number();
    }

    /**
     * Returns the verdict.
     *
     * @param outcome an outcome
     * @return its verdict
     */
    public static Verdict verdict(long outcome) {
        return VERDICTS[((int) outcome >>> 4) & 0xf];
    }

    /**
     * Returns why nobody can tell.
     *
     * @param outcome an outcome
     * @return its reason, {@link Reason#NONE} but for {@link Verdict#UNKNOWN}
     */
    public static Reason reason(long outcome) {
        return REASONS[(int) outcome & 0xf];
    }

    /**
     * Returns the number for {@link PolicyMatcher#neededBy} or, of an answer, {@link PolicyMatcher#answered}.
     *
     * @param outcome an outcome
     * @return the number, 0 where there are no flows
     */
    public static int flows(long outcome) {
        return (int) (outcome >>> 8);
    }
}
