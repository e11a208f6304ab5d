/**
 * How long the library takes, and how much it allocates.
 *
 * <p>Start at {@link io.servicesemantics.impl.bench.CalibrationBenchmark}: machines differ, so that
 * every other figure is read against its two of the same run.
 */
package io.servicesemantics.impl.bench;
