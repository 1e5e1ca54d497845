/**
 * What a site answers to the questions that documents leave open, and the concrete flows that follow.
 *
 * <pre>{@code
 * Site site = Site.builder()
 *         .set(Rds.Ports.RDP, 3390)
 *         .enable(Rds.Features.NPS)
 *         .windows(WindowsEstate.MODERN)
 *         .dynamicPorts(Infrastructure.DOMAIN_CONTROLLER, DynamicPorts.of(50000, 50999))
 *         .build();
 * Resolution resolution = site.resolve(Rds.catalog());
 * resolution.flows();       // in numbers, each with the answers that shaped it
 * resolution.ruledOut();    // not needed at this site, and by which answer
 * resolution.questions();   // what the site has not said
 * }</pre>
 */
@NullMarked
@ValueStyle
package io.portolan.site;

import io.portolan.internal.ValueStyle;
import org.jspecify.annotations.NullMarked;
