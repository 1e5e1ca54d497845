/** The catalog of Parallels Remote Application Server; begin at {@link io.portolan.ras.Ras}. */
@NullMarked
package io.portolan.ras;

import org.jspecify.annotations.NullMarked;
