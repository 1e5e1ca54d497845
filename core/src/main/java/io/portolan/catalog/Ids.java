package io.portolan.catalog;

import com.google.common.base.Ascii;
import io.portolan.internal.Excerpts;

/** The identifiers of this model: lower-case letters and digits in groups joined by single hyphens. */
final class Ids {
    private Ids() {}

    /** Returns the identifier of an enum constant: {@code DOMAIN_CONTROLLER} is {@code domain-controller}. */
    static String ofConstant(String name) {
        return Ascii.toLowerCase(name).replace('_', '-');
    }

    /** Returns the identifier, or says what is wrong with it. */
    static String check(String what, String id) {
        boolean inGroup = false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letterOrDigit = Ascii.isLowerCase(c) || (c >= '0' && c <= '9');
            if (!letterOrDigit && !(c == '-' && inGroup)) {
                throw wrong(what, id);
            }
            inGroup = letterOrDigit;
        }
        if (!inGroup) {
            throw wrong(what, id);
        }
        return id;
    }

    private static IllegalArgumentException wrong(String what, String id) {
        return new IllegalArgumentException("not an id for a " + what + ": " + Excerpts.quote(id)
                + "; expected lower-case letters, digits and single hyphens, such as domain-controller");
    }
}
