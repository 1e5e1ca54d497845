package io.portolan.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fact of the documents is in the catalog, and nothing else is; a flow that two documents state is a fact of each. */
class IdentityLedgerTest {
    private static String fact(Flow flow, Citation citation) {
        List<String> necessity = new ArrayList<>(List.of(flow.necessity().id()));
        flow.conditions().forEach(condition -> necessity.add(condition.toString()));
        return Joiner.on(" | ")
                .join(
                        citation.document().id() + ": " + citation.section(),
                        citation.row().replace("row ", ""),
                        flow.source().id(),
                        flow.destination().id(),
                        flow.service().id(),
                        flow.traffic(),
                        Joiner.on(' ').join(necessity));
    }

    @Test
    void catalogAndLedgerHoldTheSameFacts() throws IOException {
        List<String> ledger = new ArrayList<>();
        String section = "";
        for (String line :
                Resources.readLines(Resources.getResource(IdentityLedgerTest.class, "/identity-ledger.txt"), UTF_8)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                ledger.add(section + " | "
                        + Joiner.on(" | ").join(Splitter.on(" | ").trimResults().split(line)));
            }
        }
        List<String> catalog = new ArrayList<>();
        for (Flow flow : HybridIdentity.catalog().flows()) {
            flow.citations().forEach(citation -> catalog.add(fact(flow, citation)));
        }
        assertThat(catalog).containsExactlyInAnyOrderElementsOf(ledger);
    }
}
