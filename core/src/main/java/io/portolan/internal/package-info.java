/** What the modules of Portolan share and no user sees. */
@NullMarked
package io.portolan.internal;

import org.jspecify.annotations.NullMarked;
