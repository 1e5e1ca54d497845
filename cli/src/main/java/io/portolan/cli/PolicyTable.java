package io.portolan.cli;

import io.portolan.internal.Shown;
import io.portolan.planner.LeftOut;
import io.portolan.planner.PeerNames;
import io.portolan.planner.PolicySummary;
import io.portolan.planner.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.WordUtils;

/** A policy as tables for a terminal: the rules, then what was left out, and the figures. */
final class PolicyTable {
    private final StringBuilder text = new StringBuilder();
    private final PeerNames places;
    private final int width;

    private PolicyTable(PeerNames places, int width) {
        this.places = places;
        this.width = width;
    }

    static String format(PlannedSite site, List<PolicyView> views, int width) {
        PolicyTable table = new PolicyTable(new PeerNames(site.policy().topology()), width);
        for (PolicyView view : views) {
            table.add(view);
        }
        return table.text.toString();
    }

    private void add(PolicyView view) {
        List<Rule> rules = view.policy().rules();
        if (!view.title().isEmpty()) {
            line((text.length() == 0 ? "" : "\n") + Shown.plain(view.title()) + "\n");
        }
        if (!rules.isEmpty()) {
            RuleTable table = new RuleTable(places);
            rules.forEach(table::add);
            text.append(table.format(width)).append('\n');
        }
        if (view.title().isEmpty()) {
            leftOut(view.policy().leftOut());
            summary(view.policy().summary());
        } else {
            line(ResolutionTable.count(rules.size(), "rule"));
        }
    }

    /** Flows with one reason stand together, for one thing to do has them all. */
    private void leftOut(List<LeftOut> flows) {
        Map<List<String>, Integer> reasons = new LinkedHashMap<>();
        for (LeftOut flow : flows) {
            reasons.merge(List.of(flow.deployment(), flow.detail()), 1, Integer::sum);
        }
        if (reasons.isEmpty()) {
            return;
        }
        Table table = new Table("LEFT OUT", "FLOWS", "WHY");
        reasons.forEach((reason, count) ->
                table.add(List.of(reason.get(0), Integer.toString(count), Shown.plain(reason.get(1)))));
        text.append(table.format(width)).append('\n');
    }

    private void summary(PolicySummary summary) {
        line(ResolutionTable.count(summary.rules(), "rule") + " with " + summary.prefixes()
                + " prefixes and names at their ends; " + summary.open()
                + " pairs of destination and port are open, " + summary.openForDynamicPorts()
                + " of them for dynamic ranges alone. Ranges of 255 ports would close " + summary.savedByNarrowing()
                + ".");
        for (Rule rule : summary.widest()) {
            line("Wide: to " + places.of(rule.destinations()) + ": " + rule.transport() + ", from "
                    + places.of(rule.sources()));
        }
    }

    private void line(String line) {
        text.append(WordUtils.wrap(line, width, "\n", false)).append('\n');
    }
}
