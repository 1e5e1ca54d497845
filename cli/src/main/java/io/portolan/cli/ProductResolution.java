package io.portolan.cli;

import io.portolan.site.Resolution;

/** The flows of one product of a site, by the name that tells it from others of its catalog. */
record ProductResolution(String name, Resolution resolution) {}
