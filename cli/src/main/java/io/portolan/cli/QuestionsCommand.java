package io.portolan.cli;

import io.portolan.json.ResolutionJson;
import io.portolan.planner.Deployment;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan questions}: what a site has to decide. */
@Command(
        name = "questions",
        description = "Lists what the documents leave to the site and it has not said: what can be answered, what holds"
                + " by default, and how many flows wait for it.",
        footer = {
            "",
            "A default holds unless the site says otherwise; where there is none, flows wait. In a site file, yes is true"
                    + " and no is false. CSV has a last column 'deployment' if there are several."
        })
final class QuestionsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeploymentsParameter deployments;

    @Mixin
    private SiteFormatOption format;

    @Override
    public void run() {
        List<Deployment> resolved = deployments.get();
        String text = switch (format.get()) {
            case TABLE -> QuestionList.table(resolved, Portolan.width(spec));
            case CSV -> QuestionList.csv(resolved);
            case JSON -> ResolutionJson.questions(resolved);
            case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
        };
        spec.commandLine().getOut().print(text);
    }
}
