package io.portolan.catalog;

/**
 * An endpoint that many products share: {@link Infrastructure} of the site, an {@link OutsideSite}, or the
 * {@link SameHost}.
 */
public sealed interface SharedEndpoint extends Endpoint permits Infrastructure, OutsideSite, SameHost {}
