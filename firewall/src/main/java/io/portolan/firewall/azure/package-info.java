/** Network security groups of Azure: what policies become, and what is read. */
@NullMarked
package io.portolan.firewall.azure;

import org.jspecify.annotations.NullMarked;
