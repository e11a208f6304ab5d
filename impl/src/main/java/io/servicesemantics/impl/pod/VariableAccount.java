package io.servicesemantics.impl.pod;

import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.ServiceVariable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;

/** Tells whence a variable comes that is there. */
final class VariableAccount {

  // Of longer values the beginning is enough to know them by.
  private static final int SHOWN = 120;

  private VariableAccount() {}

  static Because of(
      EnvironmentValue variable,
      Container container,
      Environment environment,
      LinkedServices services) {
    if (variable.isOfContainer()) {
      return ofContainer(variable, container, environment);
    }
    Because because =
        variable.leftToChance().isPresent()
            ? chance(variable)
            : made(variable, variable.services().get(0));
    for (ServiceVariable said : variable.services()) {
      because = because.withCause(service(said, services));
    }
    return because;
  }

  /** Whose value it has is chance. */
  static Because chance(EnvironmentValue variable) {
    Because because =
        Because.of(EnvironmentReason.CLAIMED_BY_SEVERAL).withFact("variable", variable.name());
    for (ServiceVariable said : variable.services()) {
      because = because.withFact(said.service().toString(), quoted(said.value()));
    }
    return because;
  }

  private static Because made(EnvironmentValue variable, ServiceVariable said) {
    Because because =
        Because.of(EnvironmentReason.MADE_OF_SERVICE)
            .withFact("variable", variable.name())
            .withFact("value", quoted(said.value()))
            .withFact("service", said.service());
    return said.port()
        .map(
            port ->
                because.withFact("port", port.name().isEmpty() ? "" + port.port() : port.name()))
        .orElse(because);
  }

  private static Because service(ServiceVariable said, LinkedServices services) {
    LinkedServices.Linked linked = services.told().get(said.service());
    return linked == null
        ? Because.of(EnvironmentReason.MADE_OF_SERVICE).withFact("service", said.service())
        : EnvironmentAccount.told(linked);
  }

  private static Because ofContainer(
      EnvironmentValue variable, Container container, Environment environment) {
    int place = lastPlace(container, variable.name());
    EnvironmentVariable declared = container.env().get(place);
    boolean isTaken = declared.value().isEmpty() && declared.valueFrom().isPresent();
    Because because =
        Because.of(
                isTaken && variable.possible().isEmpty()
                    ? EnvironmentReason.TAKEN_FROM_ELSEWHERE
                    : EnvironmentReason.SET_BY_CONTAINER)
            .withFact("variable", variable.name())
            .withFact("container", container.name())
            .withFact("written", quoted(declared.value()));
    if (!variable.possible().isEmpty()) {
      because = because.withFact("value", values(variable));
    }
    for (ServiceVariable said : variable.services()) {
      because =
          because.withCause(
              Because.of(EnvironmentReason.HIDDEN_BY_CONTAINER)
                  .withFact("variable", said.name())
                  .withFact("value", quoted(said.value()))
                  .withFact("service", said.service()));
    }
    return withReferences(because, declared, place, container, environment);
  }

  private static int lastPlace(Container container, String name) {
    int place = container.env().size() - 1;
    while (!container.env().get(place).name().equals(name)) {
      place--;
    }
    return place;
  }

  private static Because withReferences(
      Because because,
      EnvironmentVariable declared,
      int place,
      Container container,
      Environment environment) {
    Set<String> names = new LinkedHashSet<>();
    Expansion.read(
        declared.value(),
        new Expansion.Sink() {
          @Override
          public void text(String value, int start, int end) {}

          @Override
          public void reference(String name) {
            names.add(name);
          }
        });
    Set<String> before = new HashSet<>();
    Set<String> later = new HashSet<>();
    for (int i = 0; i < container.env().size(); i++) {
      (i < place ? before : later).add(container.env().get(i).name());
    }
    Set<String> ofServices = new HashSet<>();
    for (EnvironmentValue variable : environment.variables()) {
      if (!variable.services().isEmpty()) {
        ofServices.add(variable.name());
      }
    }
    Because told = because;
    for (String name : names) {
      EnvironmentReason reason =
          before.contains(name)
              ? EnvironmentReason.REFERENCE_TO_OWN
              : ofServices.contains(name)
                  ? EnvironmentReason.REFERENCE_TO_SERVICE
                  : later.contains(name)
                      ? EnvironmentReason.REFERENCE_TO_LATER
                      : EnvironmentReason.REFERENCE_TO_NOTHING;
      told = told.withCause(Because.of(reason).withFact("reference", "$(" + shown(name) + ")"));
    }
    return told;
  }

  private static String values(EnvironmentValue variable) {
    StringJoiner values = new StringJoiner(" or ");
    variable.possible().forEach(value -> values.add(quoted(value)));
    return values.toString();
  }

  private static String quoted(String value) {
    return "\"" + shown(value) + "\"";
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
