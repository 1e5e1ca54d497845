/** The packet filter of Linux: what nftables and iptables share, and the pieces of their renderers and readers. */
@NullMarked
package io.portolan.firewall.linux;

import org.jspecify.annotations.NullMarked;
