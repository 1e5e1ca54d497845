package io.portolan.flowlogs;

import com.google.common.base.Ascii;

/** Where a flow, a rule or a conversation stands between what is needed, what is allowed, and what is used. */
public enum ReviewCell {
    /** All three: as it should be. */
    NEEDED_ALLOWED_USED,
    /** Nobody used it in the time of the logs. Rare jobs look like that, too. */
    NEEDED_ALLOWED_UNUSED,
    /** A flow needs it, and it does not pass: something is broken, or will be. */
    NEEDED_NOT_ALLOWED,
    /** It passes and is used, and no flow needs it: a flow is missing, or it should stop. */
    ALLOWED_USED_NOT_NEEDED,
    /** It passes, nobody used it, and no flow needs it: to be removed first. */
    ALLOWED_UNUSED_NOT_NEEDED,
    /** Somebody tried, it does not pass, and no flow needs it. */
    USED_NOT_ALLOWED,
    /** Nobody can tell: a rule was not understood, or the traffic that used it cannot be judged. */
    NOT_KNOWN;

    /**
     * Returns the cell as reports write it.
     *
     * @return such as {@code needed-allowed-used}
     */
    public String id() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }
}
