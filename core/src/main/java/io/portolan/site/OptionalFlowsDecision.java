package io.portolan.site;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.catalog.Flow;
import io.portolan.catalog.Necessity;
import java.util.Optional;
import org.immutables.value.Value;

/** The decision whether a site wants the flows that products can do without, all of them or one. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class OptionalFlowsDecision extends Decision<Boolean> {
    OptionalFlowsDecision() {}

    /**
     * Returns the flow that the answer is for.
     *
     * @return an optional flow, empty for all that have no answer of their own
     */
    @Value.Parameter
    public abstract Optional<Flow> flow();

    @Value.Check
    void check() {
        checkArgument(
                flow().isEmpty() || flow().get().necessity() == Necessity.OPTIONAL,
                "flow %s is not optional, so that a site has nothing to decide about it",
                flow().map(Flow::id).orElse(""));
    }

    @Override
    public String id() {
        return flow().isEmpty()
                ? "optional-flows"
                : "optional-flows@" + flow().get().id();
    }

    @Override
    public String statement() {
        return flow().isEmpty()
                ? "flows that the product can do without are wanted"
                : "the optional flow " + flow().get().id() + " is wanted";
    }

    @Override
    public String allowed() {
        return "yes or no";
    }

    @Override
    void check(Boolean wanted) {}

    @Override
    String text(Boolean wanted) {
        return wanted ? "yes" : "no";
    }

    @Override
    public String toString() {
        return id();
    }
}
