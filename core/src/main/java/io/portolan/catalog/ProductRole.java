package io.portolan.catalog;

/**
 * An endpoint that a product defines, such as the gateway of Remote Desktop Services.
 *
 * <p>Each product has one enum that implements this interface, and its catalog is typed by that enum: asking a catalog
 * for a role of another product does not compile. The enum only has to say {@link #title()}:
 *
 * <pre>{@code
 * public enum Role implements ProductRole {
 *     FRONT_END("Front end"),
 *     DATABASE("Database");
 *     ...
 * }
 * }</pre>
 */
public non-sealed interface ProductRole extends Endpoint {
    /**
     * Returns the name of the enum constant, from which the identifier follows.
     *
     * @return the name, as {@link Enum#name()}
     */
    String name();

    /**
     * Returns the stable identifier: the name of the constant in lower case with hyphens.
     *
     * @return for {@code FRONT_END}, {@code front-end}
     */
    @Override
    default String id() {
        return Ids.ofConstant(name());
    }
}
