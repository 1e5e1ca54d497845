package io.portolan.configmgr;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import io.portolan.configmgr.Ledger.Fact;
import io.portolan.configmgr.Ledger.Remark;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fact of the article is in the catalog, and nothing else is. */
class ConfigMgrLedgerTest {
    private static final ImmutableList<Fact> CATALOG =
            ConfigMgr.catalog().flows().stream().map(ConfigMgrLedgerTest::fact).collect(toImmutableList());

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
                traffic(flow),
                necessity.toString());
    }

    /** Ports as stated, the setting that decides them, the cast, and where answers come from. */
    private static String traffic(Flow flow) {
        StringBuilder traffic = new StringBuilder(flow.traffic().toString());
        flow.setting()
                .ifPresent(setting -> traffic.append(" (").append(setting.id()).append(')'));
        if (flow.cast() != Cast.UNICAST) {
            traffic.append(' ').append(flow.cast().id());
        }
        flow.replyPorts().ifPresent(ports -> traffic.append(" answered from ").append(ports));
        return traffic.toString();
    }

    private static Stream<Remark> remarks(Flow flow) {
        return flow.citations().stream()
                .skip(1)
                .map(citation -> new Remark(
                        citation.section(),
                        citation.row(),
                        flow.source().id(),
                        flow.destination().id(),
                        flow.service().id()));
    }

    @Test
    void catalogAndLedgerHoldTheSameFactsInTheSameOrder() {
        assertThat(CATALOG).containsExactlyElementsOf(Ledger.facts());
    }

    @Test
    void catalogAndLedgerHoldTheSameRemarks() {
        assertThat(ConfigMgr.catalog().flows().stream()
                        .flatMap(ConfigMgrLedgerTest::remarks)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Ledger.remarks());
    }

    @Test
    void ledgerHasNoFactTwice() {
        assertThat(Ledger.facts()).doesNotHaveDuplicates().hasSize(285);
        assertThat(Ledger.remarks()).doesNotHaveDuplicates();
    }
}
