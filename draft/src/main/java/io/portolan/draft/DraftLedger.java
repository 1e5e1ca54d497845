package io.portolan.draft;

import io.portolan.draft.DraftedRow.DraftedFlow;
import java.util.List;

/** Writes the ledger of a draft: the facts of the document, one line each. */
final class DraftLedger {
    private DraftLedger() {}

    static String of(DraftTitle title, List<DraftedRow> rows) {
        StringBuilder text = new StringBuilder("# What \"" + title.document().title() + "\" ("
                + title.document().date() + ") states, one line for each fact.\n"
                + "# A draft: read it against the document before you trust it.\n"
                + "#\n"
                + "# row | source | destination | service | traffic | necessity and conditions\n");
        String heading = "";
        for (DraftedRow row : rows) {
            if (!row.heading().equals(heading)) {
                heading = row.heading();
                text.append("\n[").append(heading).append("]\n");
            }
            if (row.flows().isEmpty()) {
                text.append("# row ").append(row.number()).append(": to be decided\n");
            }
            for (DraftedFlow flow : row.flows()) {
                text.append(String.join(
                                " | ",
                                String.valueOf(row.number()),
                                flow.source().id(),
                                flow.destination().id(),
                                DraftClass.service(flow.service()).id(),
                                flow.protocol() + " " + flow.ports(),
                                "required"))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
