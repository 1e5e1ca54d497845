/** JSON as firewalls list it: a tree that knows its places, read with limits. */
@NullMarked
package io.portolan.firewall.json;

import org.jspecify.annotations.NullMarked;
