package io.portolan.planner.address;

import com.google.common.collect.ComparisonChain;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands for addresses which only a resolver knows: a host name, a pattern of host names, or the tag by which a
 * cloud firewall knows the addresses of a service.
 *
 * <p>Names are compared as text: {@code *.example.com} and {@code login.example.com} are two names, and whether one covers
 * the other is for the firewall to say, as firewalls differ in how many labels an asterisk matches. Nothing is looked up.
 */
public final class OutsideName implements Comparable<OutsideName> {
    static final String TAG_PREFIX = "tag:";

    private final Kind kind;
    private final String value;

    OutsideName(Kind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    /** What a name is a name of. */
    public enum Kind {
        /** One host, such as {@code login.example.com}. */
        FQDN,
        /** Hosts whose names end alike, such as {@code *.example.com} or {@code *eh.example.com}. */
        WILDCARD,
        /** A service of a cloud, such as {@code AzureCloud}. */
        SERVICE_TAG
    }

    /**
     * Returns the name that a text states: {@code login.example.com}, {@code *.example.com} or {@code tag:AzureCloud}.
     *
     * @param text a host name of two labels or more, of letters, digits and hyphens, 1 to 63 each and 253 in all, without a
     *     dot at its end; or such a name that starts with an asterisk; or {@code tag:} and a service tag. The last label
     *     starts with a letter, so that no address is a name; names in other scripts are written with {@code xn--}
     * @return the name, of a host in lower case
     * @throws IllegalArgumentException if the text is anything else, such as an address; the message tells the value and what
     *     would be right
     */
    public static OutsideName parse(String text) {
        return text.startsWith(TAG_PREFIX)
                ? serviceTag(text.substring(TAG_PREFIX.length()))
                : NameParser.parseHost(text);
    }

    /**
     * Returns the name of a cloud service.
     *
     * @param tag ASCII letters, digits and dots between them, such as {@code AzureMonitor.WestEurope}; starts with a letter,
     *     253 characters at most. The case is kept and tells tags apart
     * @return the name, whose text is {@code tag:} and the tag
     * @throws IllegalArgumentException if the tag is anything else
     */
    public static OutsideName serviceTag(String tag) {
        return NameParser.parseTag(tag);
    }

    /**
     * Returns what the name is a name of.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the name as a firewall writes it.
     *
     * @return a host name in lower case, with its asterisk if it has one; or a tag without {@code tag:}
     */
    public String value() {
        return value;
    }

    /**
     * Tells whether what another name stands for is among what this one does, as far as the names tell.
     *
     * @param other a name
     * @return whether they are equal, or this is a wildcard and the other a host name that fits
     */
    public boolean covers(OutsideName other) {
        return equals(other)
                || (kind() == Kind.WILDCARD
                        && other.kind() == Kind.FQDN
                        && other.value().length() >= value().length()
                        && other.value().endsWith(value().substring(1)));
    }

    /** Orders by kind, then by text. */
    @Override
    public int compareTo(OutsideName other) {
        return ComparisonChain.start()
                .compare(kind, other.kind)
                .compare(value, other.value)
                .result();
    }

    /** Tells whether the other object is the same name of the same kind. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutsideName that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns {@code login.example.com}, {@code *.example.com} or {@code tag:AzureCloud}; parses back. */
    @Override
    public String toString() {
        return kind == Kind.SERVICE_TAG ? TAG_PREFIX + value : value;
    }
}
