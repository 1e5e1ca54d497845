package io.portolan.flowlogs;

/** What the filter that wrote a record did; another filter on the way can have done otherwise. */
public enum Action {
    /** The record does not say. */
    NOT_TOLD,
    /** It let the packets pass. */
    ACCEPTED,
    /** It did not. */
    REJECTED
}
