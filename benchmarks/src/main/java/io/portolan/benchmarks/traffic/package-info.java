/** What it takes to decide logs of traffic, side by side with other ways. */
@NullMarked
package io.portolan.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
