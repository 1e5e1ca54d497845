/** What firewalls of clouds share: groups of hosts, and both sides of a connection as one list of rules. */
@NullMarked
package io.portolan.firewall.groups;

import org.jspecify.annotations.NullMarked;
