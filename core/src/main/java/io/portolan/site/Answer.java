package io.portolan.site;

import io.portolan.catalog.Approval;
import org.immutables.value.Value;

/**
 * What a site decided.
 *
 * @param <V> what an answer to the decision is
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Answer<V> {
    Answer() {}

    /**
     * Returns an answer.
     *
     * @param <V> what an answer to the decision is
     * @param decision what is decided
     * @param value the answer
     * @return the answer
     * @throws IllegalArgumentException if the decision does not allow the value; the message tells what it allows
     */
    public static <V> Answer<V> of(Decision<V> decision, V value) {
        decision.check(value);
        return ImmutableAnswer.of(decision, value);
    }

    /**
     * Returns what is decided.
     *
     * @return the decision
     */
    @Value.Parameter
    public abstract Decision<V> decision();

    /**
     * Returns the answer.
     *
     * @return a value that the decision allows
     */
    @Value.Parameter
    public abstract V value();

    /**
     * Returns who answers for the decision, and until when. Answers are equal whoever approved them.
     *
     * @return the approval, empty if the site said nothing of it
     */
    @Value.Default
    @Value.Auxiliary
    public Approval approval() {
        return Approval.none();
    }

    /**
     * Returns this answer with an approval.
     *
     * @param approval who answers for the decision, and until when
     * @return the answer
     */
    public Answer<V> approved(Approval approval) {
        return ((ImmutableAnswer<V>) ImmutableAnswer.copyOf(this)).withApproval(approval);
    }

    /**
     * Returns the answer as lists and files show it.
     *
     * @return a text such as {@code 3390}, {@code yes}, {@code https} or {@code 50000-50999}
     */
    public String text() {
        return decision().text(value());
    }

    /** Returns decision and answer, such as {@code rdp-port=3390}. */
    @Override
    public String toString() {
        return decision().id() + "=" + text();
    }
}
