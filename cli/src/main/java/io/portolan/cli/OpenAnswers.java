package io.portolan.cli;

import io.portolan.planner.Deployment;
import io.portolan.site.OpenQuestions;
import io.portolan.site.OpenQuestionsException;
import io.portolan.site.Question;
import java.util.ArrayList;
import java.util.List;

/** Resolves deployments by what becomes of open questions. */
final class OpenAnswers {
    private OpenAnswers() {}

    /** Returns the deployments, or fails with every question that is open where none may be. */
    static List<Deployment> resolve(List<Deployment> deployments, OpenQuestions open) {
        List<Deployment> resolved = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (Deployment deployment : deployments) {
            try {
                resolved.add(new Deployment(
                        deployment.name(),
                        deployment
                                .resolution()
                                .site()
                                .resolve(deployment.resolution().catalog(), open)));
            } catch (OpenQuestionsException e) {
                for (Question question : e.questions()) {
                    questions.add(deployment.name() + ": " + question);
                }
            }
        }
        if (!questions.isEmpty()) {
            throw new CommandFailure(
                    "the site leaves " + ResolutionTable.count(questions.size(), "question") + " open:", questions);
        }
        return resolved;
    }
}
