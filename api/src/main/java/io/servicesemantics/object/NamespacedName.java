package io.servicesemantics.object;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * A name and the namespace it stands in, printed as {@code namespace/name}.
 *
 * @param namespace the namespace; empty for objects that have none, such as Nodes
 * @param name the name
 */
public record NamespacedName(String namespace, String name)
    implements Comparable<NamespacedName>, Serializable {

  /** Checks that neither part is null. */
  public NamespacedName {
    checkNotNull(namespace, "Namespace is null; expected text, empty where there is none");
    checkNotNull(name, "Name is null; expected text");
  }

  /**
   * Returns a name in a namespace.
   *
   * @param namespace the namespace; may be empty
   * @param name the name
   * @return the pair
   */
  public static NamespacedName of(String namespace, String name) {
    return new NamespacedName(namespace, name);
  }

  /**
   * Reads {@code namespace/name}, or {@code name} alone for an object without a namespace.
   *
   * @param text what {@link #toString} prints
   * @return the pair
   * @throws IllegalArgumentException if there is more than one slash
   */
  public static NamespacedName parse(String text) {
    int slash = text.indexOf('/');
    checkArgument(
        text.indexOf('/', slash + 1) < 0 || slash < 0,
        "Namespaced name: \"%s\"; expected \"namespace/name\"",
        text);
    return slash < 0
        ? new NamespacedName("", text)
        : new NamespacedName(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(NamespacedName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
