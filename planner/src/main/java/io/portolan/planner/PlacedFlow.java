package io.portolan.planner;

/** A flow between the places of its endpoints: the packets that it needs. */
record PlacedFlow(Cause cause, Box box) {}
