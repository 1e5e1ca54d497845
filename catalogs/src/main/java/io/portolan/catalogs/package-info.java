/** The front door to all catalogs; begin at {@link io.portolan.catalogs.Catalogs}. */
@NullMarked
package io.portolan.catalogs;

import org.jspecify.annotations.NullMarked;
