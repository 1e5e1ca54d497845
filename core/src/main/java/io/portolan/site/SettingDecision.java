package io.portolan.site;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.catalog.PortSetting;
import org.immutables.value.Value;

/** The decision on the port of a setting; see {@link Decision#of(PortSetting)}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class SettingDecision extends Decision<Integer> {
    SettingDecision() {}

    /**
     * Returns the setting.
     *
     * @return the setting
     */
    @Value.Parameter
    public abstract PortSetting setting();

    @Override
    public String id() {
        return setting().id();
    }

    @Override
    public String statement() {
        return setting().title() + ", set in " + setting().configuredIn();
    }

    @Override
    public String allowed() {
        return setting().allowed().toString();
    }

    @Override
    void check(Integer port) {
        checkArgument(
                setting().allowed().contains((int) port),
                "setting %s does not allow port %s; expected one of %s",
                setting().id(),
                port,
                setting().allowed());
    }

    @Override
    String text(Integer port) {
        return port.toString();
    }

    @Override
    public String toString() {
        return id();
    }
}
