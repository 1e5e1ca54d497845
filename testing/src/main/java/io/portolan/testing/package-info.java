/** Judges that tests of several modules ask, and how tests are skipped where one is absent. */
@org.jspecify.annotations.NullMarked
package io.portolan.testing;
