/**
 * Logs of traffic, of clouds, sensors and hosts, as records of one kind, and verdicts on them: needed, answer, unwanted or
 * unknown.
 *
 * <p>{@link io.portolan.flowlogs.FlowLogReader} reads a log record by record; {@link io.portolan.flowlogs.TrafficCounter}
 * decides each by the matcher of a policy and keeps sums, of bounded size.
 */
package io.portolan.flowlogs;
