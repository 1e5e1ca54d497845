package io.portolan.site;

import org.immutables.value.Value;

/** An answer that shaped a flow or ruled it out, and why it holds. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class AppliedAnswer {
    AppliedAnswer() {}

    static AppliedAnswer of(Answer<?> answer, Basis basis) {
        return ImmutableAppliedAnswer.of(answer, basis);
    }

    static <V> AppliedAnswer of(Decision<V> decision, V value, Basis basis) {
        return of(Answer.of(decision, value), basis);
    }

    /**
     * Returns the answer.
     *
     * @return the answer
     */
    @Value.Parameter
    public abstract Answer<?> answer();

    /**
     * Returns why it holds.
     *
     * @return the basis
     */
    @Value.Parameter
    public abstract Basis basis();

    /** Returns the answer, followed by its basis in brackets unless the site stated it, as in {@code nps=no (default)}. */
    @Override
    public String toString() {
        return basis() == Basis.STATED ? answer().toString() : answer() + " (" + basis().id() + ")";
    }
}
