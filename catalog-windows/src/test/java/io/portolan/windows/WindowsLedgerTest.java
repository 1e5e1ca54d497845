package io.portolan.windows;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.windows.Ledger.Fact;
import org.junit.jupiter.api.Test;

/** Every fact of the service tables is in the catalog, and nothing else is. */
class WindowsLedgerTest {
    private static final ImmutableList<Fact> CATALOG =
            Windows.catalog().flows().stream().map(WindowsLedgerTest::fact).collect(toImmutableList());

    private static Fact fact(Flow flow) {
        Citation citation = flow.citations().get(0);
        StringBuilder necessity = new StringBuilder(flow.necessity().id());
        for (Condition condition : flow.conditions()) {
            necessity.append(' ').append(condition);
        }
        return new Fact(
                citation.section(),
                citation.row().replace("row ", ""),
                flow.source().id(),
                flow.destination().id(),
                flow.service().id(),
                flow.traffic().toString(),
                necessity.toString());
    }

    @Test
    void catalogAndLedgerHoldTheSameFactsInTheSameOrder() {
        assertThat(CATALOG).containsExactlyElementsOf(Ledger.read());
    }

    @Test
    void ledgerHasNoFactTwice() {
        assertThat(Ledger.read()).doesNotHaveDuplicates().hasSize(213);
    }

    @Test
    void factsStandIn201RowsAndFourTimesInText() {
        assertThat(Ledger.read().stream()
                        .filter(fact -> !fact.row().equals("text"))
                        .map(fact -> fact.section() + fact.row())
                        .distinct())
                .hasSize(201);
        assertThat(Ledger.read().stream().filter(fact -> fact.row().equals("text")))
                .hasSize(4);
    }

    @Test
    void everyFactHasOnePlace() {
        assertThat(Windows.catalog().flows())
                .allSatisfy(flow -> assertThat(flow.citations()).hasSize(1));
    }
}
