package io.portolan.ras;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.ras.Ledger.Fact;
import org.junit.jupiter.api.Test;

/** Every fact of the article is in the catalog, and nothing else is. */
class RasLedgerTest {
    private static final ImmutableList<Fact> CATALOG =
            Ras.catalog().flows().stream().map(RasLedgerTest::fact).collect(toImmutableList());

    private static Fact fact(Flow flow) {
        Citation citation = flow.citations().get(0);
        StringBuilder necessity = new StringBuilder(flow.necessity().id());
        for (Condition condition : flow.conditions()) {
            necessity.append(' ').append(condition);
        }
        return new Fact(
                citation.section(),
                citation.row(),
                flow.source().id(),
                flow.destination().id(),
                flow.service().id(),
                flow.traffic().toString(),
                necessity.toString(),
                flow.cast().id());
    }

    @Test
    void catalogAndLedgerHoldTheSameFactsInTheSameOrder() {
        assertThat(CATALOG).containsExactlyElementsOf(Ledger.read());
    }

    @Test
    void ledgerHasNoFactTwice() {
        assertThat(Ledger.read()).doesNotHaveDuplicates().hasSize(215);
    }

    @Test
    void ledgerCoversEveryRowOfTheArticle() {
        assertThat(Ledger.read().stream().map(fact -> fact.section() + ", " + fact.row()))
                .satisfies(rows -> assertThat(rows.stream().distinct()).hasSize(116));
    }
}
