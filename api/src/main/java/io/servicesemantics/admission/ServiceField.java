package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.ServiceType;
import java.util.Optional;

/**
 * What is known of one field of a Service besides its rules: since when it is there, for which
 * types it has a meaning, and whether it should still be used.
 *
 * @param path the field's path, such as {@code spec.ports[].nodePort}
 * @param types the types of Service for which it has a meaning; on others it is refused, ignored or
 *     kept unread
 * @param history the releases in which it came
 * @param values the values that came later than the field or are deprecated, by their spelling
 * @param note what else a reader should know; may be empty
 */
public record ServiceField(
    String path,
    ImmutableSet<ServiceType> types,
    FieldHistory history,
    ImmutableMap<String, FieldHistory> values,
    String note) {

  /** Checks that there is a path. */
  public ServiceField {
    checkArgument(!path.isEmpty(), "Path of a field: \"%s\"; expected one or more steps", path);
    checkNotNull(types, "Types of a field are null; expected a set");
    checkNotNull(history, "History of a field is null; expected one");
    checkNotNull(values, "Values of a field are null; expected a map");
    checkNotNull(note, "Note about a field is null; expected text, empty for none");
  }

  /** {@return the first release that had the field at all} */
  public KubernetesVersion since() {
    return history.since();
  }

  /** {@return since when the field should no longer be used; empty where it may be} */
  public Optional<FieldDeprecation> deprecation() {
    return history.deprecation();
  }

  /**
   * Returns the history of a value: its own where it has one, else that of the field.
   *
   * @param value the value as text, such as {@code PreferClose}
   * @return the history
   */
  public FieldHistory historyOf(String value) {
    return values.getOrDefault(value, history);
  }

  /** {@return path and history in one line} */
  @Override
  public String toString() {
    return path + ": " + history;
  }
}
