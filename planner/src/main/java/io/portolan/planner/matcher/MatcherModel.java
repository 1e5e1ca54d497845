package io.portolan.planner.matcher;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a matcher knows, from which tries, tables and matrix are made: what its binary form holds.
 *
 * @param fingerprint a hash of flows and addresses, in lower-case hexadecimal digits
 * @param flows the short names of the flows, by position
 * @param entries what is looked for
 * @param ipv4 address classes of IPv4
 * @param ipv6 address classes of IPv6
 * @param sourceClass the class of sources of each address class
 * @param destinationClass the class of destinations of each address class
 * @param known whether the topology has the addresses of each address class
 * @param sources the entries whose sources hold each class of sources
 * @param destinations the entries whose destinations hold each class of destinations
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out of the package
record MatcherModel(
        String fingerprint,
        ImmutableList<String> flows,
        ImmutableList<Entry> entries,
        Intervals4 ipv4,
        Intervals6 ipv6,
        int[] sourceClass,
        int[] destinationClass,
        boolean[] known,
        ImmutableList<Bits> sources,
        ImmutableList<Bits> destinations) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatcherModel that
                && fingerprint.equals(that.fingerprint)
                && flows.equals(that.flows)
                && entries.equals(that.entries)
                && ipv4.equals(that.ipv4)
                && ipv6.equals(that.ipv6)
                && Arrays.equals(sourceClass, that.sourceClass)
                && Arrays.equals(destinationClass, that.destinationClass)
                && Arrays.equals(known, that.known)
                && sources.equals(that.sources)
                && destinations.equals(that.destinations);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return flows.size() + " flows " + fingerprint;
    }
}
