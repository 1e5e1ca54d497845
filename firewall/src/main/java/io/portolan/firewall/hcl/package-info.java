/** Text in the language of Terraform. */
@NullMarked
package io.portolan.firewall.hcl;

import org.jspecify.annotations.NullMarked;
