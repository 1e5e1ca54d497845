package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.site.Question;
import io.portolan.site.Resolution;
import java.util.Arrays;
import java.util.List;

/** Makes policies. */
public final class Planner {
    private Planner() {}

    /**
     * Returns the policy for deployments that are called like their catalogs.
     *
     * @param topology where endpoints live
     * @param resolutions the flows of each product as they are at the site
     * @return the policy; what is open or placed nowhere is in {@link Policy#leftOut()}
     * @throws IllegalArgumentException if a place has a role that no resolution has, or several have
     */
    public static Policy plan(Topology topology, Resolution... resolutions) {
        return plan(topology, Arrays.stream(resolutions).map(Deployment::of).toList());
    }

    /**
     * Returns the policy for deployments, of which several may be of one product.
     *
     * @param topology where endpoints live
     * @param deployments the deployments; their order is that of reasons
     * @return the policy; what is open or placed nowhere is in {@link Policy#leftOut()}
     * @throws IllegalArgumentException if a place has a role that no deployment has, or several have without the place
     *     saying which, or two deployments have one name
     */
    public static Policy plan(Topology topology, List<Deployment> deployments) {
        ImmutableList<Deployment> all = ImmutableList.copyOf(deployments);
        FlowPlacer placer = new FlowPlacer(topology, all);
        placer.run();
        return new Policy(topology, all, placer.flows(), placer.leftOut());
    }

    /**
     * Returns the policy for deployments whose sites have answered everything.
     *
     * @param topology where endpoints live
     * @param deployments the deployments; their order is that of reasons
     * @return the policy
     * @throws IllegalArgumentException as {@link #plan(Topology, List)} does
     * @throws IllegalStateException if a site left a question open; the message lists every one
     */
    public static Policy planStrictly(Topology topology, List<Deployment> deployments) {
        StringBuilder open = new StringBuilder();
        for (Deployment deployment : deployments) {
            for (Question question : deployment.resolution().questions()) {
                open.append("\n  ").append(deployment.name()).append(": ").append(question);
            }
        }
        if (open.length() > 0) {
            throw new IllegalStateException("a strict plan needs every answer, but the sites leave open:" + open);
        }
        return plan(topology, deployments);
    }
}
