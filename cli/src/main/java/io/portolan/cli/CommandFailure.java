package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A failure that is no wrong usage, with details each of which is said on a line of its own. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImmutableList<String> details;

    CommandFailure(String message, List<String> details) {
        super(message);
        this.details = ImmutableList.copyOf(details);
    }

    CommandFailure(String message) {
        this(message, ImmutableList.of());
    }

    ImmutableList<String> details() {
        return details;
    }
}
