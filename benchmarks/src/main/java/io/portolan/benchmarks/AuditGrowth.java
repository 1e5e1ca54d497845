package io.portolan.benchmarks;

import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Deployment;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import java.util.List;
import java.util.Locale;

/** Audits sites of up to 10,000 hosts against up to 100,000 rules, and prints how findings, time and memory grow. */
public final class AuditGrowth {
    private static final int RULES_OF_A_HOST = 10;

    private AuditGrowth() {}

    /**
     * Prints the growth as a table in Markdown.
     *
     * @param arguments {@code quick} for up to 1,000 hosts, each once
     */
    public static void main(String[] arguments) {
        boolean quick = Measuring.isQuick(arguments);
        List<Deployment> products = Estate.products();
        Policy small = Planner.plan(Estate.of(50), products);
        for (int i = 0; i < 5; i++) {
            Audit.compare(
                    small, FirewallConfiguration.of(small.rules(), 500)); // the first runs are those of the compiler
        }
        Growth growth = new Growth(quick ? 1 : 3);
        System.out.println("| hosts | observed rules | met | missing | unknown | excess | milliseconds | MB held"
                + " | times the line before |");
        System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int hosts : Measuring.sizes(quick)) {
            Policy policy = Planner.plan(Estate.of(hosts), products);
            ObservedRules observed = FirewallConfiguration.of(policy.rules(), hosts * RULES_OF_A_HOST);
            Growth.Step<AuditReport> step = growth.time(() -> Audit.compare(policy, observed));
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT, "| %d | %d |", hosts, observed.rules().size()));
            for (Finding.Kind kind :
                    List.of(Finding.Kind.MET, Finding.Kind.MISSING, Finding.Kind.UNKNOWN, Finding.Kind.EXCESS)) {
                line.append(String.format(
                        Locale.ROOT, " %d |", step.result().of(kind).size()));
            }
            System.out.println(line.append(growth.cells(step)));
        }
    }
}
