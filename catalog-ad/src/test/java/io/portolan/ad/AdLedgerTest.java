package io.portolan.ad;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every fact of the article is in the catalog, and nothing else is. */
class AdLedgerTest {
    private static String fact(Flow flow) {
        Citation citation = flow.citations().get(0);
        ImmutableList.Builder<String> necessity =
                ImmutableList.<String>builder().add(flow.necessity().id());
        flow.conditions().forEach(condition -> necessity.add(condition.toString()));
        return Joiner.on(" | ")
                .join(
                        citation.section(),
                        citation.row().replace("row ", ""),
                        flow.source().id(),
                        flow.destination().id(),
                        flow.service().id(),
                        flow.traffic(),
                        Joiner.on(' ').join(necessity.build()));
    }

    private static ImmutableList<String> ledger() throws IOException {
        ImmutableList.Builder<String> facts = ImmutableList.builder();
        String section = "";
        for (String line : Resources.readLines(Resources.getResource(AdLedgerTest.class, "/ad-ledger.txt"), UTF_8)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                facts.add(section + " | "
                        + Joiner.on(" | ").join(Splitter.on('|').trimResults().split(line)));
            }
        }
        return facts.build();
    }

    @Test
    void catalogAndLedgerHoldTheSameFactsInTheSameOrder() throws IOException {
        assertThat(ActiveDirectory.catalog().flows().stream()
                        .map(AdLedgerTest::fact)
                        .collect(toImmutableList()))
                .containsExactlyElementsOf(ledger());
    }
}
