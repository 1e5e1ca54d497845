package io.portolan.catalog;

/**
 * A party of a flow: what opens a connection, or what it is opened to.
 *
 * <p>There are two kinds. A {@link ProductRole} is defined by one product and belongs to its catalog alone. A
 * {@link SharedEndpoint} means the same in every catalog, so that a site places it once.
 */
public sealed interface Endpoint permits ProductRole, SharedEndpoint {
    /**
     * Returns the stable identifier, such as {@code domain-controller}.
     *
     * @return lower-case letters, digits and hyphens; unique within a catalog
     */
    String id();

    /**
     * Returns the name for people.
     *
     * @return a short name, such as "RD Gateway"
     */
    String title();
}
