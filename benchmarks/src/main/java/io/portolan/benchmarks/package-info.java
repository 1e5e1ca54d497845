/** How time and memory grow with the size of a site. */
@NullMarked
package io.portolan.benchmarks;

import org.jspecify.annotations.NullMarked;
