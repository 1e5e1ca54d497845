package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the profiles of a host do where no rule decides. Which of them is in force depends on the network at the time, so that
 * only what all of them do is known.
 */
final class Profiles {
    private static final ImmutableSet<String> NO = ImmutableSet.of("false", "0");
    private static final ImmutableSet<String> ALLOW = ImmutableSet.of("allow", "2");
    private static final ImmutableSet<String> BLOCK = ImmutableSet.of("block", "4");
    private static final ImmutableSet<String> NOT_CONFIGURED = ImmutableSet.of("notconfigured", "0");

    private final ImmutableList<Json.Obj> profiles;

    Profiles(Json listing) {
        this.profiles = Listing.objects(listing);
        if (profiles.isEmpty()) {
            throw listing.error("the listing has no profile; expected those of the host");
        }
        for (Json.Obj profile : profiles) {
            profile.require("Name").text();
            profile.require("Enabled");
            check(profile, "DefaultInboundAction");
            check(profile, "DefaultOutboundAction");
        }
    }

    private static void check(Json.Obj profile, String key) {
        profile.require(key);
        if (!Listing.is(profile, key, ALLOW)
                && !Listing.is(profile, key, BLOCK)
                && !Listing.is(profile, key, NOT_CONFIGURED)) {
            throw profile.require(key).error(key + " is neither Allow, Block nor NotConfigured");
        }
    }

    /** Something that profiles may do: none of them, all, or some, which then are named. */
    record Share(boolean some, Optional<String> only) {
        boolean all() {
            return some && only.isEmpty();
        }
    }

    /** Returns in which profiles there is no firewall. */
    Share off() {
        return share(Profiles::isOff);
    }

    /** Returns in which profiles packets that no rule matches pass. */
    Share open(Direction direction) {
        return share(profile -> isOff(profile) || isOpen(profile, direction));
    }

    /** Returns in which profiles no inbound rule lets anything pass. */
    Share withoutInboundRules() {
        return share(profile -> !isOff(profile) && Listing.is(profile, "AllowInboundRules", NO));
    }

    private static boolean isOff(Json.Obj profile) {
        return Listing.is(profile, "Enabled", NO);
    }

    /** Windows blocks inbound and allows outbound unless it was told otherwise. */
    private static boolean isOpen(Json.Obj profile, Direction direction) {
        String key = direction == Direction.INBOUND ? "DefaultInboundAction" : "DefaultOutboundAction";
        return Listing.is(profile, key, ALLOW)
                || (direction == Direction.OUTBOUND && Listing.is(profile, key, NOT_CONFIGURED));
    }

    private Share share(Predicate<Json.Obj> what) {
        List<String> those = new ArrayList<>();
        for (Json.Obj profile : profiles) {
            if (what.test(profile)) {
                those.add(profile.require("Name").text());
            }
        }
        return new Share(
                !those.isEmpty(),
                those.isEmpty() || those.size() == profiles.size()
                        ? Optional.empty()
                        : Optional.of(Uncertainties.quote(those)));
    }
}
