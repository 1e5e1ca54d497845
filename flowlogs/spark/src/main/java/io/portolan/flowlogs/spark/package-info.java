/** Logs of traffic beyond one machine, decided by Apache Spark. */
@org.jspecify.annotations.NullMarked
package io.portolan.flowlogs.spark;
