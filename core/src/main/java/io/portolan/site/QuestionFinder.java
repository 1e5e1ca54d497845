package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a site did not say, by its own answers alone: whatever a policy then assumes, the question stays. */
final class QuestionFinder {
    private final Catalog<?> catalog;
    private final SiteAnswers stated;
    private final SettingAnswers assumed;
    private final Map<Decision<?>, List<Flow>> waiting = new LinkedHashMap<>();

    QuestionFinder(Site site, Catalog<?> catalog) {
        this.catalog = catalog;
        this.stated = new SiteAnswers(site, catalog, OpenQuestions.STRICT);
        this.assumed = SettingAnswers.under(OpenQuestions.DEFAULTS, site, catalog);
        for (Flow flow : catalog.flows()) {
            FlowResolver byStated = new FlowResolver(stated, flow);
            if (byStated.waits()) {
                for (Decision<?> decision : byStated.open()) {
                    waiting.computeIfAbsent(decision, first -> new ArrayList<>())
                            .add(flow);
                }
            }
        }
    }

    ImmutableList<Question> questions() {
        ImmutableList.Builder<Question> questions = ImmutableList.builder();
        for (PortSetting setting : catalog.settings()) {
            add(questions, Decision.of(setting), flows -> question(setting, flows));
        }
        for (Feature feature : catalog.features()) {
            if (feature instanceof Toggle toggle) {
                add(questions, Decision.of(toggle), flows -> question(toggle, flows));
            } else {
                addChoice(questions, (Choice<?>) feature);
            }
        }
        add(questions, Decision.windows(), QuestionFinder::windows);
        add(questions, Decision.optionalFlows(), QuestionFinder::optionalFlows);
        return questions.build();
    }

    private <O extends Enum<O> & FeatureOption> void addChoice(
            ImmutableList.Builder<Question> questions, Choice<O> choice) {
        add(questions, Decision.of(choice), flows -> question(choice, flows));
    }

    private interface Asking {
        Question about(ImmutableList<Flow> flows);
    }

    private void add(ImmutableList.Builder<Question> questions, Decision<?> decision, Asking asking) {
        List<Flow> flows = waiting.get(decision);
        if (flows != null) {
            questions.add(asking.about(ImmutableList.copyOf(flows)));
        }
    }

    private Question question(PortSetting setting, ImmutableList<Flow> flows) {
        SettingDecision decision = Decision.of(setting);
        PortSet allowed = stated.settings().allowed(setting);
        ImmutableList.Builder<Answer<?>> documented = ImmutableList.builder();
        for (int port : SettingAnswers.inOrder(setting, setting.expected().intersection(allowed))) {
            documented.add(Answer.of(decision, port));
        }
        ImmutableList<AppliedAnswer> byDefault = assumed.of(setting);
        return ImmutableQuestion.of(
                decision,
                byDefault.isEmpty()
                        ? Optional.empty()
                        : Optional.of(byDefault.get(0).answer()),
                documented.build(),
                allowed.toString(),
                setting.citation(),
                flows);
    }

    private static Question question(Toggle toggle, ImmutableList<Flow> flows) {
        ToggleDecision decision = Decision.of(toggle);
        return ImmutableQuestion.of(
                decision,
                toggle.enabledByDefault().map(enabled -> Answer.of(decision, enabled)),
                ImmutableList.of(Answer.of(decision, true), Answer.of(decision, false)),
                decision.allowed(),
                toggle.citation(),
                flows);
    }

    private static <O extends Enum<O> & FeatureOption> Question question(Choice<O> choice, ImmutableList<Flow> flows) {
        ChoiceDecision<O> decision = Decision.of(choice);
        ImmutableList.Builder<Answer<?>> options = ImmutableList.builder();
        for (O option : choice.options()) {
            options.add(Answer.of(decision, option));
        }
        return ImmutableQuestion.of(
                decision,
                choice.defaultOption().map(option -> Answer.of(decision, option)),
                options.build(),
                decision.allowed(),
                choice.citation(),
                flows);
    }

    private static Question windows(ImmutableList<Flow> flows) {
        WindowsDecision decision = Decision.windows();
        ImmutableList.Builder<Answer<?>> estates = ImmutableList.builder();
        for (WindowsEstate estate : WindowsEstate.values()) {
            estates.add(Answer.of(decision, estate));
        }
        return ImmutableQuestion.of(
                decision,
                Optional.of(Answer.of(decision, WindowsEstate.MODERN)),
                estates.build(),
                decision.allowed(),
                flows.get(0).citations().get(0),
                flows);
    }

    private static Question optionalFlows(ImmutableList<Flow> flows) {
        OptionalFlowsDecision decision = Decision.optionalFlows();
        return ImmutableQuestion.of(
                decision,
                Optional.empty(),
                ImmutableList.of(Answer.of(decision, true), Answer.of(decision, false)),
                decision.allowed(),
                flows.get(0).citations().get(0),
                flows);
    }
}
