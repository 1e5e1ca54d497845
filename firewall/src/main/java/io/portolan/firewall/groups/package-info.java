/** Groups of hosts that the rules of a policy treat alike, for clouds. */
@NullMarked
package io.portolan.firewall.groups;

import org.jspecify.annotations.NullMarked;
