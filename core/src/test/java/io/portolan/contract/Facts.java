package io.portolan.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Flow;
import java.util.stream.Stream;

/** The facts of a catalog in the notation of a {@link Ledger}. */
final class Facts {
    private Facts() {}

    static ImmutableList<String> of(Catalog<?> catalog) {
        return catalog.flows().stream()
                .map(flow -> String.join(" | ", parties(flow, flow.citations().get(0)), traffic(flow), necessity(flow)))
                .collect(toImmutableList());
    }

    static ImmutableList<String> remarksOf(Catalog<?> catalog) {
        return catalog.flows().stream().flatMap(Facts::remarks).distinct().collect(toImmutableList());
    }

    private static Stream<String> remarks(Flow flow) {
        return flow.citations().stream().skip(1).map(citation -> parties(flow, citation));
    }

    private static String parties(Flow flow, Citation citation) {
        return String.join(
                " | ",
                citation.section() + ", " + citation.row(),
                flow.source().id(),
                flow.destination().id(),
                flow.service().id());
    }

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

    private static String necessity(Flow flow) {
        StringBuilder necessity = new StringBuilder(flow.necessity().id());
        for (Condition condition : flow.conditions()) {
            necessity.append(' ').append(condition);
        }
        return necessity.toString();
    }
}
