/**
 * Exact calculation with sets of packets: boxes of sources, destinations and what packets are, their union, intersection
 * and difference, and how to write a set with few boxes. Nothing here knows a rule, a place, a policy, or a flow.
 *
 * <p>The package is shared with the readers and renderers of firewalls and is no part of what users see.
 */
@NullMarked
package io.portolan.planner.packets;

import org.jspecify.annotations.NullMarked;
