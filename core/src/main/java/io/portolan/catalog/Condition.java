package io.portolan.catalog;

import java.util.Optional;

/**
 * What must hold at a site for a flow to be needed. A flow with several conditions needs all of them.
 *
 * <p>The text form is short and stable: {@code nps} for a feature that the site has, {@code !gateway-only} for one that
 * it has not, {@code channel=tcp-tls} for a choice, {@code windows=legacy} for the generation of the listening host.
 */
public sealed interface Condition permits ToggleCondition, ChoiceCondition, GenerationCondition {
    /**
     * Returns the condition that the site has a feature.
     *
     * @param feature the feature
     * @return the condition
     */
    static Condition enabled(Toggle feature) {
        return ImmutableToggleCondition.of(feature, true);
    }

    /**
     * Returns the condition that the site does not have a feature.
     *
     * @param feature the feature
     * @return the condition
     */
    static Condition disabled(Toggle feature) {
        return ImmutableToggleCondition.of(feature, false);
    }

    /**
     * Returns the condition that the site chose one form of a feature.
     *
     * @param <O> the enum of the forms
     * @param choice the feature
     * @param option the form
     * @return the condition
     */
    static <O extends Enum<O> & FeatureOption> Condition chosen(Choice<O> choice, O option) {
        return ImmutableChoiceCondition.of(choice, option);
    }

    /**
     * Returns the condition that the host that listens is of a generation of Windows.
     *
     * @param generation the generation
     * @return the condition
     */
    static Condition listensOn(WindowsGeneration generation) {
        return ImmutableGenerationCondition.of(generation);
    }

    /**
     * Returns the feature that decides.
     *
     * @return the feature; empty for the generation of Windows, which is a fact of each host
     */
    Optional<Feature> feature();

    /**
     * Returns the condition in words.
     *
     * @return a clause that begins with "if" or "unless", without a full stop
     */
    String phrase();

    /**
     * Returns the condition in the notation of the exports.
     *
     * @return a short text, such as {@code nps}
     */
    @Override
    String toString();
}
