package io.portolan.firewall.groups;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.portolan.catalog.ProductRole;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Placement;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls groups after the roles of their hosts, in characters that are safe everywhere. */
final class GroupNames {
    private static final int LONGEST = 70;
    private static final int DIGITS = 8;
    private static final CharMatcher PLAIN =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.is('-'));

    private final ImmutableList<Deployment> deployments;
    private final String prefix;
    private final Set<String> taken = new HashSet<>();

    GroupNames(Policy policy, String prefix) {
        this.deployments = policy.deployments();
        this.prefix = prefix;
    }

    /** Returns a name that no group before has: the first of several groups with the same roles has the short one. */
    String of(Collection<Placement> placements, List<Place> hosts, AddressSet addresses) {
        String roles = placements.stream().map(this::role).sorted().collect(Collectors.joining("-"));
        String plain = PLAIN.negate().replaceFrom(Ascii.toLowerCase(roles), '-');
        String name = prefix + "-" + (roles.isEmpty() ? "without-role" : plain);
        // what was reduced or is to be cut could be the same for two groups
        if (!plain.equals(roles) || name.length() > LONGEST) {
            name = Ascii.truncate(name, LONGEST - DIGITS - 1, "") + "-" + hash(roles);
        }
        return taken.add(name) ? name : unique(name, hosts.get(0).name() + " " + addresses);
    }

    private String unique(String name, String members) {
        String base = Ascii.truncate(name, LONGEST, "");
        String longer = base + "-" + hash(members);
        for (int again = 2; !taken.add(longer); again++) {
            longer = base + "-" + hash(members + again);
        }
        return longer;
    }

    private static String hash(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGITS);
    }

    /** The role after its deployment, which the topology need not tell where only one has the role. */
    private String role(Placement placement) {
        if (placement.deployment().isPresent()) {
            return placement.deployment().get() + "-" + placement.endpoint().id();
        }
        if (placement.endpoint() instanceof ProductRole role) {
            for (Deployment deployment : deployments) {
                if (deployment.resolution().catalog().roles().contains(role)) {
                    return deployment.name() + "-" + role.id();
                }
            }
        }
        return placement.endpoint().id();
    }
}
