package io.portolan.sitefile;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Approval;
import io.portolan.internal.Excerpts;
import io.portolan.net.Transport;
import java.util.regex.Pattern;

/**
 * A flow that no document states, but the site itself: who opens what to whom, what for, and who answers for it.
 *
 * @param name a name that no other flow of the site has: lower-case letters, digits and single hyphens
 * @param from the names of places, zones, shared endpoints, and roles such as {@code rds/gateway}; one or more
 * @param to the same for who listens
 * @param traffic what is opened, one transport or more
 * @param purpose what the flow is for, in one line
 * @param approval who answers for it, and until when
 */
public record OwnFlow(
        String name,
        ImmutableList<String> from,
        ImmutableList<String> to,
        ImmutableList<Transport> traffic,
        String purpose,
        Approval approval) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 60;

    /**
     * Refuses null, a name that is not one, and empty lists and purposes.
     *
     * @param name a name that no other flow of the site has
     * @param from who opens connections
     * @param to who listens
     * @param traffic what is opened
     * @param purpose what the flow is for
     * @param approval who answers for it, and until when
     */
    public OwnFlow {
        checkArgument(
                NAME.matcher(name).matches() && name.length() <= LONGEST_NAME,
                "not a name of a flow: %s; expected lower-case letters, digits and single hyphens, such as admin-ssh, and at"
                        + " most %s characters",
                Excerpts.quote(name),
                LONGEST_NAME);
        checkArgument(!from.isEmpty() && !to.isEmpty(), "flow %s does not say from whom to whom", name);
        checkArgument(!traffic.isEmpty(), "flow %s has no traffic; expected such as tcp/22", name);
        checkArgument(
                !purpose.isBlank() && Excerpts.isPlain(purpose),
                "flow %s: not a purpose: %s; expected plain text in one line",
                name,
                Excerpts.quote(purpose));
        requireNonNull(approval, "approval");
    }

    /** Returns name, ends and traffic in one line. */
    @Override
    public String toString() {
        return name + ": " + String.join(",", from) + " -> " + String.join(",", to) + " " + traffic;
    }
}
