package io.portolan.cli;

import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.OwnFlowDraft;
import io.portolan.flowlogs.TrafficCounter;
import io.portolan.flowlogs.TrafficReport;
import io.portolan.planner.PeerNames;
import io.portolan.planner.matcher.PolicyMatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portolan traffic}: what logs of traffic hold, against the policy for a site. */
@Command(
        name = "traffic",
        description =
                "Decides records of traffic by the policy for a site: needed by a flow, answer to one, unwanted between"
                        + " addresses that are known, or unknown, with the reason.",
        footer = {
            "",
            "The table has the most frequent unwanted conversations. CSV and JSON have every flow, too, seen or not."
                    + " docs/traffic.md tells how logs are read and decided."
        })
final class TrafficCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SiteFileParameter file;

    @Mixin
    private LogsOptions logs;

    @Mixin
    private OpenOption open;

    @Mixin
    private SiteFormatOption format;

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "How many unwanted conversations the table has; ${DEFAULT-VALUE} if not given.")
    private int most;

    @Option(
            names = "--draft",
            description =
                    "Prints a draft of own flows for the site file instead: unwanted traffic in the fewest proposals,"
                            + " each for a person to approve or drop.")
    private boolean draft;

    @Override
    public void run() {
        try (Progress progress = Portolan.progress(spec)) {
            PlannedSite site = PlannedSite.of(file.get(), open.get(), progress);
            progress.say("compiling the policy");
            PolicyMatcher matcher = site.policy().matcher();
            TrafficCounter counter = new TrafficCounter(matcher, logs.validity(), TrafficCounter.MOST_CONVERSATIONS);
            LogProgress read = logs.count(counter, matcher, progress);
            TrafficReport report = counter.report();
            PeerNames places = new PeerNames(site.policy().topology());
            if (draft) {
                OwnFlowDraft proposals = OwnFlowDraft.of(report, site.policy().topology());
                spec.commandLine().getOut().print(OwnFlowText.yaml(proposals));
                return;
            }
            String text = switch (format.get()) {
                case TABLE -> TrafficText.table(report, read, places, most, Portolan.width(spec));
                case CSV -> TrafficText.csv(report, read);
                case JSON -> TrafficText.json(report, read, places);
                case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
            };
            spec.commandLine().getOut().print(text);
        }
    }
}
