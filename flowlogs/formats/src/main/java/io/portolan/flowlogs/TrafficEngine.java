package io.portolan.flowlogs;

import io.portolan.planner.matcher.PolicyMatcher;

/** An engine that decides logs in Parquet, found by {@link java.util.ServiceLoader}. */
public interface TrafficEngine {
    /**
     * Decides logs and adds them to a counter.
     *
     * @param glob the files, with {@code *} and {@code **} for any part of a name
     * @param matcher the matcher of a policy
     * @param counter a counter of the same matcher
     * @throws IllegalArgumentException if the files cannot be read, or have no columns for source, destination and protocol
     */
    void addParquet(String glob, PolicyMatcher matcher, TrafficCounter counter);
}
