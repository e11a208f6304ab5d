package io.servicesemantics.impl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.testkit.fixture.ManifestFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {

  /** What the server has and no value holds. */
  private static final Set<String> NOT_HELD = Set.of("selfLink");

  @Test
  void everyFieldOfEveryTable_isInTheSample() {
    List<String> missing = new ArrayList<>();
    for (ManifestObject<?> object :
        new StandardManifests(Quirks.NONE).read(ManifestFixtures.everyField()).objects()) {
      walk(tableOf(object.value()), object.tree(), object.value().kind(), missing);
    }

    // metadata is written out once, in the Service
    missing.removeIf(path -> path.contains(".metadata.") && !path.startsWith("Service."));
    // Pod templates are those of Pods, and what cannot be beside each other is in two items
    missing.removeIf(path -> path.contains(".template.spec"));
    missing.removeIf(
        path ->
            path.matches(".*\\[1].*|.*initContainers.*|.*env\\[0].value(From)?|.*env\\[2].value"));
    missing.removeIf(
        path -> path.matches("(Deployment|.*Set|.*Job)\\.(.*matchExpressions|status)"));
    missing.removeIf(path -> path.equals("ReplicationController.status"));
    assertThat(missing).isEmpty();
  }

  private static <T extends KubernetesObject> Struct<T, ?> tableOf(T value) {
    return Kinds.tableOf(value);
  }

  private static void walk(
      Struct<?, ?> struct, @Nullable Object tree, String path, List<String> missing) {
    if (!(tree instanceof Map<?, ?> map)) {
      return;
    }
    for (Field<?, ?, ?> field : struct.fields()) {
      String inner = path + "." + field.name();
      Object value = map.get(field.name());
      Struct<?, ?> next = field.shape().struct();
      if (value == null) {
        if (!NOT_HELD.contains(field.name())) {
          missing.add(inner);
        }
      } else if (next != null && value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          walk(next, list.get(i), inner + "[" + i + "]", missing);
        }
      } else if (next != null) {
        walk(next, value, inner, missing);
      }
    }
  }
}
