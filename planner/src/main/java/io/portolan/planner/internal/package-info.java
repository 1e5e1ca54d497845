/** What the packages of this module share and no other module sees. */
@NullMarked
package io.portolan.planner.internal;

import org.jspecify.annotations.NullMarked;
