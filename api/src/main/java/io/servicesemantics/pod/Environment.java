package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Environment variables of a container, each name once.
 *
 * <p>The kubelet hands them over in no particular order.
 *
 * @param variables the variables: the container's own as declared, then those of Services
 */
public record Environment(ImmutableList<EnvironmentValue> variables) {

  /**
   * How many octets of arguments and environment together Linux lets a program start with unless it
   * is set up otherwise: a quarter of a stack of 8 MiB (kernel). Beyond it programs do not start:
   * argument list too long.
   */
  public static final long USUAL_LIMIT = 2_097_152;

  /** Checks that the list is not null. */
  public Environment {
    checkNotNull(variables, "Variables are null; expected a list");
  }

  /**
   * Returns a variable.
   *
   * @param name its name
   * @return the variable, if there is one
   */
  public Optional<EnvironmentValue> variable(String name) {
    for (EnvironmentValue variable : variables) {
      if (variable.name().equals(name)) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }

  /** {@return what the variables take at most of the space for arguments and environment} */
  public long octets() {
    long octets = 0;
    for (EnvironmentValue variable : variables) {
      octets += Math.min(variable.octets(), Long.MAX_VALUE - octets);
    }
    return octets;
  }

  /** {@return a line a variable} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (EnvironmentValue variable : variables) {
      text.append(text.length() == 0 ? "" : "\n").append(variable);
    }
    return text.toString();
  }
}
