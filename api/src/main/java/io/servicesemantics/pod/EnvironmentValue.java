package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.explain.LeftToChance;
import java.util.Optional;

/**
 * A variable as a container has it.
 *
 * <p>Where Services meet in one name, the kubelet leaves to chance which of them gives the value,
 * and with it the values of the container's own variables that refer to it (routing 5.11).
 *
 * @param name the name
 * @param possible what the value may be: usually one text, several where it is left to chance, none
 *     where it is taken from elsewhere and so not known here
 * @param services what Services say under this name, in the order of their names; what the
 *     container says itself goes before all of them
 * @param isOfContainer whether the container sets the variable itself
 * @param octets what it takes at most of the space for arguments and environment: the octets of
 *     {@code name=value} and the zero behind; true also where the text is cut off
 */
public record EnvironmentValue(
    String name,
    ImmutableSet<String> possible,
    ImmutableList<ServiceVariable> services,
    boolean isOfContainer,
    long octets) {

  /**
   * The length at which the text of an expanded value is cut off, in characters: more than Linux
   * lets a program have in one variable, so that nothing starts with what is left out.
   */
  public static final int LONGEST_TEXT = 131_072;

  /** Checks that no part is null and that somebody sets the variable. */
  public EnvironmentValue {
    checkNotNull(name, "Name of a variable is null; expected text");
    checkNotNull(possible, "Values of a variable are null; expected a set");
    checkArgument(
        isOfContainer || !services.isEmpty(),
        "Services of variable \"%s\": none; expected one, as the container does not set it",
        name);
  }

  /** {@return the value; empty where it is left to chance or not known} */
  public Optional<String> value() {
    return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
  }

  /** {@return the values that may come out, where there are several} */
  public Optional<LeftToChance<String>> leftToChance() {
    return possible.size() > 1 ? Optional.of(new LeftToChance<>(possible)) : Optional.empty();
  }

  /** {@return name and value, several values separated by {@code or}} */
  @Override
  public String toString() {
    return name + "=" + (possible.isEmpty() ? "(not known here)" : String.join(" or ", possible));
  }
}
