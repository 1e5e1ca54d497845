/** Extended access lists of Cisco IOS. */
@NullMarked
package io.portolan.firewall.cisco;

import org.jspecify.annotations.NullMarked;
