package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;

/**
 * What a destination leads to.
 *
 * @param notes how it was read
 * @param targets the addresses and ports to try; none where it leads nowhere
 */
record Targets(ImmutableList<Because> notes, ImmutableList<Target> targets) {}
