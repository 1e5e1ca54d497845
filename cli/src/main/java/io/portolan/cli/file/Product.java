package io.portolan.cli.file;

import io.portolan.catalog.Catalog;
import io.portolan.site.Site;

/**
 * One installation of a product at a site.
 *
 * @param name the name by which the site tells its installations apart, mostly the identifier of the catalog
 * @param catalog what the product needs
 * @param site what the site answers for this installation
 */
public record Product(String name, Catalog<?> catalog, Site site) {}
