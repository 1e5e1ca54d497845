package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Which packets that begin a connection a rule matches.
 *
 * @param sure packets that it matches; none if it matches only packets that begin nothing
 * @param perhaps packets that it may match, each with the reason why that is not known; they may overlap with those that it
 *     matches
 */
record Condition(ImmutableList<Region> sure, ImmutableList<Piece> perhaps) {
    private static final int MOST_REGIONS = 20_000;
    private static final Doubt TOO_MANY = Doubt.of("more combinations of sets than are looked at");

    static final Condition ALWAYS = of(Region.EVERYTHING);
    static final Condition NEVER = new Condition(ImmutableList.of(), ImmutableList.of());

    static Condition of(Region region) {
        return region.isEmpty() ? NEVER : new Condition(ImmutableList.of(region), ImmutableList.of());
    }

    static Condition anyOf(Iterable<Region> regions) {
        return new Condition(ImmutableList.copyOf(regions), ImmutableList.of());
    }

    /** Returns a condition that may match any packet or none. */
    static Condition unknown(String what) {
        return perhaps(Region.EVERYTHING, what);
    }

    /** Returns a condition that may match packets of a region, and matches none besides. */
    static Condition perhaps(Region region, String what) {
        return region.isEmpty()
                ? NEVER
                : new Condition(ImmutableList.of(), ImmutableList.of(new Piece(region, Doubt.of(what))));
    }

    boolean isNever() {
        return sure.isEmpty() && perhaps.isEmpty();
    }

    boolean isAlways() {
        return sure.size() == 1 && perhaps.isEmpty() && sure.get(0).equals(Region.EVERYTHING);
    }

    /** Returns the packets that it matches or may match: those of which that is not known come first. */
    ImmutableList<Piece> pieces() {
        if (perhaps.isEmpty() && sure.size() == 1) {
            return ImmutableList.of(Piece.sure(sure.get(0)));
        }
        ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
        pieces.addAll(perhaps);
        sure.forEach(region -> pieces.add(Piece.sure(region)));
        return pieces.build();
    }

    Condition and(Condition other) {
        if (isNever() || other.isNever()) {
            return NEVER;
        }
        if (isAlways()) {
            return other;
        }
        if (other.isAlways()) {
            return this;
        }
        long combinations = (long) (sure.size() + perhaps.size()) * (other.sure.size() + other.perhaps.size());
        if (combinations > MOST_REGIONS) {
            return narrowed(other);
        }
        ImmutableList.Builder<Region> both = ImmutableList.builder();
        ImmutableList.Builder<Piece> maybe = ImmutableList.builder();
        for (Region region : sure) {
            for (Region second : other.sure) {
                Region common = region.intersection(second);
                if (!common.isEmpty()) {
                    both.add(common);
                }
            }
            other.perhaps.forEach(second -> add(maybe, region, second.region(), second.doubt()));
        }
        for (Piece piece : perhaps) {
            other.sure.forEach(second -> add(maybe, piece.region(), second, piece.doubt()));
            for (Piece second : other.perhaps) {
                if (!ExtensionHeaders.exclude(piece.doubt(), second.doubt())) {
                    add(maybe, piece.region(), second.region(), piece.doubt().and(second.doubt()));
                }
            }
        }
        return new Condition(both.build(), maybe.build());
    }

    private static void add(ImmutableList.Builder<Piece> pieces, Region first, Region second, Doubt doubt) {
        Region common = first.intersection(second);
        if (!common.isEmpty()) {
            pieces.add(new Piece(common, doubt));
        }
    }

    /** More than can be combined: the longer of both, of which it is not known how much the shorter leaves. */
    private Condition narrowed(Condition other) {
        boolean longer = sure.size() + perhaps.size() >= other.sure.size() + other.perhaps.size();
        ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
        (longer ? this : other)
                .pieces()
                .forEach(piece ->
                        pieces.add(new Piece(piece.region(), piece.doubt().and(TOO_MANY))));
        return new Condition(ImmutableList.of(), pieces.build());
    }

    Condition or(Condition other) {
        if (isNever() || other.isAlways()) {
            return other;
        }
        if (other.isNever() || isAlways()) {
            return this;
        }
        return new Condition(
                ImmutableList.<Region>builder().addAll(sure).addAll(other.sure).build(),
                ImmutableList.<Piece>builder()
                        .addAll(perhaps)
                        .addAll(other.perhaps)
                        .build());
    }

    /** Returns the condition for what this does not match. */
    Condition not() {
        List<Region> left = without(ImmutableList.of(Region.EVERYTHING), sure);
        if (left.size() > MOST_REGIONS) {
            return unknown("the opposite of more combinations of sets than are looked at");
        }
        if (perhaps.isEmpty()) {
            return anyOf(left);
        }
        List<Region> outside = left;
        ImmutableList.Builder<Piece> maybe = ImmutableList.builder();
        for (Piece piece : perhaps) {
            outside = without(outside, ImmutableList.of(piece.region()));
            for (Region region : left) {
                add(maybe, piece.region(), region, ExtensionHeaders.negated(piece.doubt()));
            }
            if (outside.size() > MOST_REGIONS) {
                return unknown("the opposite of more combinations of sets than are looked at");
            }
        }
        return new Condition(ImmutableList.copyOf(outside), maybe.build());
    }

    private static List<Region> without(List<Region> regions, List<Region> taken) {
        List<Region> left = regions;
        for (Region region : taken) {
            List<Region> less = new ArrayList<>();
            left.forEach(each -> less.addAll(each.minus(region)));
            left = less;
            if (left.size() > MOST_REGIONS) {
                return left;
            }
        }
        return left;
    }
}
