/** The command {@code portolan}: a thin line over the catalogs, with its output formats. */
@NullMarked
package io.portolan.cli;

import org.jspecify.annotations.NullMarked;
