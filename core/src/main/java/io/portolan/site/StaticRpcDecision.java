package io.portolan.site;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.catalog.Endpoint;
import io.portolan.catalog.RpcService;
import java.util.Optional;
import org.immutables.value.Value;

/** The decision on the fixed port of an RPC service, at the site or on the hosts of an endpoint. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class StaticRpcDecision extends Decision<Integer> {
    StaticRpcDecision() {}

    /**
     * Returns the service that listens.
     *
     * @return the service
     */
    @Value.Parameter
    public abstract RpcService service();

    /**
     * Returns the endpoint whose hosts the answer is for.
     *
     * @return an endpoint, empty for all that have no answer of their own
     */
    @Value.Parameter
    public abstract Optional<Endpoint> listener();

    @Override
    public String id() {
        return scoped("static-rpc." + service().id(), listener());
    }

    @Override
    public String statement() {
        return scopedStatement(
                "the fixed port of " + service().title() + ", set in "
                        + service().configuredIn(),
                listener());
    }

    @Override
    public String allowed() {
        return "1-65535";
    }

    @Override
    void check(Integer port) {
        checkArgument(port >= 1 && port <= 65_535, "%s cannot be port %s; expected one of 1-65535", id(), port);
    }

    @Override
    String text(Integer port) {
        return port.toString();
    }

    @Override
    public String toString() {
        return id();
    }
}
