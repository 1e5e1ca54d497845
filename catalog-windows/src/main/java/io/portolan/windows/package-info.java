/** The catalog of the system services of Microsoft Windows; begin at {@link io.portolan.windows.Windows}. */
@NullMarked
package io.portolan.windows;

import org.jspecify.annotations.NullMarked;
