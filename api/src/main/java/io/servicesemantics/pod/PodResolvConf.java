package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The resolv.conf of a Pod as the kubelet writes it, or why it cannot.
 *
 * @param conf the file; empty where the Pod cannot start for want of one
 * @param events what the kubelet tells besides, each as {@code Type Reason Message}
 * @param error why the Pod cannot start; empty where it can
 */
public record PodResolvConf(
    Optional<ResolvConf> conf, ImmutableList<String> events, Optional<String> error) {

  /** Checks that no part is missing. */
  public PodResolvConf {
    checkNotNull(conf, "File is null; expected one, or empty");
    checkNotNull(events, "Events are null; expected a list");
    checkNotNull(error, "Error is null; expected one, or empty");
  }

  /** {@return the file, or the error, and a line for each event} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    conf.ifPresent(text::append);
    error.ifPresent(message -> text.append("Error: ").append(message).append('\n'));
    events.forEach(event -> text.append("Event: ").append(event).append('\n'));
    return text.toString();
  }
}
