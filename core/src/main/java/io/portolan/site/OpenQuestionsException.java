package io.portolan.site;

import com.google.common.collect.ImmutableList;

/** Tells that a site left questions open that {@link OpenQuestions#STRICT} does not allow to be open. */
public final class OpenQuestionsException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient ImmutableList<Question> questions;

    OpenQuestionsException(String catalog, ImmutableList<Question> questions) {
        super(message(catalog, questions));
        this.questions = questions;
    }

    private static String message(String catalog, ImmutableList<Question> questions) {
        StringBuilder message = new StringBuilder()
                .append("the site leaves ")
                .append(questions.size())
                .append(questions.size() == 1 ? " question" : " questions")
                .append(" of ")
                .append(catalog)
                .append(" open:");
        for (Question question : questions) {
            message.append("\n  ").append(question);
        }
        return message.toString();
    }

    /**
     * Returns the questions.
     *
     * @return one question or more, in the order of the catalog; empty after serialization
     */
    @SuppressWarnings("NullAway") // a transient field is null after deserialization
    public ImmutableList<Question> questions() {
        return questions == null ? ImmutableList.of() : questions;
    }
}
