package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.portolan.internal.Excerpts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for something that a site decided, who approved it, and until when. Everything is optional.
 *
 * <pre>{@code
 * Approval.none().owner("Platform team").ticket("CHG-4711").expires(LocalDate.of(2027, 3, 31))
 * }</pre>
 *
 * @param owner who answers for it
 * @param approvedBy who approved it
 * @param ticket where it was asked for
 * @param expires the last day on which it holds
 * @param review the day on which it is to be looked at again
 */
public record Approval(
        Optional<String> owner,
        Optional<String> approvedBy,
        Optional<String> ticket,
        Optional<LocalDate> expires,
        Optional<LocalDate> review) {
    private static final Approval NONE =
            new Approval(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Refuses null, and texts that are blank or not in one line.
     *
     * @param owner who answers for it
     * @param approvedBy who approved it
     * @param ticket where it was asked for
     * @param expires the last day on which it holds
     * @param review the day on which it is to be looked at again
     */
    public Approval {
        check("owner", owner);
        check("approver", approvedBy);
        check("ticket", ticket);
        requireNonNull(expires, "expires");
        requireNonNull(review, "review");
    }

    private static void check(String what, Optional<String> text) {
        checkArgument(
                text.isEmpty() || (!text.get().isBlank() && Excerpts.isPlain(text.get())),
                "not the name of the %s: %s; expected plain text in one line",
                what,
                Excerpts.quote(text.orElse("")));
    }

    /**
     * Returns an approval that says nothing.
     *
     * @return the empty approval
     */
    public static Approval none() {
        return NONE;
    }

    /**
     * Returns this approval with another owner.
     *
     * @param name who answers for it
     * @return the approval
     * @throws IllegalArgumentException if the name is blank or not in one line
     */
    public Approval owner(String name) {
        return new Approval(Optional.of(name), approvedBy, ticket, expires, review);
    }

    /**
     * Returns this approval with another approver.
     *
     * @param name who approved it
     * @return the approval
     * @throws IllegalArgumentException if the name is blank or not in one line
     */
    public Approval approvedBy(String name) {
        return new Approval(owner, Optional.of(name), ticket, expires, review);
    }

    /**
     * Returns this approval with another ticket.
     *
     * @param number where it was asked for
     * @return the approval
     * @throws IllegalArgumentException if the number is blank or not in one line
     */
    public Approval ticket(String number) {
        return new Approval(owner, approvedBy, Optional.of(number), expires, review);
    }

    /**
     * Returns this approval with another end.
     *
     * @param lastDay the last day on which it holds
     * @return the approval
     */
    public Approval expires(LocalDate lastDay) {
        return new Approval(owner, approvedBy, ticket, Optional.of(lastDay), review);
    }

    /**
     * Returns this approval with another day of review.
     *
     * @param day the day on which it is to be looked at again
     * @return the approval
     */
    public Approval review(LocalDate day) {
        return new Approval(owner, approvedBy, ticket, expires, Optional.of(day));
    }

    /**
     * Tells whether it says nothing.
     *
     * @return whether everything is empty
     */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * Tells whether its last day is past.
     *
     * @param asOf a day
     * @return whether it expired before that day; false if it does not expire
     */
    public boolean isExpired(LocalDate asOf) {
        return expires.isPresent() && expires.get().isBefore(asOf);
    }

    /**
     * Tells whether the day of its review has come.
     *
     * @param asOf a day
     * @return whether it is to be reviewed on that day or was before; false if no review is due
     */
    public boolean isDueForReview(LocalDate asOf) {
        return review.isPresent() && !review.get().isAfter(asOf);
    }

    /** Returns what is known in one line, such as {@code owner Platform team, ticket CHG-4711}; empty if nothing is. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        owner.ifPresent(name -> parts.add("owner " + name));
        approvedBy.ifPresent(name -> parts.add("approved by " + name));
        ticket.ifPresent(number -> parts.add("ticket " + number));
        expires.ifPresent(day -> parts.add("expires " + day));
        review.ifPresent(day -> parts.add("review " + day));
        return String.join(", ", parts);
    }
}
