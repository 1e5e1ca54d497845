/** The catalog of Microsoft Remote Desktop Services; begin at {@link io.portolan.rds.Rds}. */
@NullMarked
package io.portolan.rds;

import org.jspecify.annotations.NullMarked;
