package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.json.PolicyJson;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan plan}: the rules for a site. */
@Command(
        name = "plan",
        description =
                "Makes the policy for a site file with a topology: rules that allow exactly the packets that the"
                        + " flows need, each with the flows that caused it; what was left out and what to place; summary figures.",
        exitCodeList = {
            " 0:the policy was made",
            " 2:wrong usage",
            " 1:any other failure",
            " 3:an approval has expired by the day of --as-of"
        },
        footer = {
            "",
            "CSV has one line for each rule, with causes joined by semicolons, and with --host a last column 'direction'."
                    + " What was left out and the figures are in JSON and in the table, unless the rules are narrowed."
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SiteFileParameter file;

    @Mixin
    private OpenOption open;

    @Mixin
    private SiteFormatOption format;

    @Option(names = "--host", paramLabel = "PLACE", description = "The rules of one place: inbound, then outbound.")
    private @Nullable String host;

    @Option(names = "--from-zone", paramLabel = "ZONE", description = "Rules for packets from a zone or place.")
    private @Nullable String fromZone;

    @Option(names = "--to-zone", paramLabel = "ZONE", description = "Rules for packets to a zone or place.")
    private @Nullable String toZone;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description =
                    "The day for which approvals of answers and own flows must hold, such as 2027-03-31: if one has"
                            + " expired, the exit status is 3. If not given, what has expired by today is told, and no failure.")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        if (host != null && (fromZone != null || toZone != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--host goes without --from-zone and --to-zone; expected one or the others");
        }
        try (Progress progress = Portolan.progress(spec)) {
            PlannedSite site = PlannedSite.of(file.get(), open.get(), progress);
            ImmutableList<PolicyView> views = views(site.policy());
            progress.say("making rules");
            String text = switch (format.get()) {
                case TABLE -> PolicyTable.format(site, views, Portolan.width(spec));
                case CSV -> PolicyCsv.format(views);
                case JSON -> json(site.policy(), views);
                case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
            };
            spec.commandLine().getOut().print(text);
            boolean expired = Expiry.tell(
                    site.approvals(), asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf, spec.commandLine());
            return expired && asOf != null ? Portolan.NO : ExitCode.OK;
        }
    }

    private String json(Policy policy, ImmutableList<PolicyView> views) {
        if (host != null) {
            return PolicyJson.ofHost(policy, new TopologyNames(policy.topology(), spec).place("--host", host));
        }
        PolicyView view = views.get(0);
        return view.title().isEmpty() ? PolicyJson.of(view.policy()) : PolicyJson.ofPart(view.policy());
    }

    private ImmutableList<PolicyView> views(Policy policy) {
        Topology topology = policy.topology();
        TopologyNames names = new TopologyNames(topology, spec);
        if (host != null) {
            Place place = names.place("--host", host);
            return ImmutableList.of(
                    new PolicyView("inbound", "Inbound to " + place, policy.inbound(place)),
                    new PolicyView("outbound", "Outbound from " + place, policy.outbound(place)));
        }
        Policy narrowed = policy;
        String title = "";
        if (fromZone != null) {
            narrowed = narrowed.outbound(names.zone("--from-zone", fromZone));
            title = "From " + fromZone;
        }
        if (toZone != null) {
            narrowed = narrowed.inbound(names.zone("--to-zone", toZone));
            title += (title.isEmpty() ? "To " : " to ") + toZone;
        }
        return ImmutableList.of(new PolicyView("", title, narrowed));
    }
}
