package io.portolan.cli;

import static java.util.Objects.requireNonNull;

import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.json.FindingsJson;
import io.portolan.net.Transport;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.StatelessAudit;
import io.portolan.site.OpenQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan audit}: what is really open, against the policy for a site. */
@Command(
        name = "audit",
        description =
                "Compares the policy for a site with the rules that a firewall really has: each flow is met, missing,"
                        + " or unknown because a rule was not understood or the listing does not tell; what is open and no flow"
                        + " needs is excess, and what may be open is possible excess.",
        footer = {
            "",
            "The table leaves out what is met, and says once what a rule opens in many parts; --all tells everything, as CSV"
                    + " and JSON do."
        },
        exitCodeList = {
            " 0:every flow is met, and nothing else is open or may be",
            " 2:wrong usage",
            " 1:any other failure",
            " 3:something is missing, unknown, excess, possible excess, open or not closed"
        })
final class AuditCommand implements Callable<Integer> {
    /** Whether a rule for a program holds for whatever listens. */
    enum Programs {
        UNKNOWN("unknown"),
        TRUSTED("trusted");

        private final String id;

        Programs(String id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** Reads whether programs are trusted. */
    static final class ProgramsArgument extends IdArgument<Programs> {
        ProgramsArgument() {
            super("choice", List.of(Programs.values()), Programs::toString);
        }
    }

    /** Reads what must be closed. */
    static final class ClosedArgument implements ITypeConverter<ClosedTraffic> {
        @Override
        public ClosedTraffic convert(String text) {
            return ClosedTraffic.parse(text);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SiteFileParameter file;

    @Option(
            names = "--observed",
            required = true,
            paramLabel = "RULES",
            description =
                    "The file with the rules that the firewall has, as docs/observed-rules.schema.json describes them, or"
                            + " as the firewall lists them, if --reader says which; - for standard input.")
    private String observed;

    @Option(
            names = "--reader",
            paramLabel = "READER",
            description =
                    "In which form the firewall lists its rules: ${COMPLETION-CANDIDATES}. docs/firewalls.md tells the"
                            + " command for each.",
            completionCandidates = ListingArgument.class,
            converter = ListingArgument.class)
    private @Nullable FirewallListing reader;

    @Option(
            names = "--programs",
            paramLabel = "PROGRAMS",
            defaultValue = "unknown",
            description =
                    "What becomes of rules of Windows Firewall that allow a program, service or package alone: with"
                            + " trusted they hold for whatever listens, with unknown they may be open; ${DEFAULT-VALUE} if not"
                            + " given.",
            converter = ProgramsArgument.class)
    private Programs programs;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The firewall on a host: only what reaches or leaves it is compared.")
    private @Nullable String host;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What 'render' called the groups that rules for clouds refer to; portolan if not given.")
    private @Nullable String name;

    @Option(
            names = "--expect-closed",
            paramLabel = "TRAFFIC",
            description =
                    "What must not be open, whatever flows need, such as 'tcp/139,445 from any to dmz'. Each end is"
                            + " a zone, a place, addresses or any, which it is if not given. Can be given several times.",
            converter = ClosedArgument.class)
    private List<ClosedTraffic> closed = new ArrayList<>();

    @Option(
            names = "--open",
            paramLabel = "POLICY",
            defaultValue = "permissive",
            description = "What becomes of what the site did not say: strict fails and lists it, defaults takes the"
                    + " document's default, permissive is content with any documented answer; ${DEFAULT-VALUE} if not"
                    + " given.",
            converter = OpenOption.OpenArgument.class)
    private OpenQuestions open;

    @Option(names = "--all", description = "The table has what is met, too, and every part of what a rule opens.")
    private boolean all;

    @Mixin
    private CloudOptionsMixin cloud;

    @Mixin
    private SiteFormatOption format;

    @Override
    public Integer call() {
        if (programs == Programs.TRUSTED && reader != FirewallListing.WINDOWS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--programs: only rules of Windows Firewall are for programs; leave it out, or give --reader windows");
        }
        if (reader == FirewallListing.CISCO_IOS && host != null) {
            throw new ParameterException(
                    spec.commandLine(), "--host: lists of Cisco IOS are of a router between networks; leave it out");
        }
        if (reader == FirewallListing.WINDOWS && host == null) {
            throw new ParameterException(
                    spec.commandLine(), "--reader windows needs --host, for the listing does not tell whose it is");
        }
        try (Progress progress = Portolan.progress(spec)) {
            PlannedSite site = PlannedSite.of(file.get(), open, progress);
            progress.say("reading " + observed);
            TopologyNames names = new TopologyNames(site.policy().topology(), spec);
            Optional<Place> machine = Optional.ofNullable(host).map(given -> names.host("--host", given));
            Policy policy = machine.map(site.policy()::involving).orElse(site.policy());
            ListingFile listing = ListingFile.read(observed);
            ReadOptions options = readOptions(site.policy(), machine, names);
            ObservedRules rules = reader == null
                    ? listing.neutral()
                    : listing.as(text -> requireNonNull(reader).read(text, options));
            Optional<ObservedRules> answers = reader == null
                    ? Optional.empty()
                    : listing.as(text -> requireNonNull(reader).readAnswers(text, options));
            Audit audit = Audit.of(policy);
            for (ClosedTraffic traffic : closed) {
                for (Transport transport : traffic.transports()) {
                    audit.expectClosed(
                            names.peers("--expect-closed", traffic.from()),
                            names.peers("--expect-closed", traffic.to()),
                            transport,
                            "expected to be closed: " + traffic);
                }
            }
            progress.say("comparing with " + ResolutionTable.count(rules.rules().size(), "rule"));
            AuditReport report = answers.isPresent()
                    ? StatelessAudit.compare(audit, policy, rules, answers.get())
                    : audit.compare(rules);
            PeerNames places = new PeerNames(site.policy().topology());
            String text = switch (format.get()) {
                case TABLE -> FindingList.table(report, places, Portolan.width(spec), all);
                case CSV -> FindingList.csv(report);
                case JSON -> FindingsJson.of(report, site.policy().topology());
                case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
            };
            spec.commandLine().getOut().print(text);
            return report.isClean() ? 0 : Portolan.NO;
        }
    }

    /** Returns what the listing does not tell. */
    private ReadOptions readOptions(Policy policy, Optional<Place> machine, TopologyNames names) {
        if (cloud.isGiven() && reader != FirewallListing.AWS && reader != FirewallListing.AZURE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--members, --prefix-lists and --address-space go with --reader aws or azure alone");
        }
        if (reader == null) {
            return ReadOptions.none();
        }
        RenderOptions.Builder rendered = RenderOptions.builder();
        if (name != null) {
            try {
                rendered.name(name);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--name: " + e.getMessage(), e);
            }
        }
        RenderOptions options = rendered.build();
        CloudOptions groups = cloud(policy, options.name(), names);
        ReadOptions known = new ReadOptions(machine, groups);
        return programs == Programs.TRUSTED ? known.trustingPrograms() : known;
    }

    /** What is expected to be closed is asked for, too: nobody may take it for closed because no group guards it. */
    private CloudOptions cloud(Policy policy, String groups, TopologyNames names) {
        CloudOptions.Builder options = cloud.options(policy, groups, names);
        for (ClosedTraffic traffic : closed) {
            for (Transport transport : traffic.transports()) {
                options.ask(
                        names.peers("--expect-closed", traffic.from()),
                        names.peers("--expect-closed", traffic.to()),
                        transport);
            }
        }
        return options.build();
    }
}
