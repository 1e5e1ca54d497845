/**
 * Flows, resolutions, policies, differences and findings as JSON.
 *
 * <pre>{@code
 * String json = PortolanJson.policy(SiteFile.read(Path.of("site.yaml")).plan());
 * }</pre>
 */
@NullMarked
package io.portolan.json;

import org.jspecify.annotations.NullMarked;
