/** Security groups of Amazon VPC: what policies become, and what is read. */
@NullMarked
package io.portolan.firewall.aws;

import org.jspecify.annotations.NullMarked;
