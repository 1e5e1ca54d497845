package io.portolan.firewall;

import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.planner.Policy;

/**
 * Turns policies into what one kind of firewall takes.
 *
 * <p>What is rendered allows exactly the packets of the policy, but for what {@link Rendering#limitations()} lists as not
 * said and {@link Rendering#excess()} as opened besides. The same policy gives the same text.
 */
public interface Renderer {
    /**
     * Returns what the firewall can say.
     *
     * @return the capability
     */
    Capability capability();

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return files, and what they do not say
     * @throws IllegalArgumentException if the options do not fit the firewall or the policy
     * @throws RuleBudgetException if there are more rules than the firewall takes and no excess was asked for
     */
    Rendering render(Policy policy, RenderOptions options);
}
