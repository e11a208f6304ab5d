package io.servicesemantics.simulation;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;

/**
 * Something a reader should know about how Pods came up.
 *
 * @param kind the kind of object it is about, such as {@code Deployment}; empty when it is about
 *     the whole snapshot
 * @param name the object's name; empty parts when it is about the whole snapshot
 * @param because what happened, with its facts
 */
public record ExpansionNote(String kind, NamespacedName name, Because because) {

  /** Checks that no part is null. */
  public ExpansionNote {
    checkNotNull(kind, "Kind is null; expected text, empty for the whole snapshot");
    checkNotNull(name, "Name is null; expected a name, empty for the whole snapshot");
    checkNotNull(because, "Account is null; expected a reason");
  }

  /** {@return the object and what happened, in one line} */
  @Override
  public String toString() {
    return kind.isEmpty() ? because.toString() : kind + " " + name + ": " + because;
  }
}
