package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.traffic.HealthAnswer;
import io.servicesemantics.traffic.ServedHealth;
import io.servicesemantics.traffic.ServiceHealth;
import java.util.Optional;

/** Reads the answer out of a decision, to the letter (routing 4.1.6 to 4.1.8). */
final class HealthAnswers {

  private HealthAnswers() {}

  static ServiceHealth read(HealthDecision decided, Service service, IpFamily family, Node node) {
    return new ServiceHealth(
        service.namespacedName(),
        node.metadata().name(),
        family,
        decided.reason(),
        decided.isServed() ? Optional.of(served(decided, service)) : Optional.empty());
  }

  private static ServedHealth served(HealthDecision decided, Service service) {
    return new ServedHealth(
        service.spec().healthCheckNodePort(),
        decided.addresses(),
        decided.count(),
        decided.serviceProxyHealthy(),
        new HealthAnswer(
            decided.isPassing() ? HealthAnswer.OK : HealthAnswer.SERVICE_UNAVAILABLE,
            ImmutableMap.of(
                "Content-Type", "application/json",
                "X-Content-Type-Options", "nosniff",
                "X-Load-Balancing-Endpoint-Weight", Integer.toString(decided.count())),
            body(decided, service.namespacedName())));
  }

  private static String body(HealthDecision decided, NamespacedName service) {
    return "{\n\t\"service\": {\n\t\t\"namespace\": "
        + QuotedText.of(service.namespace())
        + ",\n\t\t\"name\": "
        + QuotedText.of(service.name())
        + "\n\t},\n\t\"localEndpoints\": "
        + decided.count()
        + ",\n\t\"serviceProxyHealthy\": "
        + decided.serviceProxyHealthy()
        + "\n}";
  }
}
