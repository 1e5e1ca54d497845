package io.portolan.cli;

import io.portolan.catalog.Choice;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Toggle;
import java.util.ArrayList;
import java.util.List;

/** What a site can answer to a feature, in words. */
final class FeatureAnswers {
    private FeatureAnswers() {}

    /** Returns the answers: yes and no, or the identifiers of the options. */
    static List<String> all(Feature feature) {
        if (feature instanceof Choice<?> choice) {
            List<String> answers = new ArrayList<>();
            for (FeatureOption option : choice.options()) {
                answers.add(option.id());
            }
            return answers;
        }
        return List.of("yes", "no");
    }

    /** Returns the answer that the document gives by default, empty where it gives none. */
    static String byDefault(Feature feature) {
        if (feature instanceof Choice<?> choice) {
            return choice.defaultOption().map(FeatureOption::id).orElse("");
        }
        return ((Toggle) feature)
                .enabledByDefault()
                .map(enabled -> enabled ? "yes" : "no")
                .orElse("");
    }

    /** Returns what is asked, with what the options of a choice stand for. */
    static String statement(Feature feature) {
        if (!(feature instanceof Choice<?> choice)) {
            return feature.statement();
        }
        List<String> options = new ArrayList<>();
        for (FeatureOption option : choice.options()) {
            options.add(option.id() + " (" + option.title() + ")");
        }
        return feature.statement() + ": " + String.join(" or ", options);
    }
}
