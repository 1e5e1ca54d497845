package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;
import org.immutables.value.Value;

/** A flow that a site does not need, and the answers that say so. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class RuledOutFlow {
    RuledOutFlow() {}

    /**
     * Returns the flow as its document states it.
     *
     * @return the flow
     */
    @Value.Parameter
    public abstract Flow flow();

    /**
     * Returns the answers each of which rules the flow out.
     *
     * @return one answer or more
     */
    @Value.Parameter
    public abstract ImmutableList<AppliedAnswer> answers();

    /** Returns the identifier of the flow and the answers in one line. */
    @Override
    public String toString() {
        return flow().id() + ": ruled out by " + answers();
    }
}
