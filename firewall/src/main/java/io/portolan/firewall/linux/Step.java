package io.portolan.firewall.linux;

import io.portolan.planner.ObservedRule.Action;
import java.util.Optional;

/**
 * A decision in a list of which the first that matches counts.
 *
 * @param id what tells the rule from others
 * @param region the packets that it matches
 * @param action what becomes of them
 * @param notUnderstood what else there is to match; empty if it matches them all
 */
record Step(String id, Region region, Action action, Optional<String> notUnderstood) {}
