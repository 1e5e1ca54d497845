/** JSON as Portolan writes it, and what cells and properties of flows and rules say in every format. */
@NullMarked
package io.portolan.json.text;

import org.jspecify.annotations.NullMarked;
