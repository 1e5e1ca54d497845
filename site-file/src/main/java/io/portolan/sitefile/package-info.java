/**
 * The site file: what a site answers, deployment by deployment, in YAML or JSON; how it is read, written and described.
 *
 * <pre>{@code
 * windows: modern
 * deployments:
 *   rds:
 *     settings:
 *       rdp-port: 3390
 * }</pre>
 */
@NullMarked
package io.portolan.sitefile;

import org.jspecify.annotations.NullMarked;
