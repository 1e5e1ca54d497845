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
     * Prints the growth.
     *
     * @param arguments numbers of hosts; without any, 10, 100, 1,000 and 10,000
     */
    public static void main(String[] arguments) {
        List<String> sizes = arguments.length == 0 ? List.of("10", "100", "1000", "10000") : List.of(arguments);
        List<Deployment> products = Estate.products();
        Policy small = Planner.plan(Estate.of(50), products);
        Audit.compare(small, FirewallConfiguration.of(small.rules(), 500)); // the first run is that of the compiler
        Growth growth = new Growth();
        System.out.println("   hosts observed     met missing unknown  excess      time    memory  growth");
        for (String size : sizes) {
            int hosts = Integer.parseInt(size);
            Policy policy = Planner.plan(Estate.of(hosts), products);
            ObservedRules observed = FirewallConfiguration.of(policy.rules(), hosts * RULES_OF_A_HOST);
            Growth.Step<AuditReport> step = Growth.time(() -> Audit.compare(policy, observed));
            StringBuilder line = new StringBuilder(
                    String.format(Locale.ROOT, "%8s %8d", size, observed.rules().size()));
            for (Finding.Kind kind :
                    List.of(Finding.Kind.MET, Finding.Kind.MISSING, Finding.Kind.UNKNOWN, Finding.Kind.EXCESS)) {
                line.append(String.format(
                        Locale.ROOT, " %7d", step.result().of(kind).size()));
            }
            System.out.println(line.append(' ').append(growth.tell(step.milliseconds(), step.megabytes())));
        }
    }
}
