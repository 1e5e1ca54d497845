package io.portolan.site;

import com.google.common.base.Ascii;

/** What becomes of flows that wait for an answer which the site has not given. */
public enum OpenQuestions {
    /** Nothing may be open: resolving throws an {@link OpenQuestionsException} that lists every question. */
    STRICT,
    /** The document's default is taken; where it gives none, the flows wait. */
    DEFAULTS,
    /**
     * Every documented answer is taken at once: both sides of a yes or no, all forms, the default and the alternatives of a
     * port, both generations of Windows. Where a document gives no answer at all, the flows wait.
     */
    PERMISSIVE;

    private final String id = Ascii.toLowerCase(name());

    /**
     * Returns the stable identifier.
     *
     * @return the name of the constant in lower case
     */
    public String id() {
        return id;
    }
}
