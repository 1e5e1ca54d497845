package io.portolan.site;

import io.portolan.catalog.Endpoint;
import io.portolan.net.DynamicPorts;
import java.util.Optional;
import org.immutables.value.Value;

/** The decision on a dynamic range, of the site or of the hosts of an endpoint. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class DynamicPortsDecision extends Decision<DynamicPorts> {
    DynamicPortsDecision() {}

    /**
     * Returns the endpoint whose hosts the answer is for.
     *
     * @return an endpoint, empty for all that have no answer of their own
     */
    @Value.Parameter
    public abstract Optional<Endpoint> listener();

    @Override
    public String id() {
        return scoped("dynamic-ports", listener());
    }

    @Override
    public String statement() {
        return scopedStatement("the dynamic range", listener());
    }

    @Override
    public String allowed() {
        return "modern, legacy, mixed, a range such as 50000-50999, or rpc:5001-5100";
    }

    @Override
    void check(DynamicPorts ports) {}

    @Override
    String text(DynamicPorts ports) {
        return ports.toString();
    }

    @Override
    public String toString() {
        return id();
    }
}
