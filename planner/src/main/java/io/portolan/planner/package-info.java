/**
 * From resolved flows and a topology to a policy: exactly the packets that flows need, in few rules, each with its reasons.
 *
 * <pre>{@code
 * Topology topology = Topology.builder()
 *         .add(Place.host("gw1").address("192.0.2.10").endpoint(Rds.Role.GATEWAY).build())
 *         .add(Place.host("dc1").address("10.0.0.5").endpoint(Infrastructure.DOMAIN_CONTROLLER).build())
 *         .build();
 * Policy policy = Planner.plan(topology, site.resolve(Rds.catalog()));
 * policy.rules();           // few, exact, each with the flows that caused it
 * policy.leftOut();         // what no rule stands for, and why
 * policy.explain(packet);   // allowed or not, by which documents
 * }</pre>
 */
@NullMarked
package io.portolan.planner;

import org.jspecify.annotations.NullMarked;
