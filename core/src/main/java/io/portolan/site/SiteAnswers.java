package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.DynamicPorts;
import java.util.Optional;

/**
 * What a site answers to the questions of one catalog, completed by the policy for open questions.
 *
 * <p>Every method returns one answer, several that hold at once under the permissive policy, or none where the question is
 * open. Answers for one endpoint go before those for the whole site.
 */
final class SiteAnswers {
    private static final ImmutableList<Boolean> YES_OR_NO = ImmutableList.of(true, false);
    private static final ImmutableList<WindowsEstate> GENERATIONS =
            ImmutableList.of(WindowsEstate.MODERN, WindowsEstate.LEGACY);

    private final Site site;
    private final OpenQuestions policy;
    private final SettingAnswers settings;

    SiteAnswers(Site site, Catalog<?> catalog, OpenQuestions policy) {
        this.site = site;
        this.policy = policy;
        this.settings = SettingAnswers.under(policy, site, catalog);
    }

    SettingAnswers settings() {
        return settings;
    }

    ImmutableList<AppliedAnswer> setting(PortSetting setting) {
        return settings.of(setting);
    }

    ImmutableList<AppliedAnswer> toggle(Toggle toggle) {
        return completed(Decision.of(toggle), site.answer(Decision.of(toggle)), toggle.enabledByDefault(), YES_OR_NO);
    }

    <O extends Enum<O> & FeatureOption> ImmutableList<AppliedAnswer> choice(Choice<O> choice) {
        ChoiceDecision<O> decision = Decision.of(choice);
        return completed(decision, site.answer(decision), choice.defaultOption(), choice.options());
    }

    ImmutableList<AppliedAnswer> optionalFlow(Flow flow) {
        Optional<Answer<Boolean>> answer =
                site.answer(Decision.optionalFlow(flow)).or(() -> site.answer(Decision.optionalFlows()));
        return completed(Decision.optionalFlows(), answer, Optional.empty(), YES_OR_NO);
    }

    ImmutableList<AppliedAnswer> windows(Endpoint listener) {
        Optional<Answer<WindowsEstate>> answer =
                site.answer(Decision.windows(listener)).or(() -> site.answer(Decision.windows()));
        return completed(Decision.windows(), answer, Optional.of(WindowsEstate.MODERN), GENERATIONS);
    }

    /** What the site says of the dynamic range of one endpoint. Nothing is assumed: the generation of Windows decides. */
    Optional<Answer<DynamicPorts>> ownDynamicPorts(Endpoint listener) {
        return site.answer(Decision.dynamicPorts(listener));
    }

    /** What the site says of dynamic ranges in general. Nothing is assumed: the generation of Windows decides. */
    Optional<Answer<DynamicPorts>> dynamicPorts() {
        return site.answer(Decision.dynamicPorts());
    }

    Optional<Answer<Integer>> staticRpc(Endpoint listener, RpcService service) {
        return site.answer(Decision.staticRpc(listener, service)).or(() -> site.answer(Decision.staticRpc(service)));
    }

    private <V> ImmutableList<AppliedAnswer> completed(
            Decision<V> decision, Optional<Answer<V>> stated, Optional<V> byDefault, ImmutableList<V> all) {
        if (stated.isPresent()) {
            return ImmutableList.of(AppliedAnswer.of(stated.get(), Basis.STATED));
        }
        ImmutableList.Builder<AppliedAnswer> taken = ImmutableList.builder();
        if (policy == OpenQuestions.DEFAULTS && byDefault.isPresent()) {
            taken.add(AppliedAnswer.of(decision, byDefault.get(), Basis.DEFAULT));
        }
        if (policy == OpenQuestions.PERMISSIVE) {
            for (V value : all) {
                taken.add(AppliedAnswer.of(decision, value, Basis.ALTERNATIVE));
            }
        }
        return taken.build();
    }
}
