package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.ResolverReason;

/**
 * A look-up that came to its end.
 *
 * @param lookup what was asked, and what the program gets
 * @param settledBy what spared all questions, or made none possible; the outcome else
 * @param turns every name the library thought of
 */
record LookedUp(Lookup lookup, ResolverReason settledBy, ImmutableList<LookupRun.Turn> turns) {}
