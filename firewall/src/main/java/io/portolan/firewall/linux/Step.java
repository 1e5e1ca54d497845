package io.portolan.firewall.linux;

import io.portolan.planner.ObservedRule.Action;

/**
 * A decision in a list of which the first that matches counts.
 *
 * @param id what tells the rule from others
 * @param region the packets that it matches
 * @param action what becomes of them
 * @param doubt why it may match fewer of them; none if it matches them all
 */
record Step(String id, Region region, Action action, Doubt doubt) {}
