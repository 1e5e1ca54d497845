/** Texts that site files and the command line share: transports as users write them, and answers in words. */
@NullMarked
package io.portolan.sitefile.text;

import org.jspecify.annotations.NullMarked;
