package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules about session affinity and its settings (api 3.2 S6, S7). */
final class AffinityRules {

  private static final int LONGEST = 86_400;
  private static final ImmutableList<String> AFFINITIES = ImmutableList.of("ClientIP", "None");
  private static final FieldPath AFFINITY = FieldPath.of("spec").child("sessionAffinity");
  private static final FieldPath CONFIG = FieldPath.of("spec").child("sessionAffinityConfig");
  private static final FieldPath CLIENT_IP = CONFIG.child("clientIP");
  private static final FieldPath TIMEOUT = CLIENT_IP.child("timeoutSeconds");
  private static final String WITH_CLIENT_IP = "when session affinity type is ClientIP";

  private AffinityRules() {}

  static void check(ServiceSpec spec, Faults faults) {
    if (spec.sessionAffinity().text().isEmpty()) {
      faults.required(AFFINITY, "");
    } else if (spec.sessionAffinity().is(SessionAffinity.CLIENT_IP)) {
      checkConfig(spec.sessionAffinityConfig(), faults);
    } else if (!spec.sessionAffinity().is(SessionAffinity.NONE)) {
      faults.notSupported(AFFINITY, spec.sessionAffinity(), AFFINITIES);
    } else if (spec.sessionAffinityConfig().isPresent()) {
      faults.forbidden(CONFIG, "must not be set when session affinity is None");
    }
  }

  private static void checkConfig(Optional<SessionAffinityConfig> config, Faults faults) {
    if (config.isEmpty()) {
      faults.required(CONFIG, WITH_CLIENT_IP);
      return;
    }
    if (config.get().clientIP().isEmpty()) {
      faults.required(CLIENT_IP, WITH_CLIENT_IP);
      return;
    }
    OptionalInt timeout = config.get().clientIP().get().timeoutSeconds();
    if (timeout.isEmpty()) {
      faults.required(TIMEOUT, WITH_CLIENT_IP);
    } else if (timeout.getAsInt() <= 0 || timeout.getAsInt() > LONGEST) {
      // the server's own words, though it takes 86400 itself
      faults.invalid(
          TIMEOUT, timeout.getAsInt(), "must be greater than 0 and less than " + LONGEST);
    }
  }
}
