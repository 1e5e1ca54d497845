package io.portolan.cli;

import io.portolan.firewall.Target;
import java.util.Arrays;

/** Reads a kind of firewall. */
final class TargetArgument extends IdArgument<Target> {
    TargetArgument() {
        super("target", Arrays.asList(Target.values()), Target::id);
    }
}
