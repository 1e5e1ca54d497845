package io.portolan.rds;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.rds.Ledger.Fact;
import org.junit.jupiter.api.Test;

/** Every fact of the article is in the catalog, and nothing else is. */
class RdsLedgerTest {
    private static final ImmutableList<Fact> CATALOG =
            Rds.catalog().flows().stream().map(RdsLedgerTest::fact).collect(toImmutableList());

    private static Fact fact(Flow flow) {
        Citation citation = flow.citations().get(0);
        StringBuilder necessity = new StringBuilder(flow.necessity().id());
        for (Condition condition : flow.conditions()) {
            necessity.append(' ').append(condition);
        }
        return new Fact(
                citation.section(),
                Integer.parseInt(citation.row().replace("row ", "")),
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
        assertThat(Ledger.read()).doesNotHaveDuplicates().hasSize(66);
    }

    @Test
    void oneRemarkStandsApartFromItsRow() {
        assertThat(Rds.catalog().flows().stream()
                        .filter(flow -> flow.citations().size() > 1))
                .singleElement()
                .satisfies(flow -> assertThat(flow.citations().get(1))
                        .hasToString("rds-ports: Remote Desktop Licensing Server > NetBIOS, text"));
    }
}
