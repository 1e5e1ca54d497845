package io.portolan.site;

import io.portolan.catalog.Choice;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Toggle;
import java.util.Optional;

/**
 * One thing that a site decides: the typed key of an {@link Answer}.
 *
 * <p>A {@link Site.Builder} has a method of its own for each kind; decisions as values are for programs that read answers
 * from data or list what is open.
 *
 * @param <V> what an answer is: a port, yes or no, an option, a range
 */
public abstract sealed class Decision<V>
        permits SettingDecision,
                ToggleDecision,
                ChoiceDecision,
                WindowsDecision,
                DynamicPortsDecision,
                StaticRpcDecision,
                OptionalFlowsDecision {
    Decision() {}

    /**
     * Returns the decision on the port of a setting.
     *
     * @param setting the setting
     * @return the decision
     */
    public static SettingDecision of(PortSetting setting) {
        return ImmutableSettingDecision.of(setting);
    }

    /**
     * Returns the decision whether a site has a feature.
     *
     * @param toggle the feature
     * @return the decision
     */
    public static ToggleDecision of(Toggle toggle) {
        return ImmutableToggleDecision.of(toggle);
    }

    /**
     * Returns the decision between the forms of a feature.
     *
     * @param <O> the enum of the forms
     * @param choice the feature
     * @return the decision
     */
    public static <O extends Enum<O> & FeatureOption> ChoiceDecision<O> of(Choice<O> choice) {
        return ImmutableChoiceDecision.of(choice);
    }

    /**
     * Returns the decision which generations of Windows listen at the site.
     *
     * @return the decision for all hosts that have no answer of their own
     */
    public static WindowsDecision windows() {
        return ImmutableWindowsDecision.of(Optional.empty());
    }

    /**
     * Returns the decision which generations of Windows the hosts of an endpoint run.
     *
     * @param listener the endpoint to which connections are opened
     * @return the decision
     */
    public static WindowsDecision windows(Endpoint listener) {
        return ImmutableWindowsDecision.of(Optional.of(listener));
    }

    /**
     * Returns the decision on the dynamic range of the site.
     *
     * @return the decision for all hosts that have no answer of their own
     */
    public static DynamicPortsDecision dynamicPorts() {
        return ImmutableDynamicPortsDecision.of(Optional.empty());
    }

    /**
     * Returns the decision on the dynamic range of the hosts of an endpoint.
     *
     * @param listener the endpoint to which connections are opened
     * @return the decision
     */
    public static DynamicPortsDecision dynamicPorts(Endpoint listener) {
        return ImmutableDynamicPortsDecision.of(Optional.of(listener));
    }

    /**
     * Returns the decision on the fixed port of an RPC service.
     *
     * @param service the service
     * @return the decision for all hosts that have no answer of their own
     */
    public static StaticRpcDecision staticRpc(RpcService service) {
        return ImmutableStaticRpcDecision.of(service, Optional.empty());
    }

    /**
     * Returns the decision on the fixed port of an RPC service on the hosts of an endpoint.
     *
     * @param listener the endpoint to which connections are opened
     * @param service the service
     * @return the decision
     */
    public static StaticRpcDecision staticRpc(Endpoint listener, RpcService service) {
        return ImmutableStaticRpcDecision.of(service, Optional.of(listener));
    }

    /**
     * Returns the decision whether the site wants optional flows.
     *
     * @return the decision for all optional flows that have no answer of their own
     */
    public static OptionalFlowsDecision optionalFlows() {
        return ImmutableOptionalFlowsDecision.of(Optional.empty());
    }

    /**
     * Returns the decision whether the site wants an optional flow.
     *
     * @param flow a flow that its document says a product can do without
     * @return the decision
     * @throws IllegalArgumentException if the flow is not optional
     */
    public static OptionalFlowsDecision optionalFlow(Flow flow) {
        return ImmutableOptionalFlowsDecision.of(Optional.of(flow));
    }

    /**
     * Returns the short name under which lists and files show the decision.
     *
     * @return the identifier of a setting or feature, {@code windows}, {@code dynamic-ports}, {@code static-rpc.ntds} or
     *     {@code optional-flows}; with {@code @} and an identifier where it is for one endpoint or flow alone
     */
    public abstract String id();

    /**
     * Returns what is decided, in words.
     *
     * @return a phrase without a full stop
     */
    public abstract String statement();

    /**
     * Returns what can be answered, in words.
     *
     * @return a phrase such as "1-65535" or "yes or no"
     */
    public abstract String allowed();

    /** Throws an IllegalArgumentException if the value is no answer. */
    abstract void check(V value);

    /** Returns the value as lists and files show it. */
    abstract String text(V value);

    static String scoped(String id, Optional<Endpoint> listener) {
        return listener.isEmpty() ? id : id + "@" + listener.get().id();
    }

    static String scopedStatement(String statement, Optional<Endpoint> listener) {
        return listener.isEmpty()
                ? statement
                : statement + " on " + listener.get().title();
    }

    /** Returns the identifier. */
    @Override
    public abstract String toString();
}
