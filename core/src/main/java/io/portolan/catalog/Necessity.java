package io.portolan.catalog;

/** Whether a product works without a flow. */
public enum Necessity {
    /** The product needs the flow wherever both endpoints are in use. */
    REQUIRED,
    /** The product works without the flow; the document says so. */
    OPTIONAL,
    /** The product needs the flow if its conditions hold at the site. */
    CONDITIONAL;

    private final String id = Ids.ofConstant(name());

    /**
     * Returns the stable identifier.
     *
     * @return {@code required}, {@code optional} or {@code conditional}
     */
    public String id() {
        return id;
    }
}
