package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.Optional;
import org.immutables.value.Value;

/** A flow as it is at a site: with ports in numbers, and the answers that shaped it. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class ResolvedFlow {
    ResolvedFlow() {}

    /**
     * Returns the flow as its document states it.
     *
     * @return the flow
     */
    @Value.Parameter
    public abstract Flow flow();

    /**
     * Returns what the packets are at this site.
     *
     * @return the transport, with every port in numbers
     */
    @Value.Parameter
    public abstract Transport transport();

    /**
     * Returns the ports that answers come from at this site, where that is not the port that was asked.
     *
     * @return the ports in numbers, empty if answers mirror the question
     */
    @Value.Parameter
    public abstract Optional<PortSet> replyPorts();

    /**
     * Returns the answers that made the flow what it is.
     *
     * @return answers, each once; empty for a flow that no site can change
     */
    @Value.Parameter
    public abstract ImmutableList<AppliedAnswer> answers();

    /** Returns the identifier of the flow, the transport, and the answers in one line. */
    @Override
    public String toString() {
        String text = flow().id() + ": " + transport();
        return answers().isEmpty() ? text : text + " " + answers();
    }
}
