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
     * Prints the growth.
     *
     * @param arguments numbers of hosts; without any, 10, 100, 1,000 and 10,000
     */
    public static void main(String[] arguments) {
        List<String> sizes = arguments.length == 0 ? List.of("10", "100", "1000", "10000") : List.of(arguments);
        List<Deployment> products = Estate.products();
        Planner.plan(Estate.of(50), products).rules(); // the first run is that of the compiler
        Growth growth = new Growth();
        System.out.println("   hosts   rules prefixes      time    memory  growth");
        for (String size : sizes) {
            Topology topology = Estate.of(Integer.parseInt(size));
            Growth.Step<Policy> step = Growth.time(() -> {
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
                            "%8s %7d %8d ",
                            size,
                            step.result().rules().size(),
                            prefixes)
                    + growth.tell(step.milliseconds(), step.megabytes()));
        }
    }

    private static int prefixes(Peers peers) {
        return peers.addresses().prefixes().size() + peers.names().size();
    }
}
