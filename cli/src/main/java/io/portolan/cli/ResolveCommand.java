package io.portolan.cli;

import io.portolan.json.ResolutionJson;
import io.portolan.planner.Deployment;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan resolve}: the flows that a site needs. */
@Command(
        name = "resolve",
        description = "Lists the flows that a site needs, with every port in numbers and the answers that made it so;"
                + " what answers rule out, and what waits for one.",
        footer = {
            "",
            "CSV has the columns of 'flows' and a last column 'answers', joined by semicolons. If there are several"
                    + " deployments, one more column 'deployment' tells them apart. What is ruled out or waits is in JSON and in"
                    + " the table."
        })
final class ResolveCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeploymentsParameter deployments;

    @Mixin
    private OpenOption open;

    @Mixin
    private SiteFormatOption format;

    @Override
    public void run() {
        List<Deployment> resolved = OpenAnswers.resolve(deployments.get(), open.get());
        String text = switch (format.get()) {
            case TABLE -> ResolutionTable.format(resolved, Portolan.width(spec));
            case CSV -> FlowCsv.resolved(resolved);
            case JSON -> ResolutionJson.of(resolved);
            case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
        };
        spec.commandLine().getOut().print(text);
    }
}
