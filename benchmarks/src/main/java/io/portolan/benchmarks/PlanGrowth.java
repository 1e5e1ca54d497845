package io.portolan.benchmarks;

import io.portolan.planner.Deployment;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.Peers;
import java.util.List;
import java.util.Locale;

/** Plans sites from 10 to 10,000 hosts with all catalogs, and prints how rules, time and memory grow. */
public final class PlanGrowth {
    private PlanGrowth() {}

    /**
     * Prints the growth as a table in Markdown.
     *
     * @param arguments {@code quick} for up to 1,000 hosts, each once
     */
    public static void main(String[] arguments) {
        boolean quick = Measuring.isQuick(arguments);
        List<Deployment> products = Estate.products();
        for (int i = 0; i < 10; i++) {
            Planner.plan(Estate.of(50), products).rules(); // the first runs are those of the compiler
        }
        Growth growth = new Growth(quick ? 1 : 5);
        System.out.println("| hosts | rules | prefixes | milliseconds | MB held | times the line before |");
        System.out.println("|--:|--:|--:|--:|--:|--:|");
        for (int size : Measuring.sizes(quick)) {
            Topology topology = Estate.of(size);
            Growth.Step<Policy> step = growth.time(() -> {
                Policy policy = Planner.plan(topology, products);
                policy.rules();
                return policy;
            });
            int prefixes = 0;
            for (Rule rule : step.result().rules()) {
                prefixes += prefixes(rule.sources()) + prefixes(rule.destinations());
            }
            System.out.println(String.format(
                            Locale.ROOT,
                            "| %d | %d | %d |",
                            size,
                            step.result().rules().size(),
                            prefixes)
                    + growth.cells(step));
        }
    }

    private static int prefixes(Peers peers) {
        return peers.addresses().prefixes().size() + peers.names().size();
    }
}
