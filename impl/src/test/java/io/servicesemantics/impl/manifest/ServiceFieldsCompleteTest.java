package io.servicesemantics.impl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.servicesemantics.admission.ServiceFields;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ManifestFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every field that is read of a Service has a history. */
class ServiceFieldsCompleteTest {

  @Test
  void everyFieldReadOfAService_hasAnEntry() {
    ManifestObject<Service> service =
        new StandardManifests(Quirks.NONE)
            .read(ManifestFixtures.everyField())
            .objects(Service.class)
            .get(0);
    Set<String> paths = new TreeSet<>();
    collect("", service.tree(), paths);

    assertThat(paths).hasSizeGreaterThan(60);
    assertThat(paths).allSatisfy(path -> assertThat(ServiceFields.of(path)).as(path).isPresent());
  }

  @Test
  void everyEntry_isAFieldThatIsRead() {
    assertThat(ServiceFields.all())
        .allSatisfy(field -> assertThat(isUnknown(field.path())).as(field.path()).isFalse());
    assertThat(isUnknown("spec.ports[].foo")).isTrue();
  }

  private static boolean isUnknown(String path) {
    return new StandardManifests(Quirks.NONE)
        .read(withField(path)).problems().stream()
            .anyMatch(problem -> problem.kind() == ManifestProblem.Kind.UNKNOWN_FIELD);
  }

  // A Service that says null at the path; null is of every type.
  private static String withField(String path) {
    StringBuilder text = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"Service\"");
    if (path.equals("apiVersion") || path.equals("kind")) {
      return text.append('}').toString();
    }
    String written = path.replaceFirst("\\[[^\\]].*", "");
    StringBuilder end = new StringBuilder("}");
    text.append(',');
    for (String step : Splitter.on('.').split(written)) {
      boolean list = step.endsWith("[]");
      text.append('"').append(list ? step.substring(0, step.length() - 2) : step).append("\":");
      text.append(list ? "[{" : "{");
      end.insert(0, list ? "}]" : "}");
    }
    int open = text.length() - 1;
    return text.substring(0, open) + "null" + end.substring(1);
  }

  private static void collect(String path, @Nullable Object tree, Set<String> paths) {
    if (!path.isEmpty()) {
      paths.add(path);
    }
    if (path.endsWith("fieldsV1")) {
      return; // a tree of its own that no field is read of
    }
    if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              collect(
                  path.isEmpty() ? "" + key : path + (isOfText(path) ? "[" + key + "]" : "." + key),
                  value,
                  paths));
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(path + "[" + i + "]", list.get(i), paths);
      }
    }
  }

  private static boolean isOfText(String path) {
    return path.endsWith("labels") || path.endsWith("annotations") || path.endsWith("selector");
  }
}
