/**
 * The site file: what a site answers, product by product, in YAML or JSON; how it is read, written and described.
 *
 * <pre>{@code
 * windows: modern
 * products:
 *   rds:
 *     settings:
 *       rdp-port: 3390
 * }</pre>
 */
@NullMarked
package io.portolan.cli.file;

import org.jspecify.annotations.NullMarked;
