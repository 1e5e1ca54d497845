package io.portolan.site;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.WindowsEstate;
import io.portolan.internal.Excerpts;
import io.portolan.internal.Nearest;
import io.portolan.net.DynamicPorts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as texts: the identifiers of decisions about catalogs, and what each takes. */
final class AnswerTexts {
    private final Map<String, Set<Answers<?>>> known = new LinkedHashMap<>();

    /** A decision, and how a text becomes an answer to it. */
    private record Answers<V>(Decision<V> decision, Function<String, Optional<V>> reader) {
        Answer<V> answer(String text) {
            V value = reader.apply(text)
                    .orElseThrow(() -> new IllegalArgumentException("not an answer to " + decision.id() + ": "
                            + Excerpts.quote(text) + "; expected " + decision.allowed()));
            return Answer.of(decision, value);
        }

        /** Tells whether the other is about the same decision. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Answers<?> that && decision.equals(that.decision);
        }

        @Override
        public int hashCode() {
            return decision.hashCode();
        }
    }

    AnswerTexts(Iterable<? extends Catalog<?>> catalogs) {
        for (Catalog<?> catalog : catalogs) {
            catalog.settings().forEach(this::setting);
            catalog.features().forEach(this::feature);
        }
        hosts(Optional.empty());
        add(Decision.optionalFlows(), AnswerTexts::yesOrNo);
        for (Catalog<?> catalog : catalogs) {
            for (Flow flow : catalog.flows()) {
                if (flow.necessity() == Necessity.OPTIONAL) {
                    add(Decision.optionalFlow(flow), AnswerTexts::yesOrNo);
                }
            }
            Set<Endpoint> endpoints = new LinkedHashSet<>(catalog.roles());
            endpoints.addAll(catalog.endpoints());
            endpoints.addAll(ImmutableSet.copyOf(Infrastructure.values()));
            endpoints.forEach(endpoint -> hosts(Optional.of(endpoint)));
        }
    }

    /** Returns what a text answers to the decision with an identifier. */
    Answer<?> answer(String id, String text) {
        Set<Answers<?>> meant = known.get(id);
        if (meant == null) {
            throw new IllegalArgumentException(Nearest.unknown("answer", id, known.keySet()));
        }
        checkArgument(meant.size() == 1, "%s is a decision of several catalogs; answer it for one of them", id);
        return meant.iterator().next().answer(text);
    }

    private <V> void add(Decision<V> decision, Function<String, Optional<V>> reader) {
        known.computeIfAbsent(decision.id(), first -> new LinkedHashSet<>()).add(new Answers<>(decision, reader));
    }

    private void setting(PortSetting setting) {
        add(Decision.of(setting), AnswerTexts::number);
    }

    private void feature(Feature feature) {
        if (feature instanceof Toggle toggle) {
            add(Decision.of(toggle), AnswerTexts::yesOrNo);
        } else {
            choice((Choice<?>) feature);
        }
    }

    private <O extends Enum<O> & FeatureOption> void choice(Choice<O> choice) {
        add(
                Decision.of(choice),
                text -> choice.options().stream()
                        .filter(option -> option.id().equals(text))
                        .findFirst());
    }

    private void hosts(Optional<Endpoint> listener) {
        add(listener.map(Decision::windows).orElseGet(Decision::windows), AnswerTexts::estate);
        add(
                listener.map(Decision::dynamicPorts).orElseGet(Decision::dynamicPorts),
                text -> Optional.of(DynamicPorts.parse(text)));
        for (RpcService service : RpcService.values()) {
            add(
                    listener.map(endpoint -> Decision.staticRpc(endpoint, service))
                            .orElseGet(() -> Decision.staticRpc(service)),
                    AnswerTexts::number);
        }
    }

    private static Optional<WindowsEstate> estate(String text) {
        for (WindowsEstate estate : WindowsEstate.values()) {
            if (estate.id().equals(text)) {
                return Optional.of(estate);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return Optional.ofNullable(Ints.tryParse(text));
    }

    /** Properties of programs say true and false, lists and files of Portolan yes and no. */
    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
