package io.portolan.catalog;

/**
 * An endpoint that many products share: {@link Infrastructure} of the site, {@link SiteInfrastructure} that a catalog or a
 * site declares besides, an {@link OutsideSite}, or the {@link SameHost}.
 */
public sealed interface SharedEndpoint extends Endpoint
        permits Infrastructure, SiteInfrastructure, OutsideSite, SameHost {}
