/** Port sets beside the sets that a program would use instead. */
@NullMarked
package io.portolan.benchmarks.ports;

import org.jspecify.annotations.NullMarked;
