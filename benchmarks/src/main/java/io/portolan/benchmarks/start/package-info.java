/** Programs that start, answer and end, and how long each takes. */
@NullMarked
package io.portolan.benchmarks.start;

import org.jspecify.annotations.NullMarked;
