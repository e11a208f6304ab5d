package io.servicesemantics.manifest;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.KubernetesObject;
import java.util.Optional;

/**
 * An object decoded as the API server decodes the body of a request.
 *
 * @param <T> the kind of object
 * @param value what could be read; of a body that is refused, as much as that is
 * @param error the message with which the server refuses the body: HTTP 400, reason BadRequest;
 *     empty where it reads it
 * @param warnings what it warns of: unknown fields and keys given twice, in the order of the body
 */
public record DecodedBody<T extends KubernetesObject>(
    T value, Optional<String> error, ImmutableList<String> warnings) {

  /** Checks that no part is null. */
  public DecodedBody {
    checkNotNull(value, "Value of a body is null; expected what could be read");
    checkNotNull(error, "Error of a body is null; expected text, or empty");
    checkNotNull(warnings, "Warnings of a body are null; expected a list");
  }
}
