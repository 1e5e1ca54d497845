package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import java.util.Optional;
import org.immutables.value.Value;

/** What a site has not said, though flows depend on it. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Question {
    Question() {}

    /**
     * Returns what is to be decided.
     *
     * @return the decision; answer it by {@link Site.Builder#answer}
     */
    @Value.Parameter
    public abstract Decision<?> decision();

    /**
     * Returns the answer that holds unless the site says otherwise.
     *
     * @return the document's default, empty where it gives none or other answers of the site exclude it
     */
    @Value.Parameter
    public abstract Optional<Answer<?>> defaultAnswer();

    /**
     * Returns the answers that the document names, in its order.
     *
     * @return for a port its default and alternatives, of which other ports than these can be set too; for everything else
     *     each answer there is; empty where a document gives no number
     */
    @Value.Parameter
    public abstract ImmutableList<Answer<?>> documentedAnswers();

    /**
     * Returns what can be answered, in words.
     *
     * @return a phrase such as "1-65535" or "yes or no"
     */
    @Value.Parameter
    public abstract String allowed();

    /**
     * Returns where the document leaves it to the site.
     *
     * @return the citation of the setting or feature, or of the first flow that depends on the answer
     */
    @Value.Parameter
    public abstract Citation citation();

    /**
     * Returns the flows that depend on the answer.
     *
     * @return one flow or more, in document order; flows that answers of the site rule out already are not among them
     */
    @Value.Parameter
    public abstract ImmutableList<Flow> flows();

    /** Returns the decision, what can be answered, the default, and the citation in one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(decision().id())
                .append(": ")
                .append(decision().statement())
                .append("? ")
                .append(allowed());
        defaultAnswer().ifPresent(answer -> text.append(", default ").append(answer.text()));
        return text.append(" [").append(citation()).append(']').toString();
    }
}
