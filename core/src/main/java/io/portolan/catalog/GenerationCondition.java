package io.portolan.catalog;

import java.util.Optional;
import org.immutables.value.Value;

/** The condition that the host that listens is of a generation of Windows. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class GenerationCondition implements Condition {
    GenerationCondition() {}

    /**
     * Returns the generation.
     *
     * @return the generation that the condition asks for
     */
    @Value.Parameter
    public abstract WindowsGeneration generation();

    /**
     * Returns no feature: the generation is a fact of each host, not a choice of the site.
     *
     * @return always empty
     */
    @Override
    public Optional<Feature> feature() {
        return Optional.empty();
    }

    @Override
    public String phrase() {
        return "if " + generation().statement();
    }

    /** Returns {@code windows=legacy} or {@code windows=modern}. */
    @Override
    public String toString() {
        return "windows=" + generation().id();
    }
}
