package io.portolan.planner;

import com.google.common.collect.ImmutableList;
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
}
