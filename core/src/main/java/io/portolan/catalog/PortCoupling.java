package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import org.immutables.value.Value;

/** The rule that one setting decides another: where the first has a certain port, the second must have another. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class PortCoupling {
    PortCoupling() {}

    /**
     * Returns a coupling.
     *
     * @param when the setting that decides
     * @param port its port
     * @param then the setting that is decided
     * @param required the port that it must have then
     * @param citation where the document says so
     * @return the coupling
     * @throws IllegalArgumentException if a setting does not allow its port, or couples with itself
     */
    public static PortCoupling of(PortSetting when, int port, PortSetting then, int required, Citation citation) {
        return ImmutablePortCoupling.of(when, port, then, required, citation);
    }

    /**
     * Returns the setting that decides.
     *
     * @return the setting
     */
    @Value.Parameter
    public abstract PortSetting when();

    /**
     * Returns the port of the first setting at which the rule holds.
     *
     * @return a port that the setting allows
     */
    @Value.Parameter
    public abstract int port();

    /**
     * Returns the setting that is decided.
     *
     * @return the setting
     */
    @Value.Parameter
    public abstract PortSetting then();

    /**
     * Returns the port that the second setting must have then.
     *
     * @return a port that the setting allows
     */
    @Value.Parameter
    public abstract int required();

    /**
     * Returns where the document says so.
     *
     * @return the citation
     */
    @Value.Parameter
    public abstract Citation citation();

    @Value.Check
    void check() {
        checkArgument(!when().id().equals(then().id()), "setting %s is coupled with itself", when().id());
        checkAllowed(when(), port());
        checkAllowed(then(), required());
    }

    private static void checkAllowed(PortSetting setting, int port) {
        checkArgument(
                setting.allowed().contains(port),
                "setting %s is coupled at port %s, but allows only %s",
                setting.id(),
                port,
                setting.allowed());
    }

    /** Returns the rule in one line, such as {@code wsus-http=80 demands wsus-https=443}. */
    @Override
    public String toString() {
        return when().id() + "=" + port() + " demands " + then().id() + "=" + required();
    }
}
