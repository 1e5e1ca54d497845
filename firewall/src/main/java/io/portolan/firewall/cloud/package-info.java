/** What the firewalls of clouds have in common: rules on both sides of a packet, and groups of hosts in a file. */
@NullMarked
package io.portolan.firewall.cloud;

import org.jspecify.annotations.NullMarked;
