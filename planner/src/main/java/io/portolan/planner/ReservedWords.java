package io.portolan.planner;

import com.google.common.base.Ascii;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.Peers;

/** The word that stands for every address wherever a place or a zone can be named, which nothing can be called. */
final class ReservedWords {
    private static final String ANY = "any";

    private ReservedWords() {}

    /** Refuses a name that is the word, in whatever case. */
    static void check(String what, String name) {
        if (Ascii.equalsIgnoreCase(name, ANY)) {
            throw new IllegalArgumentException("not a name of a " + what + ": " + Excerpts.quote(name)
                    + " stands for every address; expected another name");
        }
    }

    /** Refuses a name that is the text of addresses which are not those of what is called so. */
    static void checkAddress(String what, String name, Peers own) {
        if (isLikeAddress(name)) {
            AddressRange range;
            try {
                range = AddressRange.parse(name);
            } catch (IllegalArgumentException e) {
                return; // no address, so nobody takes it for one
            }
            if (!own.addresses().contains(range)) {
                throw new IllegalArgumentException("not a name of a " + what + ": " + Excerpts.quote(name)
                        + " is an address that it does not have; expected another name");
            }
        }
    }

    private static boolean isLikeAddress(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '.' && c != ':' && c != '/' && c != '-' && Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
