package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Which packets that begin a connection a rule matches.
 *
 * @param regions packets with any of these; none if the rule matches only packets that begin nothing
 * @param notUnderstood what else the rule asks for; empty if nothing, so that it matches all of the regions
 */
record Condition(ImmutableList<Region> regions, Optional<String> notUnderstood) {
    private static final int MOST_REGIONS = 20_000;

    static final Condition ALWAYS = of(Region.EVERYTHING);
    static final Condition NEVER = new Condition(ImmutableList.of(), Optional.empty());

    static Condition of(Region region) {
        return new Condition(ImmutableList.of(region), Optional.empty());
    }

    static Condition anyOf(Iterable<Region> regions) {
        return new Condition(ImmutableList.copyOf(regions), Optional.empty());
    }

    /** Returns a condition that may match any packet or none. */
    static Condition unknown(String what) {
        return new Condition(ALWAYS.regions(), Optional.of(what));
    }

    boolean isNever() {
        return regions.isEmpty();
    }

    Condition and(Condition other) {
        if (isNever() || other.isNever()) {
            return NEVER;
        }
        if ((long) regions.size() * other.regions.size() > MOST_REGIONS) {
            return new Condition(regions, Optional.of("more combinations of sets than are looked at"));
        }
        ImmutableList.Builder<Region> both = ImmutableList.builder();
        for (Region region : regions) {
            for (Region second : other.regions) {
                Region common = region.intersection(second);
                if (!common.isEmpty()) {
                    both.add(common);
                }
            }
        }
        return new Condition(both.build(), join(notUnderstood, other.notUnderstood));
    }

    /** Returns the condition for what this does not match. */
    Condition not() {
        if (notUnderstood.isPresent()) {
            return unknown("not " + notUnderstood.get());
        }
        ImmutableList<Region> left = ImmutableList.of(Region.EVERYTHING);
        for (Region region : regions) {
            ImmutableList.Builder<Region> less = ImmutableList.builder();
            left.forEach(each -> less.addAll(each.minus(region)));
            left = less.build();
            if (left.size() > MOST_REGIONS) {
                return unknown("the opposite of more combinations of sets than are looked at");
            }
        }
        return anyOf(left);
    }

    static Optional<String> join(Optional<String> first, Optional<String> second) {
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return first.isPresent() ? first : second;
        }
        return Optional.of(first.get() + "; " + second.get());
    }
}
