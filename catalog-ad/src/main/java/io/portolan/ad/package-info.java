/** Active Directory: what members, domain controllers and the two sides of a trust open to each other. */
@org.jspecify.annotations.NullMarked
package io.portolan.ad;
