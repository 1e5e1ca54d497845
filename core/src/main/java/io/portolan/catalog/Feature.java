package io.portolan.catalog;

/**
 * A question about the site on which flows depend: a {@link Toggle} (yes or no) or a {@link Choice} (one of several).
 *
 * <p>A feature is a typed constant of its product, so that a site's answers name it without strings.
 */
public sealed interface Feature permits Toggle, Choice {
    /**
     * Returns the stable identifier.
     *
     * @return lower-case letters, digits and hyphens; unique within a catalog
     */
    String id();

    /**
     * Returns what is asked.
     *
     * @return for a toggle, a statement that is true or false of the site; for a choice, what is chosen
     */
    String statement();

    /**
     * Returns where the document speaks of it.
     *
     * @return the citation
     */
    Citation citation();
}
