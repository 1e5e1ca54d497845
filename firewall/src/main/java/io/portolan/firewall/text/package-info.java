/** What the texts for all firewalls share. */
@NullMarked
package io.portolan.firewall.text;

import org.jspecify.annotations.NullMarked;
