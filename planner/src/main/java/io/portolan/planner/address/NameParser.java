package io.portolan.planner.address;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.portolan.internal.Excerpts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads names of hosts and services, and says what is wrong with one. */
final class NameParser {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private static final CharMatcher LETTER = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));
    private static final CharMatcher LETTER_OR_DIGIT = LETTER.or(CharMatcher.inRange('0', '9'));
    private static final CharMatcher LDH = LETTER_OR_DIGIT.or(CharMatcher.is('-'));

    private static final Splitter DOTS = Splitter.on('.');

    private NameParser() {}

    static OutsideName parseHost(String text) {
        String why = whatIsWrongWithHost(text);
        if (why != null) {
            throw wrong(
                    "an outside name", text, why, "a name such as login.example.com, *.example.com or tag:AzureCloud");
        }
        return new OutsideName(
                text.startsWith("*") ? OutsideName.Kind.WILDCARD : OutsideName.Kind.FQDN, Ascii.toLowerCase(text));
    }

    static OutsideName parseTag(String text) {
        String why = whatIsWrongWithTag(text);
        if (why != null) {
            throw wrong(
                    "a service tag",
                    text,
                    why,
                    "letters, digits and dots between them, such as AzureCloud or AzureMonitor.WestEurope");
        }
        return new OutsideName(OutsideName.Kind.SERVICE_TAG, text);
    }

    private static @Nullable String whatIsWrongWithHost(String text) {
        if (text.isEmpty()) {
            return "it is empty";
        }
        if (text.length() > LONGEST_NAME) {
            return "it has more than 253 characters";
        }
        if (AddressText.parse(text) != null) {
            return "it is an address";
        }
        if (text.endsWith(".")) {
            return "it ends with a dot";
        }
        if (text.lastIndexOf('*') > 0) {
            return "it has an asterisk behind its first character";
        }
        List<String> labels = DOTS.splitToList(text);
        for (int i = 0; i < labels.size(); i++) {
            String why = whatIsWrongWithLabel(labels.get(i), i == 0 && text.startsWith("*"));
            if (why != null) {
                return why;
            }
        }
        if (labels.size() < 2) {
            return "it has one label and not two or more";
        }
        // the rule by which browsers and resolvers tell names from addresses
        return LETTER.matches(labels.get(labels.size() - 1).charAt(0))
                ? null
                : "its last label does not start with a letter";
    }

    private static @Nullable String whatIsWrongWithLabel(String label, boolean asteriskFirst) {
        if (label.isEmpty()) {
            return "it has an empty label";
        }
        if (label.length() > LONGEST_LABEL) {
            return "the label " + Excerpts.quote(label) + " has more than 63 characters";
        }
        if (!LDH.matchesAllOf(asteriskFirst ? label.substring(1) : label)) {
            return "the label " + Excerpts.quote(label) + " has a character that is no letter, digit or hyphen";
        }
        return label.startsWith("-") || label.endsWith("-")
                ? "the label " + Excerpts.quote(label) + " starts or ends with a hyphen"
                : null;
    }

    private static @Nullable String whatIsWrongWithTag(String text) {
        if (text.isEmpty()) {
            return "it is empty";
        }
        if (text.length() > LONGEST_NAME) {
            return "it has more than 253 characters";
        }
        for (String part : DOTS.split(text)) {
            if (part.isEmpty()) {
                return "it has a dot at an end or beside another";
            }
            if (!LETTER_OR_DIGIT.matchesAllOf(part)) {
                return "it has a character that is no letter, digit or dot";
            }
        }
        return LETTER.matches(text.charAt(0)) ? null : "it does not start with a letter";
    }

    private static IllegalArgumentException wrong(String what, String text, String why, String expected) {
        return new IllegalArgumentException(
                "not " + what + ": " + Excerpts.quote(text) + ": " + why + "; expected " + expected);
    }
}
