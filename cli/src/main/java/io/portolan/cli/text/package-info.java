/** How the command says things: names that were misspelt, values of users, JSON. */
@NullMarked
package io.portolan.cli.text;

import org.jspecify.annotations.NullMarked;
