package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import io.portolan.internal.Shown;
import io.portolan.planner.Cause;
import io.portolan.planner.Explanation;
import io.portolan.planner.Packet;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Place;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why packets are allowed or not, for people. Packets with the same reasons stand together. */
final class ExplanationText {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final Topology topology;
    private final PeerNames places;

    private ExplanationText(Topology topology) {
        this.topology = topology;
        this.places = new PeerNames(topology);
    }

    private record Reasons(List<Cause> causes, List<Rule> rules, List<Explanation.NearMiss> nearest) {}

    static String of(Topology topology, List<Explanation> explanations) {
        ExplanationText text = new ExplanationText(topology);
        Map<Reasons, List<Packet>> groups = new LinkedHashMap<>();
        for (Explanation explanation : explanations) {
            groups.computeIfAbsent(
                            new Reasons(explanation.causes(), explanation.rules(), explanation.nearest()),
                            first -> new ArrayList<>())
                    .add(explanation.packet());
        }
        groups.forEach(text::add);
        return text.text.toString();
    }

    private void add(Reasons reasons, List<Packet> packets) {
        String verdict = reasons.causes().isEmpty() ? "not allowed: " : "allowed: ";
        for (Packet packet : packets) {
            line("", verdict + end(packet.source()) + " -> " + end(packet.destination()) + ": " + packet.transport());
        }
        for (Cause cause : reasons.causes()) {
            line("  ", cause.id() + ": " + cause.flow().purpose());
            if (!cause.resolved().answers().isEmpty()) {
                line(INDENT, "by " + Joiner.on(", ").join(cause.resolved().answers()));
            }
            for (Citation citation : cause.flow().citations()) {
                line(INDENT, citation + ", " + citation.document().address());
            }
        }
        for (Rule rule : reasons.rules()) {
            line(
                    "  ",
                    "rule: " + places.of(rule.sources()) + " -> " + places.of(rule.destinations()) + ": "
                            + rule.transport());
        }
        for (Explanation.NearMiss miss : reasons.nearest()) {
            Flow flow = miss.flow();
            line("  ", "nearest: " + id(miss) + ": " + flow.purpose());
            line(INDENT, miss.missing());
        }
        if (reasons.causes().isEmpty() && reasons.nearest().isEmpty()) {
            line("  ", "no flow comes near");
        }
    }

    private static String id(Explanation.NearMiss miss) {
        String id = miss.flow().id();
        return id.startsWith(miss.deployment() + ".") ? id : miss.deployment() + "/" + id;
    }

    /** Returns an address with the host that has it, or the smallest of other places. */
    private String end(Peers peer) {
        Optional<Place> place = topology.places().stream()
                .filter(each -> each.peers().contains(peer))
                .min(Comparator.comparing((Place each) -> each.kind() != Place.Kind.HOST)
                        .thenComparing(each -> each.peers().addresses().size()));
        return peer + place.map(found -> " (" + Shown.plain(found.name()) + ")").orElse("");
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}
