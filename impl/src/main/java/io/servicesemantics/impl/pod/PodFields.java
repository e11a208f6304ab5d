package io.servicesemantics.impl.pod;

import io.servicesemantics.cluster.Pod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a Pod that a variable may take its value from, as far as a snapshot says them.
 *
 * <p>Source: {@code pkg/kubelet/kubelet_pods.go}, podFieldSelectorRuntimeValue; {@code
 * pkg/fieldpath}, ExtractFieldPathAsString.
 */
final class PodFields {

  private PodFields() {}

  static Expanded valueOf(Pod pod, String path) {
    String value = text(pod, path);
    return value == null ? Expanded.UNKNOWN : Expanded.of(value);
  }

  private static @Nullable String text(Pod pod, String path) {
    return switch (path) {
      case "metadata.name" -> pod.metadata().name();
      case "metadata.namespace" -> pod.metadata().namespace();
      case "metadata.uid" -> said(pod.metadata().uid());
      case "spec.nodeName" -> said(pod.spec().nodeName());
      case "status.hostIP" -> said(pod.status().hostIP());
      case "status.hostIPs" -> said(String.join(",", pod.status().hostIPs()));
      case "status.podIP" -> said(pod.status().podIP());
      case "status.podIPs" -> said(String.join(",", pod.status().podIPs()));
      default -> entry(pod, path);
    };
  }

  // A label or annotation that is not there is empty text.
  private static @Nullable String entry(Pod pod, String path) {
    int opened = path.indexOf("['");
    if (opened < 0 || !path.endsWith("']") || path.length() < opened + 4) {
      return null;
    }
    String key = path.substring(opened + 2, path.length() - 2);
    Map<String, String> entries =
        switch (path.substring(0, opened)) {
          case "metadata.labels" -> pod.metadata().labels();
          case "metadata.annotations" -> pod.metadata().annotations();
          default -> null;
        };
    return entries == null ? null : entries.getOrDefault(key, "");
  }

  // What the cluster fills in later is not known before.
  private static @Nullable String said(String text) {
    return text.isEmpty() ? null : text;
  }
}
