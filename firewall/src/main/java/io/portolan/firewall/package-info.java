/**
 * One class for each kind of firewall, which renders policies exactly or says what it cannot; and readers of what a firewall
 * has.
 */
@NullMarked
package io.portolan.firewall;

import org.jspecify.annotations.NullMarked;
