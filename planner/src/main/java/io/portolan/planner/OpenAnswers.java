package io.portolan.planner;

import io.portolan.catalog.WindowsEstate;
import io.portolan.internal.NumberSet;
import io.portolan.planner.packets.Shape;
import io.portolan.site.Answer;
import io.portolan.site.AppliedAnswer;
import io.portolan.site.Basis;
import io.portolan.site.SettingDecision;
import io.portolan.site.WindowsDecision;
import java.util.ArrayList;
import java.util.List;

/** What a flow has of answers that a site did not give, and that were all taken together. */
final class OpenAnswers {
    private OpenAnswers() {}

    /** Tells whether the flow is needed whatever the answers are, if on a port that depends on them. */
    static boolean isRequired(PlacedFlow flow) {
        return deciding(flow).isEmpty();
    }

    /** Returns the answers without which nobody needs the flow. */
    static List<Answer<?>> deciding(PlacedFlow flow) {
        List<Answer<?>> deciding = new ArrayList<>();
        List<Answer<?>> generations = new ArrayList<>();
        for (AppliedAnswer applied : flow.cause().resolved().answers()) {
            if (applied.basis() == Basis.ALTERNATIVE) {
                if (applied.answer().decision() instanceof WindowsDecision) {
                    generations.add(applied.answer());
                } else if (!(applied.answer().decision() instanceof SettingDecision)) {
                    deciding.add(applied.answer());
                }
            }
        }
        if (generations.size() == 1) {
            deciding.addAll(generations); // with two, either has its ports
        }
        return deciding;
    }

    /** Returns the sets of ports any one of which is enough: one, or several where an open answer decides. */
    static List<NumberSet> alternatives(PlacedFlow flow) {
        NumberSet all = flow.box().shape().selectors();
        List<NumberSet> alternatives = new ArrayList<>();
        if (isRequired(flow)) {
            for (AppliedAnswer applied : flow.cause().resolved().answers()) {
                Answer<?> answer = applied.answer();
                if (applied.basis() == Basis.ALTERNATIVE) {
                    if (answer.decision() instanceof SettingDecision) {
                        alternatives.add(NumberSet.of((Integer) answer.value()));
                    } else if (answer.value() instanceof WindowsEstate estate) {
                        alternatives.add(
                                Shape.numbers(estate.dynamicPorts().ports()).intersection(all));
                    }
                }
            }
        }
        return alternatives.size() < 2 ? List.of(all) : alternatives;
    }
}
