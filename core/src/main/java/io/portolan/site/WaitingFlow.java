package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;
import org.immutables.value.Value;

/** A flow of which nobody can say whether, or on which port, a site needs it until the site answers. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class WaitingFlow {
    WaitingFlow() {}

    /**
     * Returns the flow as its document states it.
     *
     * @return the flow
     */
    @Value.Parameter
    public abstract Flow flow();

    /**
     * Returns what is to be decided first.
     *
     * @return one decision or more
     */
    @Value.Parameter
    public abstract ImmutableList<Decision<?>> decisions();

    /** Returns the identifier of the flow and the decisions in one line. */
    @Override
    public String toString() {
        return flow().id() + ": waits for " + decisions();
    }
}
