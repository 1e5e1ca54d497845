package io.portolan.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.ReviewCounter;
import io.portolan.flowlogs.TrafficReview;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan review}: what is needed, allowed and used. */
@Command(
        name = "review",
        description =
                "Holds three things against each other: what the flows of a site need, what its firewall allows, and"
                        + " what logs of traffic show to be used. Every flow and every rule stands in one cell.",
        footer = {
            "",
            "The proposal at the end is a difference of rules, for a person to look at; nothing is applied, and"
                    + " 'portolan render' has all rules as the firewall takes them. docs/traffic.md tells what the cells mean."
        })
final class ReviewCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SiteFileParameter file;

    @Option(
            names = "--observed",
            required = true,
            paramLabel = "RULES",
            description =
                    "The rules that the firewall has, as docs/observed-rules.schema.json describes them, or as the"
                            + " firewall lists them, if --reader says which.")
    private String observed;

    @Option(
            names = "--reader",
            paramLabel = "READER",
            description = "In which form the firewall lists its rules: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ListingArgument.class,
            converter = ListingArgument.class)
    private @Nullable FirewallListing reader;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The firewall on a host: only what reaches or leaves it is reviewed.")
    private @Nullable String host;

    @Option(
            names = "--scheduled",
            paramLabel = "FLOW=INTERVAL",
            description =
                    "How seldom a flow runs, such as rds.gateway.internet.crl=P31D, so that it is not called unused"
                            + " where the logs are shorter. Can be given several times.")
    private List<String> scheduled = new ArrayList<>();

    @Mixin
    private LogsOptions logs;

    @Mixin
    private OpenOption open;

    @Mixin
    private SiteFormatOption format;

    @Override
    public void run() {
        if (reader == FirewallListing.WINDOWS && host == null) {
            throw new ParameterException(
                    spec.commandLine(), "--reader windows needs --host, for the listing does not tell whose it is");
        }
        ImmutableMap<String, Duration> intervals = intervals();
        try (Progress progress = Portolan.progress(spec)) {
            PlannedSite site = PlannedSite.of(file.get(), open.get(), progress);
            progress.say("reading " + observed);
            Optional<Place> machine = Optional.ofNullable(host)
                    .map(given -> new TopologyNames(site.policy().topology(), spec).host("--host", given));
            Policy policy = machine.map(site.policy()::involving).orElse(site.policy());
            ReviewCounter counter = new ReviewCounter(policy, observedRules(site.policy(), machine), logs.validity());
            LogProgress read = logs.read(counter::add, progress);
            progress.say("reviewing");
            TrafficReview review = review(counter, intervals);
            PeerNames places = new PeerNames(site.policy().topology());
            String text = switch (format.get()) {
                case TABLE -> ReviewText.table(review, read, places, Portolan.width(spec));
                case CSV -> ReviewText.csv(review);
                case JSON -> ReviewText.json(review, read, places);
                case MARKDOWN -> throw new AssertionError(format.get()); // refused when it is read
            };
            spec.commandLine().getOut().print(text);
        }
    }

    private TrafficReview review(ReviewCounter counter, ImmutableMap<String, Duration> intervals) {
        try {
            return counter.review(intervals);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--scheduled: " + e.getMessage(), e);
        }
    }

    private ImmutableMap<String, Duration> intervals() {
        Map<String, Duration> intervals = new LinkedHashMap<>();
        for (String text : scheduled) {
            List<String> parts = Splitter.on('=').limit(2).splitToList(text);
            try {
                intervals.put(parts.get(0), Duration.parse(parts.size() == 2 ? parts.get(1) : ""));
            } catch (DateTimeException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--scheduled: '" + text + "' is no flow and interval; expected one such as"
                                + " rds.gateway.internet.crl=P31D or =PT12H",
                        e);
            }
        }
        return ImmutableMap.copyOf(intervals);
    }

    private ObservedRules observedRules(Policy policy, Optional<Place> machine) {
        if (reader == null) {
            return ListingFile.read(observed).neutral();
        }
        FirewallListing form = reader;
        ReadOptions options = new ReadOptions(machine, CloudOptions.of(policy).build());
        return ListingFile.read(observed).as(text -> form.read(text, options));
    }
}
