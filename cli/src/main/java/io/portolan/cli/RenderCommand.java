package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.cli.output.OutputFolder.Stale;
import io.portolan.firewall.Target;
import io.portolan.firewall.api.Excess;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.planner.Policy;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan render}: the rules for a site as a firewall takes them. */
@Command(
        name = "render",
        description =
                "Renders the policy for a site file with a topology for a kind of firewall. What the firewall cannot say"
                        + " is left out and told on standard error; nothing more than the policy is opened, unless --merge"
                        + " asks for it, and then that is told, too.",
        exitCodeList = {
            " 0:the text allows exactly the packets of the policy",
            " 2:wrong usage",
            " 1:any other failure",
            " 3:the text was made, but leaves out what the firewall cannot say, or opens more"
        })
final class RenderCommand implements Callable<Integer> {
    private static final Stale NOTHING_STALE = new Stale(ImmutableList.of(), ImmutableList.of());

    @Spec
    private CommandSpec spec;

    @Mixin
    private SiteFileParameter file;

    @Mixin
    private OpenOption open;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "TARGET",
            description = "The kind of firewall: ${COMPLETION-CANDIDATES}.",
            completionCandidates = TargetArgument.class,
            converter = TargetArgument.class)
    private Target target;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The firewall on a host, rather than one between networks.")
    private @Nullable String host;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder to write the files to, all or none. Files of the same names are replaced; files that an"
                            + " earlier run for the same target and name wrote, and this one does not, are removed. If not"
                            + " given, the rules go to standard output, without the file of their reasons.")
    private @Nullable String out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What tables, chains, groups and lists of ours are called; portolan if not given.")
    private @Nullable String name;

    @Option(
            names = "--rule-budget",
            paramLabel = "RULES",
            description = "How many rules there may be, if that is not the usual limit of the firewall.")
    private @Nullable Integer ruleBudget;

    @Option(
            names = "--merge",
            description =
                    "Merges rules with the least excess where there are more than the firewall takes, and tells the"
                            + " excess, rather than to refuse.")
    private boolean merge;

    @Option(
            names = "--rpc-keywords",
            description =
                    "Writes dynamic RPC with the keywords of Windows Firewall rather than numbers, for windows and netsh.")
    private boolean rpcKeywords;

    @Override
    public Integer call() {
        checkOptions();
        PlannedSite site;
        Rendering rendering;
        Stale stale = NOTHING_STALE;
        try (Progress progress = Portolan.progress(spec)) {
            site = PlannedSite.of(file.get(), open.get(), progress);
            progress.say("rendering for " + target);
            rendering = render(site);
            if (out == null) {
                spec.commandLine().getOut().print(only(rendering).text());
            } else {
                stale = RenderedFolder.write(out, manifest(), rendering.files());
            }
        }
        tell(stale);
        warnOfLockOut(site.policy());
        tell(rendering, site.policy().leftOut().size());
        return rendering.isExact() ? 0 : Portolan.NO;
    }

    /** Returns the name of the list of what this run writes, which the next run for the same target and name replaces. */
    private String manifest() {
        return (name == null ? RenderOptions.DEFAULT_NAME : name) + "-" + target.id() + ".sha256";
    }

    /** Warns where the rules of a host leave nobody a way in to change them. */
    private void warnOfLockOut(Policy policy) {
        if (host != null
                && policy.topology()
                        .place(host)
                        .filter(place -> !Administration.isPossible(policy, place))
                        .isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "portolan render: warning: these rules drop what is not allowed, and allow no SSH, Remote Desktop"
                                    + " or WinRM to " + Portolan.line(host)
                                    + "; if it is administered over the network, add that under own-flows");
        }
    }

    /** Tells what became of files that an earlier run wrote and this one does not. */
    private void tell(Stale stale) {
        PrintWriter err = spec.commandLine().getErr();
        for (String file : stale.removed()) {
            err.println("portolan render: removed " + file + ", which is not needed any more");
        }
        for (String file : stale.kept()) {
            err.println("portolan render: " + file
                    + " is not needed any more, but was changed since Portolan wrote it; it was left as it is");
        }
    }

    private Rendering render(PlannedSite site) {
        RenderOptions options = options(site);
        try {
            return target.render(site.policy(), options);
        } catch (RuleBudgetException e) {
            throw new CommandFailure(e.needed() + " " + e.what() + ", but there may be " + e.budget()
                    + "; raise --rule-budget if the firewall takes more"
                    + (merges() ? ", or give --merge to have rules joined, which opens more than flows need" : ""));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Tells whether the firewall has a budget by itself, without which nothing is merged. */
    private boolean merges() {
        return target.capability().ruleBudget().isPresent();
    }

    /** Refuses what the kind of firewall would pass over. */
    private void checkOptions() {
        if (rpcKeywords && target != Target.WINDOWS && target != Target.NETSH) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rpc-keywords: only Windows Firewall has such keywords; leave it out, or take the target windows or"
                            + " netsh");
        }
        if (merge && !merges()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--merge: " + target + " has room for any number of rules, so that none are merged; leave it out");
        }
    }

    private RenderOptions options(PlannedSite site) {
        RenderOptions.Builder options = RenderOptions.builder()
                .overBudget(merge ? OverBudget.MERGE : OverBudget.REFUSE)
                .rpcKeywords(rpcKeywords);
        if (name != null) {
            String given = name;
            set("--name", () -> options.name(given));
        }
        if (ruleBudget != null) {
            int given = ruleBudget;
            set("--rule-budget", () -> options.ruleBudget(given));
        }
        if (host != null) {
            options.host(new TopologyNames(site.policy().topology(), spec).host("--host", host));
        }
        return options.build();
    }

    /** Sets an option, or tells which one is wrong. */
    private void set(String option, Runnable setting) {
        try {
            setting.run();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    private RenderedFile only(Rendering rendering) {
        List<RenderedFile> texts =
                rendering.files().stream().filter(each -> !each.isSideFile()).toList();
        if (texts.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), target + " takes " + texts.size() + " files; give a folder for them by --out");
        }
        return texts.get(0);
    }

    /** Tells what the text does not say, or says too much. */
    private void tell(Rendering rendering, int leftOut) {
        PrintWriter err = spec.commandLine().getErr();
        for (Limitation limitation : rendering.limitations()) {
            err.println(Portolan.line("portolan render: left out, " + limitation));
        }
        for (Excess excess : rendering.excess()) {
            err.println(Portolan.line("portolan render: " + excess));
        }
        if (leftOut > 0) {
            err.println("portolan render: the policy leaves out " + ResolutionTable.count(leftOut, "flow")
                    + "; 'portolan plan' lists them");
        }
        err.flush();
    }
}
