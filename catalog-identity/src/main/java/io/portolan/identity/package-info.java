/** Hybrid identity: AD FS, Web Application Proxy and Microsoft Entra Connect. */
@org.jspecify.annotations.NullMarked
package io.portolan.identity;
