/**
 * What renderers and readers of every kind of firewall share: options, what is rendered, what could not be expressed, and
 * errors. It knows no kind of firewall.
 */
@NullMarked
package io.portolan.firewall.api;

import org.jspecify.annotations.NullMarked;
