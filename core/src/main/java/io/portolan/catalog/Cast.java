package io.portolan.catalog;

/** To how many hosts the packets of a flow go at once. */
public enum Cast {
    /** To one host. */
    UNICAST,
    /** To every host of a subnet; routers do not pass it on. */
    BROADCAST,
    /** To a group of hosts that asked for it. */
    MULTICAST;

    private final String id = Ids.ofConstant(name());

    /**
     * Returns the stable identifier.
     *
     * @return {@code unicast}, {@code broadcast} or {@code multicast}
     */
    public String id() {
        return id;
    }
}
