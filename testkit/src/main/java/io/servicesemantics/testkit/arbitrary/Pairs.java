package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.ObjectMeta;

/** Metadata with one more label or annotation, also where there is one of that key. */
final class Pairs {

  private Pairs() {}

  static ObjectMeta label(ObjectMeta metadata, String key, String value) {
    return metadata.withLabels(with(metadata.labels(), key, value));
  }

  static ObjectMeta annotation(ObjectMeta metadata, String key, String value) {
    return metadata.withAnnotations(with(metadata.annotations(), key, value));
  }

  private static ImmutableMap<String, String> with(
      ImmutableMap<String, String> pairs, String key, String value) {
    return ImmutableMap.<String, String>builder().putAll(pairs).put(key, value).buildKeepingLast();
  }
}
