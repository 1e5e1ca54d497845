package io.portolan.cli;

import io.portolan.json.DiffJson;
import io.portolan.planner.PeerNames;
import io.portolan.planner.PolicyDiff;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan diff}: what changes between two site files. */
@Command(
        name = "diff",
        description =
                "Compares the policies for two site files: the packets that only one of them allows, as rules with"
                        + " the flows that need them and one packet as an example. Policies that allow the same packets do not"
                        + " differ, however their files are written.",
        exitCodeList = {
            " 0:both allow the same packets",
            " 2:wrong usage",
            " 1:any other failure",
            " 3:the policies differ"
        })
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A site file with deployments and a topology.")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another site file, or a later state of the same.")
    private String after;

    @Mixin
    private OpenOption open;

    @Mixin
    private SiteFormatOption format;

    @Override
    public Integer call() {
        try (Progress progress = Portolan.progress(spec)) {
            PlannedSite one = PlannedSite.of(before, open.get(), progress);
            PlannedSite other = PlannedSite.of(after, open.get(), progress);
            progress.say("comparing");
            PolicyDiff diff = one.policy().diff(other.policy());
            String text = switch (format.get()) {
                case TABLE -> table(one, other, diff);
                case CSV -> PolicyCsv.diff(diff);
                case JSON ->
                    DiffJson.of(diff, one.policy().topology(), other.policy().topology());
                case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
            };
            spec.commandLine().getOut().print(text);
            return diff.isEmpty() ? 0 : Portolan.NO;
        }
    }

    private String table(PlannedSite one, PlannedSite other, PolicyDiff diff) {
        if (diff.isEmpty()) {
            return "both allow the same packets\n";
        }
        RuleTable table = new RuleTable(
                new PeerNames(one.policy().topology(), other.policy().topology()));
        add(table, "No longer allowed", diff.removed());
        add(table, "Newly allowed", diff.added());
        return table.format(Portolan.width(spec)) + "\n"
                + ResolutionTable.count(diff.removed().size(), "rule") + " removed, "
                + diff.added().size() + " added\n";
    }

    private static void add(RuleTable table, String heading, List<PolicyDiff.Change> changes) {
        if (!changes.isEmpty()) {
            table.addHeading(heading);
        }
        for (PolicyDiff.Change change : changes) {
            table.add(change.rule());
            table.addDetail("such as " + change.witness());
        }
    }
}
