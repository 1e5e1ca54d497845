package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;

/**
 * What a chain finds when packets get there.
 *
 * @param hook whose packets they are: through the firewall, to its host, or from it
 * @param place which interfaces packets have there
 * @param tracking whether connection tracking has seen them
 * @param untracked packets that it may have been told to leave alone
 * @param arrivals packets whose destination may have been changed before
 * @param hasHelpers whether helpers may expect connections
 * @param hasMasquerades whether sources may have been changed before
 * @param interfaces what is behind interfaces
 */
record Context(
        Hook hook,
        Place place,
        Tracking tracking,
        ImmutableList<Piece> untracked,
        ImmutableList<Piece> arrivals,
        boolean hasHelpers,
        boolean hasMasquerades,
        Interfaces interfaces) {
    /** The place of a chain before or behind connection tracking. */
    enum Tracking {
        BEFORE,
        /** At its priority: which of both comes first depends on what was loaded first. */
        AT_ONCE,
        AFTER;

        private static final int PRIORITY = -200;

        /** Returns the place of a chain at a hook that connection tracking has, too. */
        static Tracking of(int priority) {
            return priority < PRIORITY ? BEFORE : priority == PRIORITY ? AT_ONCE : AFTER;
        }
    }

    /** The interfaces of packets. */
    enum Place {
        /** They have come by one. */
        COMING,
        /** They have come by one, and go by another. */
        PASSING,
        /** They go by one. */
        GOING
    }

    /** Returns the place of a chain at a hook of the kernel, for packets of one of our hooks. */
    static Place place(String kernelHook, Hook hook) {
        return switch (kernelHook) {
            case "ingress", "prerouting", "input" -> Place.COMING;
            case "output" -> Place.GOING;
            default -> hook == Hook.OUTPUT ? Place.GOING : Place.PASSING;
        };
    }
}
