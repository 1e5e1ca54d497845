package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.net.PortSet;
import org.immutables.value.Value;

/** Ports that a document states in numbers and that no site can change; see {@link PortSpec#of(PortSet)}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class FixedPorts implements PortSpec {
    FixedPorts() {}

    /**
     * Returns the ports.
     *
     * @return at least one port
     */
    @Value.Parameter
    public abstract PortSet ports();

    @Value.Check
    void check() {
        checkArgument(!ports().isEmpty(), "a flow needs at least one port, but the set is empty");
    }

    @Override
    public PortSet expected() {
        return ports();
    }

    /** Returns the canonical text of the set, such as {@code 80,443}. */
    @Override
    public String toString() {
        return ports().toString();
    }
}
