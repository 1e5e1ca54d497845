/**
 * IP protocols, ports and transports: the arithmetic, free of any product.
 *
 * <p>Ports are inclusive numbers from 0 to 65535 everywhere. Every type is immutable, equal by content, and has a text
 * form that parses back where it has a {@code parse} method.
 */
@NullMarked
@ValueStyle
package io.portolan.net;

import io.portolan.internal.ValueStyle;
import org.jspecify.annotations.NullMarked;
