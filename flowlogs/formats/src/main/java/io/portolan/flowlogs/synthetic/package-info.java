/** Logs that were never seen, of a site that exists on paper, with known truth: for tests and measurements. */
package io.portolan.flowlogs.synthetic;
