package io.portolan.planner;

import io.portolan.planner.packets.Box;

/** A flow between the places of its endpoints: the packets that it needs. */
record PlacedFlow(Cause cause, Box box) {}
