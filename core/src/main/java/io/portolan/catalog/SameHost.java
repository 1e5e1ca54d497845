package io.portolan.catalog;

/** The host itself: a flow between two processes of one machine, which never reaches a network firewall. */
public enum SameHost implements SharedEndpoint {
    /** The other process is on the same machine. */
    LOCALHOST;

    /**
     * Returns the stable identifier.
     *
     * @return {@code localhost}
     */
    @Override
    public String id() {
        return "localhost";
    }

    @Override
    public String title() {
        return "Same host";
    }
}
