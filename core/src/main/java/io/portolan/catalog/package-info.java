/**
 * Catalogs: which endpoint opens a connection to which, over what, when, and which document says so.
 *
 * <p>A {@link io.portolan.catalog.Catalog} holds the {@link io.portolan.catalog.Flow}s of one product as its documents
 * state them, and answers questions about them. Ports may still be names: a
 * {@link io.portolan.catalog.PortSetting} that a site chooses, or the dynamic RPC range. Products are catalogs that
 * others wrote with the same {@link io.portolan.catalog.CatalogBuilder} that is open to everybody.
 */
@NullMarked
@ValueStyle
package io.portolan.catalog;

import io.portolan.internal.ValueStyle;
import org.jspecify.annotations.NullMarked;
