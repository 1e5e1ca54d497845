package io.portolan.catalog;

/** To how many hosts the packets of a flow go at once. */
public enum Cast {
    /** To one host. */
    UNICAST,
    /** To every host of a subnet; routers do not pass it on. */
    BROADCAST,
    /**
     * To every host of another subnet, by the broadcast address of that subnet; routers pass it on where they are told to.
     */
    DIRECTED_BROADCAST,
    /** To a group of hosts that asked for it. */
    MULTICAST;

    private final String id = Ids.ofConstant(name());

    /**
     * Returns the stable identifier.
     *
     * @return the name of the constant in lower case with hyphens, such as {@code unicast}
     */
    public String id() {
        return id;
    }
}
