package io.portolan.cli;

import io.portolan.planner.Policy;

/**
 * A policy or a part of it.
 *
 * @param direction {@code inbound} or {@code outbound} for the two parts of a place; else empty
 * @param title what the part is, in words; empty for a whole policy
 * @param policy the policy
 */
record PolicyView(String direction, String title, Policy policy) {}
