package io.portolan.firewall.linux;

import io.portolan.firewall.api.Capability;
import io.portolan.firewall.text.Comments;
import io.portolan.planner.Place;
import java.util.Optional;

/** What files for Linux say of themselves. */
final class Headers {
    private Headers() {}

    /** Returns for whom the rules are, in one line of plain characters whatever a host is called. */
    static String purpose(Optional<Place> host, Capability capability) {
        return host.map(place -> "the firewall of the host " + Comments.plain(place.name(), capability))
                .orElse("a firewall between networks");
    }
}
