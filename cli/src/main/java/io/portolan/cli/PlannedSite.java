package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.cli.file.SiteFile;
import io.portolan.planner.Deployment;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.OpenQuestions;
import java.util.List;

/**
 * What a site file makes: the flows of its products, and the policy for its topology.
 *
 * @param file the name of the file, as the user gave it
 * @param products the products, resolved
 * @param policy the policy
 */
record PlannedSite(String file, ImmutableList<ProductResolution> products, Policy policy) {
    /** Reads a file and plans it. */
    static PlannedSite of(String name, OpenQuestions open, Progress progress) {
        progress.say("reading " + name);
        SiteFile file = SiteFile.read(name);
        Topology topology = file.topology()
                .orElseThrow(() -> new CommandFailure(
                        name + ": the file has no topology, so that nothing lives anywhere; add the key topology"));
        if (file.products().isEmpty()) {
            throw new CommandFailure(name + ": the file has no products, whose flows could be planned");
        }
        progress.say("resolving " + ResolutionTable.count(file.products().size(), "product"));
        List<ProductResolution> products = ProductResolution.all(file.products(), open);
        progress.say("planning "
                + ResolutionTable.count(
                        products.stream()
                                .mapToInt(
                                        product -> product.resolution().flows().size())
                                .sum(),
                        "flow"));
        try {
            Policy policy = Planner.plan(
                    topology,
                    products.stream()
                            .map(product -> new Deployment(product.name(), product.resolution()))
                            .toList());
            return new PlannedSite(name, ImmutableList.copyOf(products), policy);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(name + ": " + e.getMessage());
        }
    }
}
