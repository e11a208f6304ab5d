package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;

/**
 * Which fields of the tables a release does not know yet (versions A15).
 *
 * @param lacking the fields, each behind the struct it is of
 */
record KnownFields(ImmutableSet<String> lacking) {

  static final KnownFields ALL = new KnownFields(ImmutableSet.of());

  static KnownFields of(Quirks quirks) {
    return quirks.has(Quirk.TRAFFIC_DISTRIBUTION_UNKNOWN)
        ? new KnownFields(ImmutableSet.of("ServiceSpec.trafficDistribution"))
        : ALL;
  }

  boolean lack(Struct<?, ?> struct, String field) {
    return !lacking.isEmpty() && lacking.contains(struct.name() + "." + field);
  }
}
