/** Output on disk: whole, or as it was before. */
@org.jspecify.annotations.NullMarked
package io.portolan.cli.output;
