package io.portolan.site;

/** Why an answer holds in a {@link Resolution}. */
public enum Basis {
    /** The site said so. */
    STATED("stated"),
    /** Another answer demands it, by a coupling of the catalog. */
    COUPLED("coupled"),
    /** The site did not say, and the document's default was taken. */
    DEFAULT("default"),
    /** The site did not say, and every documented answer was taken together. */
    ALTERNATIVE("alternative");

    private final String id;

    Basis(String id) {
        this.id = id;
    }

    /**
     * Returns the stable identifier.
     *
     * @return the name of the constant in lower case
     */
    public String id() {
        return id;
    }
}
