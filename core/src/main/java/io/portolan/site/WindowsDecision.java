package io.portolan.site;

import io.portolan.catalog.Endpoint;
import io.portolan.catalog.WindowsEstate;
import java.util.Optional;
import org.immutables.value.Value;

/** The decision which generations of Windows listen, at the site or on the hosts of an endpoint. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class WindowsDecision extends Decision<WindowsEstate> {
    WindowsDecision() {}

    /**
     * Returns the endpoint whose hosts the answer is for.
     *
     * @return an endpoint, empty for all that have no answer of their own
     */
    @Value.Parameter
    public abstract Optional<Endpoint> listener();

    @Override
    public String id() {
        return scoped("windows", listener());
    }

    @Override
    public String statement() {
        return scopedStatement("the generations of Windows that listen, and with them the dynamic range", listener());
    }

    @Override
    public String allowed() {
        return "modern, mixed or legacy";
    }

    @Override
    void check(WindowsEstate estate) {}

    @Override
    String text(WindowsEstate estate) {
        return estate.id();
    }

    @Override
    public String toString() {
        return id();
    }
}
