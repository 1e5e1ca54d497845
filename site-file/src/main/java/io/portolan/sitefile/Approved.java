package io.portolan.sitefile;

import io.portolan.catalog.Approval;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An answer with who approved it: the value itself, or a mapping whose key {@code answer} has the value, beside the keys of
 * an approval.
 *
 * @param value the answer
 * @param approval who answers for it, and until when; empty for a value alone
 */
record Approved(Node value, Approval approval) {
    static final String ANSWER = "answer";
    static final String OWNER = "owner";
    static final String APPROVED_BY = "approved-by";
    static final String TICKET = "ticket";
    static final String EXPIRES = "expires";
    static final String REVIEW = "review";
    static final List<String> KEYS = List.of(OWNER, APPROVED_BY, TICKET, EXPIRES, REVIEW);

    /** Splits a value from its approval. */
    static Approved of(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Mapping mapping)
                || !mapping.entries().containsKey(ANSWER)) {
            return new Approved(entry.value(), Approval.none());
        }
        Reader approval = new Reader();
        Map<String, Node> answer = new LinkedHashMap<>();
        approval.addTo(new Sections("key").add(ANSWER, given -> answer.put(ANSWER, given.value())))
                .read(mapping);
        return new Approved(answer.getOrDefault(ANSWER, mapping), approval.get());
    }

    /** Reads the keys of an approval. */
    static final class Reader {
        private Approval approval = Approval.none();

        Sections addTo(Sections sections) {
            return sections.add(OWNER, entry -> text(entry, "the name of who answers for it", approval::owner))
                    .add(APPROVED_BY, entry -> text(entry, "the name of who approved it", approval::approvedBy))
                    .add(
                            TICKET,
                            entry -> text(
                                    entry, "the number of a ticket, in quotes if it is a number", approval::ticket))
                    .add(EXPIRES, entry -> approval = approval.expires(day(entry)))
                    .add(REVIEW, entry -> approval = approval.review(day(entry)));
        }

        Approval get() {
            return approval;
        }

        private void text(Node.Entry entry, String expected, Function<String, Approval> with) {
            String text = Values.text(entry.value(), expected);
            approval = Values.made(entry.value().place(), () -> with.apply(text));
        }

        private static LocalDate day(Node.Entry entry) {
            String text = Values.text(entry.value(), "a day, such as 2027-03-31");
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Values.expected(entry.value(), "a day, such as 2027-03-31", "");
            }
        }
    }
}
