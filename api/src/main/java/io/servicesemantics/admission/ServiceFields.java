package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Since when there is each field of a Service, and which are deprecated (api 1.1, 9).
 *
 * <pre>{@code
 * ServiceFields.of("spec.loadBalancerIP").flatMap(ServiceField::deprecation);
 * // deprecated since 1.24; …
 * }</pre>
 */
public final class ServiceFields {

  private ServiceFields() {}

  /** {@return every field of a Service, in the order of the object} */
  public static ImmutableList<ServiceField> all() {
    return ServiceFieldTable.BY_PATH.values().asList();
  }

  /**
   * Finds a field.
   *
   * <p>Items of lists are one field, whatever their index. A label, annotation or other entry of a
   * map is the field that holds the map, unless Kubernetes gives a meaning to that very key, as in
   * {@code metadata.annotations[service.kubernetes.io/topology-mode]}.
   *
   * @param path the path, such as {@code spec.ports[0].nodePort} or {@code spec.ports[].nodePort}
   * @return the field; empty where a Service has none of that path
   */
  public static Optional<ServiceField> of(String path) {
    checkNotNull(path, "Path of a field is null; expected text");
    String plain = withoutIndices(path);
    ServiceField field = ServiceFieldTable.BY_PATH.get(plain);
    return Optional.ofNullable(field == null ? holderOf(plain) : field);
  }

  /**
   * Finds the field a fault is about.
   *
   * @param path the path, as in {@link io.servicesemantics.fault.FieldError#field}
   * @return the field; empty where a Service has none of that path, as with the few paths that the
   *     API server spells otherwise than the object
   */
  public static Optional<ServiceField> of(FieldPath path) {
    return of(path.toString());
  }

  // The field whose item or entry the path ends with.
  private static @Nullable ServiceField holderOf(String path) {
    int end = path.endsWith("[]") ? path.length() - 2 : path.indexOf('[');
    return end >= 0 && path.endsWith("]")
        ? ServiceFieldTable.BY_PATH.get(path.substring(0, end))
        : null;
  }

  // The path with every index taken out of its brackets; keys of maps stay.
  private static String withoutIndices(String path) {
    StringBuilder plain = new StringBuilder(path.length());
    int at = 0;
    while (at < path.length()) {
      char letter = path.charAt(at++);
      plain.append(letter);
      if (letter == '[') {
        int end = at;
        while (end < path.length() && (isDigit(path.charAt(end)) || path.charAt(end) == '*')) {
          end++;
        }
        if (end < path.length() && path.charAt(end) == ']') {
          at = end;
        }
      }
    }
    return plain.toString();
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
