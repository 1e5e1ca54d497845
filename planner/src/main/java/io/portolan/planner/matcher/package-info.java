/**
 * The policy in the form that traffic asks: tries of addresses, tables of ports and a matrix of verdicts, which tell in some
 * nanoseconds which flows need a packet, and the same as tables for SQL.
 */
package io.portolan.planner.matcher;
