package io.portolan.draft;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import io.portolan.catalog.Infrastructure;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A party of a drafted flow: shared infrastructure if its identifier is told, an outside site if the document gives a host
 * name or address, else a role of the product.
 *
 * @param kind what it is
 * @param name the words of the document or of the person
 * @param id the identifier: lower-case letters, digits and hyphens
 */
record Party(Kind kind, String name, String id) {
    enum Kind {
        INFRASTRUCTURE,
        OUTSIDE,
        ROLE
    }

    private static final CharMatcher LETTERS_AND_DIGITS =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));
    private static final Pattern ADDRESS = Pattern.compile("(?:(?:https?|tcp)://)?(?<host>[^/\\s:]+)(?::\\d+)?/?");
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an)\\s+", Pattern.CASE_INSENSITIVE);

    static Party of(String words) {
        String name = ARTICLE.matcher(words.strip()).replaceFirst("");
        for (Infrastructure known : Infrastructure.values()) {
            if (known.id().equals(name)) {
                return new Party(Kind.INFRASTRUCTURE, known.title(), known.id());
            }
        }
        Optional<String> host = host(name);
        if (host.isPresent()) {
            return new Party(Kind.OUTSIDE, host.get(), id(host.get(), "site"));
        }
        return new Party(Kind.ROLE, name, id(name, "role"));
    }

    private static Optional<String> host(String name) {
        Matcher address = ADDRESS.matcher(name);
        if (!address.matches()) {
            return Optional.empty();
        }
        String host = address.group("host");
        int firstDot = host.indexOf('.');
        boolean isName = firstDot > 0
                && host.indexOf('*', firstDot) < 0
                && InternetDomainName.isValid(host.replace('*', 'x'))
                && !host.endsWith(".");
        return isName || InetAddresses.isInetAddress(host) ? Optional.of(host) : Optional.empty();
    }

    /** Returns an identifier that begins with a letter, so that it is one of an enum constant, too. */
    static String id(String words, String without) {
        String plain = CharMatcher.ascii()
                .retainFrom(Normalizer.normalize(words, Normalizer.Form.NFKD))
                .toLowerCase(Locale.ROOT);
        String id = LETTERS_AND_DIGITS.negate().trimAndCollapseFrom(plain, '-');
        if (id.isEmpty()) {
            return without;
        }
        return Character.isDigit(id.charAt(0)) ? without + "-" + id : id;
    }
}
