/** Rules of Windows Firewall: made for a host from a policy, written for PowerShell and netsh, and read back. */
@NullMarked
package io.portolan.firewall.windows;

import org.jspecify.annotations.NullMarked;
