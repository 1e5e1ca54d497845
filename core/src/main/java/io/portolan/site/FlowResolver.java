package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.ChoiceCondition;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FixedPorts;
import io.portolan.catalog.Flow;
import io.portolan.catalog.GenerationCondition;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.PortTraffic;
import io.portolan.catalog.PortlessTraffic;
import io.portolan.catalog.ToggleCondition;
import io.portolan.catalog.WindowsEstate;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Applies answers to one flow: what shapes it, what rules it out, what it waits for. */
final class FlowResolver {
    private final SiteAnswers answers;
    private final Flow flow;
    private final Set<AppliedAnswer> shaping = new LinkedHashSet<>();
    private final Set<AppliedAnswer> against = new LinkedHashSet<>();
    private final Set<Decision<?>> open = new LinkedHashSet<>();
    private final Optional<Transport> transport;
    private final Optional<PortSet> replyPorts;

    FlowResolver(SiteAnswers answers, Flow flow) {
        this.answers = answers;
        this.flow = flow;
        for (Condition condition : flow.conditions()) {
            check(condition);
        }
        if (flow.necessity() == Necessity.OPTIONAL) {
            check(Decision.optionalFlows(), answers.optionalFlow(flow), wanted -> wanted.equals(true));
        }
        this.transport = transport();
        this.replyPorts = flow.replyPorts().flatMap(this::bind);
    }

    boolean isRuledOut() {
        return !against.isEmpty();
    }

    /** What is open, whether or not the flow is ruled out. */
    ImmutableList<Decision<?>> open() {
        return ImmutableList.copyOf(open);
    }

    boolean waits() {
        return !isRuledOut() && !open.isEmpty();
    }

    RuledOutFlow ruledOut() {
        return ImmutableRuledOutFlow.of(flow, ImmutableList.copyOf(against));
    }

    WaitingFlow waiting() {
        return ImmutableWaitingFlow.of(flow, open());
    }

    ResolvedFlow resolved() {
        return ImmutableResolvedFlow.of(flow, transport.orElseThrow(), replyPorts, ImmutableList.copyOf(shaping));
    }

    private void check(Condition condition) {
        if (condition instanceof ToggleCondition toggle) {
            check(
                    Decision.of(toggle.toggle()),
                    answers.toggle(toggle.toggle()),
                    enabled -> enabled.equals(toggle.isEnabled()));
        } else if (condition instanceof ChoiceCondition choice) {
            check(
                    Decision.of(choice.choice()),
                    answers.choice(choice.choice()),
                    option -> option.equals(choice.option()));
        } else if (condition instanceof GenerationCondition windows) {
            check(
                    Decision.windows(),
                    answers.windows(flow.destination()),
                    estate -> ((WindowsEstate) estate).generations().contains(windows.generation()));
        }
    }

    private void check(Decision<?> decision, ImmutableList<AppliedAnswer> given, Predicate<Object> fits) {
        if (given.isEmpty()) {
            open.add(decision);
            return;
        }
        boolean met = false;
        for (AppliedAnswer answer : given) {
            if (fits.test(answer.answer().value())) {
                shaping.add(answer);
                met = true;
            }
        }
        if (!met) {
            against.addAll(given);
        }
    }

    private Optional<Transport> transport() {
        if (flow.traffic() instanceof PortTraffic traffic) {
            return bind(traffic.destinationPorts()).map(traffic::bind);
        }
        return Optional.of(((PortlessTraffic) flow.traffic()).transport());
    }

    private Optional<PortSet> bind(PortSpec ports) {
        if (ports instanceof FixedPorts fixed) {
            return Optional.of(fixed.ports());
        }
        if (ports instanceof PortSetting setting) {
            return bind(setting);
        }
        return bind((AllocatedPorts) ports);
    }

    private Optional<PortSet> bind(PortSetting setting) {
        ImmutableList<AppliedAnswer> given = answers.setting(setting);
        if (given.isEmpty()) {
            open.add(Decision.of(setting));
            return Optional.empty();
        }
        shaping.addAll(given);
        PortSet.Builder ports = PortSet.builder();
        for (AppliedAnswer answer : given) {
            ports.add((Integer) answer.answer().value());
        }
        return Optional.of(ports.build());
    }

    private Optional<PortSet> bind(AllocatedPorts range) {
        Endpoint listener = flow.destination();
        Optional<Answer<Integer>> fixed = range.rpcService().flatMap(service -> answers.staticRpc(listener, service));
        if (fixed.isPresent()) {
            shaping.add(AppliedAnswer.of(fixed.get(), Basis.STATED));
            return Optional.of(PortSet.of(fixed.get().value()));
        }
        Optional<Answer<DynamicPorts>> stated = answers.ownDynamicPorts(listener)
                .filter(answer -> reaches(answer.value(), range))
                .or(() -> range.owner() == AllocatedPorts.Owner.PRODUCT
                        ? Optional.empty()
                        : answers.dynamicPorts().filter(answer -> reaches(answer.value(), range)));
        if (stated.isPresent()) {
            shaping.add(AppliedAnswer.of(stated.get(), Basis.STATED));
            return Optional.of(stated.get().value().ports());
        }
        if (range.owner() == AllocatedPorts.Owner.PRODUCT) {
            return range.stated();
        }
        return byGeneration(range);
    }

    /** Ports for RPC alone leave what other programs are handed out as it is. */
    private static boolean reaches(DynamicPorts ports, AllocatedPorts range) {
        return !ports.isRpcOnly() || range.owner() != AllocatedPorts.Owner.HOST;
    }

    private Optional<PortSet> byGeneration(AllocatedPorts range) {
        for (Condition condition : flow.conditions()) {
            if (condition instanceof GenerationCondition windows) {
                // whether that generation listens at all, the condition has been asked
                return Optional.of(range.stated()
                        .orElse(windows.generation().dynamicPorts().ports()));
            }
        }
        ImmutableList<AppliedAnswer> given = answers.windows(flow.destination());
        if (given.isEmpty()) {
            open.add(Decision.windows());
            return Optional.empty();
        }
        shaping.addAll(given);
        PortSet ports = PortSet.none();
        for (AppliedAnswer answer : given) {
            WindowsEstate estate = (WindowsEstate) answer.answer().value();
            for (WindowsGeneration generation : estate.generations()) {
                ports = ports.union(of(generation, range));
            }
        }
        return Optional.of(ports);
    }

    /** Numbers that a document prints without a condition are its word for modern hosts. */
    private static PortSet of(WindowsGeneration generation, AllocatedPorts range) {
        PortSet byDefault = generation.dynamicPorts().ports();
        return generation == WindowsGeneration.MODERN ? range.stated().orElse(byDefault) : byDefault;
    }
}
