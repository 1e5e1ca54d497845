/** Questions to catalogs beside what a program would write instead. */
@NullMarked
package io.portolan.benchmarks.queries;

import org.jspecify.annotations.NullMarked;
