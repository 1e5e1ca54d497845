package io.portolan.sitefile.text;

import io.portolan.catalog.Choice;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Toggle;
import java.util.ArrayList;
import java.util.List;

/** What a site can answer to a feature, in words. */
public final class FeatureAnswers {
    private FeatureAnswers() {}

    /**
     * Returns the answers.
     *
     * @param feature the feature
     * @return yes and no, or the identifiers of the options
     */
    public static List<String> all(Feature feature) {
        if (feature instanceof Choice<?> choice) {
            List<String> answers = new ArrayList<>();
            for (FeatureOption option : choice.options()) {
                answers.add(option.id());
            }
            return answers;
        }
        return List.of("yes", "no");
    }

    /**
     * Returns the answer that the document gives by default.
     *
     * @param feature the feature
     * @return one of the answers, empty where the document gives none
     */
    public static String byDefault(Feature feature) {
        if (feature instanceof Choice<?> choice) {
            return choice.defaultOption().map(FeatureOption::id).orElse("");
        }
        return ((Toggle) feature)
                .enabledByDefault()
                .map(enabled -> enabled ? "yes" : "no")
                .orElse("");
    }

    /**
     * Returns what is asked.
     *
     * @param feature the feature
     * @return the statement, with what the options of a choice stand for
     */
    public static String statement(Feature feature) {
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
