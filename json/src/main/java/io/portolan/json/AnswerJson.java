package io.portolan.json;

import io.portolan.json.text.JsonText;
import io.portolan.site.Answer;
import io.portolan.site.AppliedAnswer;
import io.portolan.site.Question;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Answers and questions of a site as JSON. */
final class AnswerJson {
    private AnswerJson() {}

    /** Writes the property {@code answers}: those that shaped a flow or ruled it out, and why each holds. */
    static void applied(JsonGenerator json, List<AppliedAnswer> answers) {
        json.writeArrayPropertyStart("answers");
        for (AppliedAnswer applied : answers) {
            json.writeStartObject();
            decided(json, applied.answer());
            json.writeStringProperty("basis", applied.basis().id());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the property {@code answers}: those that the site gave. */
    static void stated(JsonGenerator json, List<Answer<?>> answers) {
        json.writeArrayPropertyStart("answers");
        for (Answer<?> answer : answers) {
            json.writeStartObject();
            decided(json, answer);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the property {@code questions}: what the site did not say. */
    static void questions(JsonGenerator json, List<Question> questions) {
        json.writeArrayPropertyStart("questions");
        for (Question question : questions) {
            json.writeStartObject();
            json.writeStringProperty("id", question.decision().id());
            json.writeStringProperty("statement", question.decision().statement());
            json.writeStringProperty("allowed", question.allowed());
            JsonText.strings(
                    json,
                    "documented",
                    question.documentedAnswers().stream().map(Answer::text).toList());
            question.defaultAnswer().ifPresent(answer -> json.writeStringProperty("default", answer.text()));
            JsonText.strings(
                    json,
                    "flows",
                    question.flows().stream().map(flow -> flow.id()).toList());
            json.writeName("citation");
            FlowJson.citation(json, question.citation());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void decided(JsonGenerator json, Answer<?> answer) {
        json.writeStringProperty("decision", answer.decision().id());
        json.writeStringProperty("answer", answer.text());
        FlowJson.approval(json, answer.approval());
    }
}
