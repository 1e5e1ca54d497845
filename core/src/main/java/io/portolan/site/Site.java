package io.portolan.site;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.WindowsEstate;
import io.portolan.internal.Excerpts;
import io.portolan.net.DynamicPorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers that a site gives to what documents leave to it: ports that it moved, features that it has, generations of
 * Windows and dynamic ranges.
 *
 * <p>No answer is a state of its own: what a site did not say is asked by {@link Resolution#questions()}, never guessed in
 * silence. One site answers for any number of catalogs. Where a company has two installations of one product, each has a
 * site of its own, made of a common base:
 *
 * <pre>{@code
 * Site company = Site.builder().windows(WindowsEstate.MODERN).disable(Ras.Features.TENANT).build();
 * Site north = company.mergedWith(Site.builder().set(Ras.Ports.GATEWAY_SSL, 8443).build());
 * }</pre>
 *
 * <p>Sites are equal if they give the same answers, in whatever order these were given.
 */
public final class Site {
    private static final Site EMPTY = new Site(ImmutableMap.of());

    private final ImmutableMap<Decision<?>, Answer<?>> answers;

    private Site(ImmutableMap<Decision<?>, Answer<?>> answers) {
        this.answers = answers;
    }

    /**
     * Returns the site that answers nothing.
     *
     * @return the empty site
     */
    public static Site empty() {
        return EMPTY;
    }

    /**
     * Starts a site that answers nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from the answers of this site.
     *
     * @return a builder that holds them
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.answers.putAll(answers);
        return builder;
    }

    /**
     * Returns every answer.
     *
     * @return the answers, in the order in which they were first given
     */
    public ImmutableList<Answer<?>> answers() {
        return answers.values().asList();
    }

    /**
     * Returns the answer to a decision, exactly as it was given: an answer for one endpoint is none for the site, nor the
     * other way round.
     *
     * @param <V> what an answer is
     * @param decision the decision
     * @return the answer, empty if the site gave none
     */
    @SuppressWarnings("unchecked") // Builder.answer keeps an answer under its own decision alone
    public <V> Optional<Answer<V>> answer(Decision<V> decision) {
        return Optional.ofNullable((Answer<V>) answers.get(decision));
    }

    /**
     * Returns this site with the answers of another added, which win where both answer.
     *
     * @param later the site whose answers win
     * @return the merged site
     */
    public Site mergedWith(Site later) {
        Builder merged = toBuilder();
        merged.answers.putAll(later.answers);
        return merged.build();
    }

    /**
     * Returns what another site answers differently.
     *
     * @param other the site to compare with
     * @return one entry for each decision on which the two differ, those of this site first; empty if they are equal
     */
    public ImmutableList<SiteDifference> differences(Site other) {
        Set<Decision<?>> decisions = new LinkedHashSet<>(answers.keySet());
        decisions.addAll(other.answers.keySet());
        ImmutableList.Builder<SiteDifference> differences = ImmutableList.builder();
        for (Decision<?> decision : decisions) {
            Answer<?> before = answers.get(decision);
            Answer<?> after = other.answers.get(decision);
            if (before == null || !before.equals(after)) {
                differences.add(
                        ImmutableSiteDifference.of(decision, Optional.ofNullable(before), Optional.ofNullable(after)));
            }
        }
        return differences.build();
    }

    /**
     * Resolves the flows of a catalog, with the document's default where this site did not answer.
     *
     * @param catalog the catalog
     * @return the flows in numbers, those that are ruled out, and what is open
     * @throws IllegalArgumentException if answers contradict a coupling of the catalog
     */
    public Resolution resolve(Catalog<?> catalog) {
        return resolve(catalog, OpenQuestions.DEFAULTS);
    }

    /**
     * Resolves the flows of a catalog.
     *
     * @param catalog the catalog
     * @param openQuestions what becomes of flows that wait for an answer which this site did not give
     * @return the flows in numbers, those that are ruled out, and what is open
     * @throws IllegalArgumentException if answers contradict a coupling of the catalog
     * @throws OpenQuestionsException if something is open and nothing may be
     */
    public Resolution resolve(Catalog<?> catalog, OpenQuestions openQuestions) {
        return new Resolver(this, catalog, openQuestions).resolve();
    }

    /** Tells whether the other object is a site that gives the same answers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Site that && answers.equals(that.answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    /**
     * Returns the site that a text states.
     *
     * @param text answers, such as {@code [nps=yes, rdp-port=3390]}, in any order
     * @param catalogs the catalogs that the answers are about
     * @return the site; {@code parse(site.toString(), catalogs)} is equal to the site
     * @throws IllegalArgumentException if the text is anything else, answers a decision that none of the catalogs has, or
     *     one that several have and understand differently
     */
    public static Site parse(String text, Catalog<?>... catalogs) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new IllegalArgumentException("not a site: " + Excerpts.quote(text)
                    + "; expected answers in brackets, such as [nps=yes, rdp-port=3390]");
        }
        Builder site = builder();
        AnswerTexts known = new AnswerTexts(ImmutableList.copyOf(catalogs));
        String inside = text.substring(1, text.length() - 1);
        for (String answer : Splitter.on(", ").omitEmptyStrings().split(inside)) {
            int equals = answer.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "not an answer: " + Excerpts.quote(answer) + "; expected a form such as rdp-port=3390");
            }
            site.answer(known.answer(answer.substring(0, equals), answer.substring(equals + 1)));
        }
        return site.build();
    }

    /** Returns the answers in alphabetical order, such as {@code [nps=yes, rdp-port=3390]}; parses back. */
    @Override
    public String toString() {
        Set<String> texts = new TreeSet<>();
        for (Answer<?> answer : answers.values()) {
            texts.add(answer.toString());
        }
        return texts.toString();
    }

    /** Collects answers. An answer that is given again replaces the one before. */
    public static final class Builder {
        private final Map<Decision<?>, Answer<?>> answers = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the port of a setting.
         *
         * @param setting the setting
         * @param port a port that the setting allows
         * @return this builder
         * @throws IllegalArgumentException if the setting does not allow the port
         */
        public Builder set(PortSetting setting, int port) {
            return answer(Decision.of(setting), port);
        }

        /**
         * Says that the site has a feature.
         *
         * @param toggle the feature
         * @return this builder
         */
        public Builder enable(Toggle toggle) {
            return answer(Decision.of(toggle), true);
        }

        /**
         * Says that the site has not a feature.
         *
         * @param toggle the feature
         * @return this builder
         */
        public Builder disable(Toggle toggle) {
            return answer(Decision.of(toggle), false);
        }

        /**
         * Says which form of a feature the site has.
         *
         * @param <O> the enum of the forms
         * @param choice the feature
         * @param option the form
         * @return this builder
         */
        public <O extends Enum<O> & FeatureOption> Builder choose(Choice<O> choice, O option) {
            return answer(Decision.of(choice), option);
        }

        /**
         * Says which generations of Windows listen at the site. Their dynamic ranges hold where none is given, be it for
         * the site or for an endpoint.
         *
         * @param estate the generations
         * @return this builder
         */
        public Builder windows(WindowsEstate estate) {
            return answer(Decision.windows(), estate);
        }

        /**
         * Says which generations of Windows the hosts of an endpoint run. A range that is given for the site holds for
         * them, too: give the endpoint its own with {@link #dynamicPorts(Endpoint, DynamicPorts)} if it has another.
         *
         * @param listener the endpoint to which connections are opened
         * @param estate the generations
         * @return this builder
         */
        public Builder windows(Endpoint listener, WindowsEstate estate) {
            return answer(Decision.windows(listener), estate);
        }

        /**
         * Sets the dynamic range of all hosts that have none of their own here. Windows keeps one for TCP and one for UDP;
         * this is both.
         *
         * @param ports the range; ports for RPC alone leave those of other programs as they are
         * @return this builder
         */
        public Builder dynamicPorts(DynamicPorts ports) {
            return answer(Decision.dynamicPorts(), ports);
        }

        /**
         * Sets the dynamic range of the hosts of an endpoint. It reaches every flow towards the endpoint.
         *
         * @param listener the endpoint to which connections are opened
         * @param ports the range; ports for RPC alone leave those of other programs as they are
         * @return this builder
         */
        public Builder dynamicPorts(Endpoint listener, DynamicPorts ports) {
            return answer(Decision.dynamicPorts(listener), ports);
        }

        /**
         * Says that an RPC service has a fixed port on all hosts.
         *
         * @param service the service
         * @param port a port, 1 to 65535
         * @return this builder
         * @throws IllegalArgumentException if the port is out of range
         */
        public Builder staticRpc(RpcService service, int port) {
            return answer(Decision.staticRpc(service), port);
        }

        /**
         * Says that an RPC service has a fixed port on the hosts of an endpoint.
         *
         * @param listener the endpoint to which connections are opened
         * @param service the service
         * @param port a port, 1 to 65535
         * @return this builder
         * @throws IllegalArgumentException if the port is out of range
         */
        public Builder staticRpc(Endpoint listener, RpcService service, int port) {
            return answer(Decision.staticRpc(listener, service), port);
        }

        /**
         * Says whether the site wants the flows that products can do without.
         *
         * @param wanted whether they are wanted
         * @return this builder
         */
        public Builder optionalFlows(boolean wanted) {
            return answer(Decision.optionalFlows(), wanted);
        }

        /**
         * Says whether the site wants a flow that its product can do without.
         *
         * @param flow the optional flow
         * @param wanted whether it is wanted
         * @return this builder
         * @throws IllegalArgumentException if the flow is not optional
         */
        public Builder optionalFlow(Flow flow, boolean wanted) {
            return answer(Decision.optionalFlow(flow), wanted);
        }

        /**
         * Answers a decision of whatever kind, for programs that read answers from data.
         *
         * @param <V> what an answer is
         * @param decision the decision
         * @param value the answer
         * @return this builder
         * @throws IllegalArgumentException if the decision does not allow the value; the message tells what it allows
         */
        public <V> Builder answer(Decision<V> decision, V value) {
            return answer(Answer.of(decision, value));
        }

        /**
         * Answers a decision by texts, as configurations of programs and lists have them.
         *
         * @param catalog the catalog that the decision is about
         * @param id the identifier of the decision, such as {@code nps}, {@code rdp-port}, {@code windows} or {@code
         *     windows@session-host}
         * @param answer the answer as {@link Answer#text()} writes it; true and false are yes and no, too
         * @return this builder
         * @throws IllegalArgumentException if the catalog has no such decision, or it does not allow the answer; the message
         *     names the nearest right one
         */
        public Builder answer(Catalog<?> catalog, String id, String answer) {
            return answer(new AnswerTexts(ImmutableList.of(catalog)).answer(id, answer));
        }

        /**
         * Answers decisions by texts, such as those of {@link java.util.Properties}.
         *
         * @param catalog the catalog that the decisions are about
         * @param texts answers by the identifiers of decisions, as {@link #answer(Catalog, String, String)} takes them
         * @return this builder
         * @throws IllegalArgumentException if any is wrong; the message tells of each, and then none is taken
         */
        public Builder answers(Catalog<?> catalog, Map<?, ?> texts) {
            AnswerTexts known = new AnswerTexts(ImmutableList.of(catalog));
            List<Answer<?>> read = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            texts.forEach((id, answer) -> {
                try {
                    read.add(known.answer(String.valueOf(id), String.valueOf(answer)));
                } catch (IllegalArgumentException e) {
                    wrong.add(String.valueOf(e.getMessage()));
                }
            });
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(String.join("; and ", wrong));
            }
            read.forEach(this::answer);
            return this;
        }

        /**
         * Adds an answer.
         *
         * @param answer the answer
         * @return this builder
         */
        public Builder answer(Answer<?> answer) {
            answers.put(answer.decision(), answer);
            return this;
        }

        /**
         * Takes an answer back, so that the decision is open again.
         *
         * @param decision a decision, answered or not
         * @return this builder
         */
        public Builder leaveOpen(Decision<?> decision) {
            answers.remove(checkNotNull(decision, "decision"));
            return this;
        }

        /**
         * Returns the site. The builder can go on and build again.
         *
         * @return the site
         */
        public Site build() {
            return answers.isEmpty() ? EMPTY : new Site(ImmutableMap.copyOf(answers));
        }
    }

    /** Returns the decisions that are answered, in the order in which they were first given. */
    ImmutableSet<Decision<?>> decisions() {
        return answers.keySet();
    }
}
