package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.planner.Deployment;
import io.portolan.site.Answer;
import io.portolan.site.Question;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** Open questions as a table for a terminal, and as CSV. */
final class QuestionList {
    private QuestionList() {}

    static String table(List<Deployment> deployments, int width) {
        Table table = new Table("QUESTION", "ALLOWED", "DOCUMENTED", "DEFAULT", "FLOWS");
        StringBuilder answered = new StringBuilder();
        int questions = 0;
        for (Deployment deployment : deployments) {
            List<Question> open = deployment.resolution().questions();
            questions += open.size();
            if (open.isEmpty()) {
                answered.append(WordUtils.wrap("no question of " + deployment.name() + " is open", width))
                        .append('\n');
            } else if (deployments.size() > 1) {
                table.addHeading(deployment.name() + ": "
                        + deployment.resolution().catalog().title());
            }
            for (Question question : open) {
                table.add(List.of(
                        question.decision().id(),
                        question.allowed(),
                        documented(question),
                        question.defaultAnswer().map(Answer::text).orElse("none"),
                        Integer.toString(question.flows().size())));
                table.addDetail(question.decision().statement());
                table.addDetail(question.citation().toString());
            }
        }
        return (questions == 0 ? "" : table.format(width)) + answered;
    }

    static String csv(List<Deployment> deployments) {
        boolean several = deployments.size() > 1;
        List<String> columns = new ArrayList<>(
                List.of("id", "statement", "allowed", "documented", "default", "flows", "document", "section", "row"));
        if (several) {
            columns.add("deployment");
        }
        List<List<String>> lines = new ArrayList<>();
        for (Deployment deployment : deployments) {
            for (Question question : deployment.resolution().questions()) {
                List<String> cells = new ArrayList<>(List.of(
                        question.decision().id(),
                        question.decision().statement(),
                        question.allowed(),
                        documented(question),
                        question.defaultAnswer().map(Answer::text).orElse(""),
                        Integer.toString(question.flows().size()),
                        question.citation().document().id(),
                        question.citation().section(),
                        question.citation().row()));
                if (several) {
                    cells.add(deployment.name());
                }
                lines.add(cells);
            }
        }
        return CsvText.of(columns, lines);
    }

    private static String documented(Question question) {
        return Joiner.on('|')
                .join(question.documentedAnswers().stream().map(Answer::text).toList());
    }
}
