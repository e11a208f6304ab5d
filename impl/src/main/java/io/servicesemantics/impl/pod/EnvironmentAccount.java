package io.servicesemantics.impl.pod;

import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.ServiceVariable;

/** Tells what an environment is made of. */
final class EnvironmentAccount {

  // What Linux lets a program have in one variable, on pages of 4 KiB (kernel).
  private static final long LONGEST_VARIABLE = 131_072;

  private EnvironmentAccount() {}

  static Because of(Environment environment, LinkedServices services) {
    boolean isTooLong = environment.octets() > Environment.USUAL_LIMIT;
    Because because =
        Because.of(
                isTooLong
                    ? EnvironmentReason.ENVIRONMENT_TOO_LONG
                    : EnvironmentReason.ENVIRONMENT_OF_CONTAINER)
            .withFact("variables", environment.variables().size())
            .withFact("octets", environment.octets())
            .withFact("usual limit", Environment.USUAL_LIMIT)
            .withCause(links(services));
    for (LinkedServices.Linked linked : services.told().values()) {
      because = because.withCause(told(linked));
    }
    for (LinkedServices.Linked linked : services.untold().values()) {
      because = because.withCause(untold(linked));
    }
    if (services.elsewhere() > 0) {
      because =
          because.withCause(
              Because.of(EnvironmentReason.SERVICES_OF_OTHER_NAMESPACES)
                  .withFact("services", services.elsewhere()));
    }
    for (EnvironmentValue variable : environment.variables()) {
      because = withOddities(because, variable);
    }
    return because;
  }

  static Because links(LinkedServices services) {
    return Because.of(
            services.isLinked() ? EnvironmentReason.LINKS_ON : EnvironmentReason.LINKS_OFF)
        .withFact("pod", services.pod());
  }

  /** A Service the Pod is told of, and how much it is told. */
  static Because told(LinkedServices.Linked linked) {
    long octets = 0;
    int count = 0;
    for (ServiceVariable variable : ServiceVariables.of(linked.service())) {
      String value = variable.value();
      octets += Environments.octets(variable.name(), Expanded.octets(value, 0, value.length()));
      count++;
    }
    return Because.of(linked.reason())
        .withFact("service", linked.service().namespacedName())
        .withFact("variables", count)
        .withFact("octets", octets);
  }

  /** A Service the Pod is not told of. */
  static Because untold(LinkedServices.Linked linked) {
    Because because =
        Because.of(linked.reason()).withFact("service", linked.service().namespacedName());
    return linked.reason() == EnvironmentReason.SERVICE_WITHOUT_CLUSTER_IP
        ? because
            .withFact("type", linked.service().spec().type())
            .withFact("clusterIP", "\"" + linked.service().spec().clusterIP() + "\"")
        : because;
  }

  private static Because withOddities(Because because, EnvironmentValue variable) {
    Because told = because;
    if (variable.octets() > LONGEST_VARIABLE) {
      told =
          told.withCause(
              Because.of(EnvironmentReason.VARIABLE_TOO_LONG)
                  .withFact("variable", variable.name())
                  .withFact("octets", variable.octets())
                  .withFact("limit", LONGEST_VARIABLE));
    }
    if (variable.isOfContainer() && !variable.services().isEmpty()) {
      told =
          told.withCause(
              Because.of(EnvironmentReason.HIDDEN_BY_CONTAINER)
                  .withFact("variable", variable.name())
                  .withFact("service", variable.services().get(0).service()));
    }
    return !variable.isOfContainer() && variable.leftToChance().isPresent()
        ? told.withCause(VariableAccount.chance(variable))
        : told;
  }
}
