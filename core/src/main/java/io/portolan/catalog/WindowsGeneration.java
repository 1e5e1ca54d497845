package io.portolan.catalog;

import io.portolan.net.DynamicPorts;

/** The two generations of Windows that differ in their default dynamic port range (Microsoft KB 929851). */
public enum WindowsGeneration {
    /** Windows 2000, Windows XP and Windows Server 2003: 1025-5000. */
    LEGACY("the listening host runs Windows older than Server 2008"),
    /** Windows Vista, Windows Server 2008 and later: 49152-65535. */
    MODERN("the listening host runs Windows Server 2008 or later");

    private final String id = Ids.ofConstant(name());
    private final String statement;

    WindowsGeneration(String statement) {
        this.statement = statement;
    }

    /**
     * Returns the stable identifier.
     *
     * @return {@code legacy} or {@code modern}
     */
    public String id() {
        return id;
    }

    /**
     * Returns what a condition on this generation says, in words.
     *
     * @return a statement about the host that listens
     */
    public String statement() {
        return statement;
    }

    /**
     * Returns the dynamic range that hosts of this generation have unless it was changed.
     *
     * @return the default range
     */
    public DynamicPorts dynamicPorts() {
        return this == LEGACY ? DynamicPorts.LEGACY : DynamicPorts.MODERN;
    }
}
