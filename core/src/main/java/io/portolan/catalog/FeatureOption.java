package io.portolan.catalog;

/** One answer to a {@link Choice}; the answers of a choice are the constants of one enum. */
public interface FeatureOption {
    /**
     * Returns the name of the enum constant, from which the identifier follows.
     *
     * @return the name, as {@link Enum#name()}
     */
    String name();

    /**
     * Returns the stable identifier: the name of the constant in lower case with hyphens.
     *
     * @return for {@code TCP_TLS}, {@code tcp-tls}
     */
    default String id() {
        return Ids.ofConstant(name());
    }

    /**
     * Returns the name for people.
     *
     * @return a few words
     */
    String title();
}
