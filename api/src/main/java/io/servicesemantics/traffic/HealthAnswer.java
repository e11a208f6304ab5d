package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;

/**
 * What a health server says over HTTP, to the letter.
 *
 * <p>Headers are those kube-proxy sets itself; its HTTP library adds a date and a length.
 *
 * @param status the status code, such as 200 or 503
 * @param headers the headers, by name
 * @param body the body
 */
public record HealthAnswer(int status, ImmutableMap<String, String> headers, String body)
    implements Serializable {

  /** The status of a check that passes. */
  public static final int OK = 200;

  /** The status of a check that fails. */
  public static final int SERVICE_UNAVAILABLE = 503;

  /** Checks that the status is one of HTTP's and that no part is missing. */
  public HealthAnswer {
    checkArgument(
        status >= 100 && status <= 599, "HTTP status: \"%s\"; expected 100 to 599", status);
    checkNotNull(headers, "Headers are null; expected a map, empty where there are none");
    checkNotNull(body, "Body is null; expected text");
  }

  /** {@return whether the check passes} */
  public boolean isOk() {
    return status == OK;
  }

  /** {@return status, headers and body, as they go over the wire} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("HTTP ").append(status);
    headers.forEach((name, value) -> text.append('\n').append(name).append(": ").append(value));
    return text.append("\n\n").append(body).toString();
  }
}
