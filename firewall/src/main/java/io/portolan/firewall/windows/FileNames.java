package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import java.nio.charset.StandardCharsets;

/** Names of files for hosts, which may be called anything. */
final class FileNames {
    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf(".-"));
    private static final int LONGEST = 60;
    private static final int DIGITS = 10;

    private FileNames() {}

    /**
     * Returns the name of a host if it is plain and no other place has it in any case, else what is plain of it and digits
     * that depend on the whole name.
     */
    static String of(Place host, Topology topology) {
        String plain = plain(host);
        boolean unique = topology.places().stream()
                .noneMatch(other -> other != host && Ascii.equalsIgnoreCase(stem(other), stem(host)));
        if (plain.equals(host.name()) && unique) {
            return plain;
        }
        return plain + "-" + digits(host);
    }

    /** Returns what a file would be called if no other place mattered. */
    private static String stem(Place place) {
        String plain = plain(place);
        return plain.equals(place.name()) ? plain : plain + "-" + digits(place);
    }

    private static String plain(Place place) {
        return PLAIN.negate().replaceFrom(Ascii.truncate(place.name(), LONGEST, ""), '-');
    }

    private static String digits(Place place) {
        return Hashing.sha256()
                .hashString(place.name(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGITS);
    }
}
