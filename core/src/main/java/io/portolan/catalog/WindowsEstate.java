package io.portolan.catalog;

import com.google.common.collect.ImmutableSet;
import io.portolan.net.DynamicPorts;

/**
 * Which generations of Windows listen at a site, and so which dynamic ports must be open towards them: the three answers
 * of Microsoft KB 832017.
 *
 * <p>The answer can be for a whole site. Where it is known which hosts run what, it is better given for each: a client
 * meets the range of the host that it calls.
 */
public enum WindowsEstate {
    /** Windows Vista, Server 2008 and later alone: 49152-65535. */
    MODERN(WindowsGeneration.MODERN),
    /** These beside Windows 2000, XP or Server 2003: 49152-65535 and 1025-5000. */
    MIXED(WindowsGeneration.LEGACY, WindowsGeneration.MODERN),
    /** Windows 2000, XP and Server 2003 alone: 1025-5000. */
    LEGACY(WindowsGeneration.LEGACY);

    private final String id = Ids.ofConstant(name());
    private final ImmutableSet<WindowsGeneration> generations;

    WindowsEstate(WindowsGeneration... generations) {
        this.generations = ImmutableSet.copyOf(generations);
    }

    /**
     * Returns the stable identifier.
     *
     * @return {@code modern}, {@code mixed} or {@code legacy}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the generations that listen.
     *
     * @return one generation, or both
     */
    public ImmutableSet<WindowsGeneration> generations() {
        return generations;
    }

    /**
     * Returns the dynamic ports that must be open where no range was changed.
     *
     * @return the default range of each generation
     */
    public DynamicPorts dynamicPorts() {
        return switch (this) {
            case MODERN -> DynamicPorts.MODERN;
            case MIXED -> DynamicPorts.MIXED;
            case LEGACY -> DynamicPorts.LEGACY;
        };
    }
}
