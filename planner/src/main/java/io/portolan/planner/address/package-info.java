/**
 * Addresses and names at the ends of firewall rules: the arithmetic, free of any product and any firewall.
 *
 * <p>Ranges of addresses include both ends everywhere. Every type is immutable, equal by content, and has a text form that
 * parses back. Nothing here asks a name server.
 */
@NullMarked
package io.portolan.planner.address;

import org.jspecify.annotations.NullMarked;
