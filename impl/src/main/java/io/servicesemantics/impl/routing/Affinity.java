package io.servicesemantics.impl.routing;

import io.servicesemantics.service.Service;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;

/** How long the clients of a Service are remembered (routing 2.2.4). */
final class Affinity {

  private static final int DEFAULT_SECONDS = 10800;

  private Affinity() {}

  /** The seconds; 0 where clients are not remembered. */
  static int seconds(Service service) {
    if (!service.spec().sessionAffinity().is(SessionAffinity.CLIENT_IP)) {
      return 0;
    }
    int said =
        service
            .spec()
            .sessionAffinityConfig()
            .flatMap(SessionAffinityConfig::clientIP)
            .map(config -> config.timeoutSeconds().orElse(DEFAULT_SECONDS))
            .orElse(DEFAULT_SECONDS);
    return Math.max(0, said);
  }
}
