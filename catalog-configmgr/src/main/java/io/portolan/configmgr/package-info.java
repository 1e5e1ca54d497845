/** The catalog of Microsoft Configuration Manager; begin at {@link io.portolan.configmgr.ConfigMgr}. */
@NullMarked
package io.portolan.configmgr;

import org.jspecify.annotations.NullMarked;
