/** Firewall text beside that of Capirca. */
@NullMarked
package io.portolan.benchmarks.render;

import org.jspecify.annotations.NullMarked;
