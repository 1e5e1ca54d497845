package io.portolan.planner.address;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.portolan.internal.Excerpts;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one end of a rule: addresses, and names that stand for addresses which only a resolver knows.
 *
 * <p>The two are kept side by side and never turned into each other: {@link #any()} with a name is another value than
 * {@link #any()}, and holds the name besides.
 */
public final class Peers implements Comparable<Peers> {
    private static final String ANY_TEXT = "any";

    private static final Peers NONE = new Peers(AddressSet.none(), ImmutableSortedSet.of());
    private static final Peers ANY = new Peers(AddressSet.any(), ImmutableSortedSet.of());

    private static final Comparator<Iterable<OutsideName>> ORDER_OF_NAMES =
            Comparators.lexicographical(Comparator.<OutsideName>naturalOrder());

    private final AddressSet addresses;
    private final ImmutableSortedSet<OutsideName> names;

    private Peers(AddressSet addresses, ImmutableSortedSet<OutsideName> names) {
        this.addresses = addresses;
        this.names = names;
    }

    /**
     * Returns peers without addresses and names.
     *
     * @return nobody
     */
    public static Peers none() {
        return NONE;
    }

    /**
     * Returns every address of both families, and no names.
     *
     * @return {@link AddressSet#any()}
     */
    public static Peers any() {
        return ANY;
    }

    /**
     * Returns addresses without names.
     *
     * @param addresses the addresses
     * @return the peers
     */
    public static Peers of(AddressSet addresses) {
        return new Peers(Objects.requireNonNull(addresses), ImmutableSortedSet.of());
    }

    /**
     * Returns names without addresses.
     *
     * @param names the names, in any order, repeated or not
     * @return the peers
     */
    public static Peers of(OutsideName... names) {
        return new Peers(AddressSet.none(), ImmutableSortedSet.copyOf(names));
    }

    /**
     * Returns addresses and names.
     *
     * @param addresses the addresses
     * @param names the names, in any order, repeated or not
     * @return the peers
     */
    public static Peers of(AddressSet addresses, Iterable<OutsideName> names) {
        return new Peers(Objects.requireNonNull(addresses), ImmutableSortedSet.copyOf(names));
    }

    /**
     * Returns the peers that a text lists, such as {@code 10.0.0.0/24,login.example.com}, or {@code any} for every address.
     * Entries may overlap and come in any order; the empty text is nobody.
     *
     * @param text entries as {@link AddressRange#parse} and {@link OutsideName#parse} read them, and {@code any}, joined by
     *     commas without blanks
     * @return the peers
     * @throws IllegalArgumentException if the text is anything else; the message tells the value, the place, and what would
     *     be right
     */
    public static Peers parse(String text) {
        AddressSet.Builder addresses = AddressSet.builder();
        ImmutableList.Builder<OutsideName> names = ImmutableList.builder();
        for (int start = 0; start <= text.length() && !text.isEmpty(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String entry = text.substring(start, end);
            try {
                if (entry.equals(ANY_TEXT)) {
                    addresses.addAll(AddressSet.any());
                } else if (isLikeAddress(entry)) {
                    addresses.add(AddressRange.parse(entry));
                } else {
                    names.add(OutsideName.parse(entry));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "not a list of peers: " + Excerpts.quote(text) + ": at character " + (start + 1) + ": "
                                + e.getMessage(),
                        e);
            }
            start = end + 1;
        }
        return of(addresses.build(), names.build());
    }

    /** Tells whether an entry is to be read as an address: a name has neither colon nor slash, but a letter. */
    private static boolean isLikeAddress(String entry) {
        if (entry.startsWith(OutsideName.TAG_PREFIX)) {
            return false;
        }
        boolean numeric = true;
        for (int i = 0; i < entry.length(); i++) {
            char c = entry.charAt(i);
            if (c == ':' || c == '/') {
                return true;
            }
            numeric &= c == '.' || c == '-' || (c >= '0' && c <= '9');
        }
        return numeric;
    }

    /**
     * Returns the addresses.
     *
     * @return a set, empty if there are names alone
     */
    public AddressSet addresses() {
        return addresses;
    }

    /**
     * Returns the names.
     *
     * @return names in order, none if there are addresses alone
     */
    public ImmutableSortedSet<OutsideName> names() {
        return names;
    }

    /**
     * Tells whether there are neither addresses nor names.
     *
     * @return whether this is nobody
     */
    public boolean isEmpty() {
        return addresses.isEmpty() && names.isEmpty();
    }

    /**
     * Tells whether all of the given addresses are among these; which addresses a name stands for is not known here.
     *
     * @param others a set
     * @return whether it is a subset of {@link #addresses()}
     */
    public boolean contains(AddressSet others) {
        return addresses.contains(others);
    }

    /**
     * Tells whether a name is among these, as it is written.
     *
     * @param name a name
     * @return whether it is one of {@link #names()}
     */
    public boolean contains(OutsideName name) {
        return names.contains(name);
    }

    /**
     * Tells whether all addresses and all names of others are among these. Nobody is contained in all peers.
     *
     * @param others peers
     * @return whether both parts are subsets
     */
    public boolean contains(Peers others) {
        return addresses.contains(others.addresses) && names.containsAll(others.names);
    }

    /**
     * Returns the addresses and names of these, of others, or of both.
     *
     * @param others peers
     * @return the union of both parts
     */
    public Peers union(Peers others) {
        ImmutableSortedSet<OutsideName> allNames = others.names.isEmpty()
                ? names
                : ImmutableSortedSet.<OutsideName>naturalOrder()
                        .addAll(names)
                        .addAll(others.names)
                        .build();
        return new Peers(addresses.union(others.addresses), allNames);
    }

    /** Orders by addresses, then by names. */
    @Override
    public int compareTo(Peers other) {
        int byAddresses = addresses.compareTo(other.addresses);
        return byAddresses != 0 ? byAddresses : ORDER_OF_NAMES.compare(names, other.names);
    }

    /** Tells whether the other object has the same addresses and the same names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Peers that && addresses.equals(that.addresses) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return 31 * addresses.hashCode() + names.hashCode();
    }

    /**
     * Returns addresses and names joined by commas, such as {@code 10.0.0.0/24,login.example.com}, with {@code any} for all
     * addresses; empty for nobody; parses back.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(addresses.isAny() ? ANY_TEXT : addresses.toString());
        for (OutsideName name : names) {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(name);
        }
        return text.toString();
    }
}
