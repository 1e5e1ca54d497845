package io.portolan.cli;

import com.google.common.base.Joiner;
import com.google.common.collect.Iterables;
import io.portolan.flowlogs.OwnFlowDraft;
import io.portolan.flowlogs.OwnFlowDraft.Proposal;
import io.portolan.internal.Shown;

/** A draft of own flows as the section of a site file. */
final class OwnFlowText {
    private OwnFlowText() {}

    static String yaml(OwnFlowDraft draft) {
        StringBuilder text = new StringBuilder()
                .append(
                        "# Traffic that no flow needs, as flows that would need it. Nothing here is approved: keep what ought\n")
                .append("# to be, give it a name, a purpose and an owner, and drop the rest.\n")
                .append(draft.proposals().isEmpty() ? "own-flows: {}\n" : "own-flows:\n");
        int number = 1;
        for (Proposal proposal : draft.proposals()) {
            text.append("  draft-").append(number++).append(":\n");
            text.append("    from: [").append(names(proposal.from())).append("]\n");
            text.append("    to: [").append(names(proposal.to())).append("]\n");
            text.append("    traffic: [")
                    .append(Joiner.on(", ").join(proposal.traffic()))
                    .append("]\n");
            text.append("    purpose: ").append(quoted(purpose(proposal))).append('\n');
        }
        if (draft.outside().records() > 0) {
            text.append("# ")
                    .append(TrafficText.number(draft.outside().records()))
                    .append(" more records are to or from addresses of no one place, or were not kept apart.\n");
        }
        return text.toString();
    }

    private static String purpose(Proposal proposal) {
        String seen = TrafficText.number(proposal.count().records()) + " records";
        String first = TrafficText.time(proposal.count().first());
        if (!first.isEmpty()) {
            seen += " from " + first + " to "
                    + TrafficText.time(proposal.count().last());
        }
        return "to be approved: " + seen
                + (proposal.guessed() ? "; who opens it is only guessed by the lower port" : "");
    }

    private static String names(Iterable<String> names) {
        return Joiner.on(", ").join(Iterables.transform(names, OwnFlowText::quoted));
    }

    private static String quoted(String text) {
        return '"' + Shown.plain(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
