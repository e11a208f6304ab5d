package io.servicesemantics.impl.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorObjects;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every field that an object in any vector has is held by a value: nothing is read past.
 *
 * <p>Paths are told apart without the indices of lists. An object all of whose paths were found
 * before is not read again.
 */
class VectorPathsTest {
  /** The server takes it from any object and drops it unseen. */
  private static final ImmutableSet<String> DROPPED_BY_THE_SERVER =
      ImmutableSet.of("metadata.selfLink");

  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final Manifests manifests =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).manifests();
  private final Set<String> heldPaths = new HashSet<>();

  @TestFactory
  Stream<DynamicTest> everyPathOfAnyInput_isHeldByAValue() {
    return VectorFile.bundled().stream()
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> check(file)));
  }

  private void check(VectorFile file) {
    Map<String, String> lost = new TreeMap<>();
    file.forEach(
        vector -> {
          for (Map<String, @Nullable Object> object : VectorObjects.in(vector)) {
            if (!isRefusedForItsKind(vector, object)) {
              check(vector, object, lost);
            }
          }
        });
    assertThat(lost).as("paths nobody reads, each with a vector that has it").isEmpty();
  }

  // Bodies of another kind than the one asked for; the server looks no further.
  private static boolean isRefusedForItsKind(Vector vector, Map<String, @Nullable Object> object) {
    return vector.expected().containsKey("rejected")
        && !(Objects.equals(object.get("kind"), "Service")
            && Objects.equals(object.get("apiVersion"), "v1"));
  }

  private void check(Vector vector, Map<String, @Nullable Object> said, Map<String, String> lost) {
    Set<String> paths = new LinkedHashSet<>();
    leaves("", said, paths);
    Set<String> unheld = new HashSet<>();
    for (String path : paths) {
      if (!heldPaths.contains(said.get("kind") + " " + unindexed(path))) {
        unheld.add(path);
      }
    }
    if (unheld.isEmpty()) {
      return;
    }
    ManifestSet read = manifests.readTree(said, FieldValidation.IGNORE);
    assertThat(read.objects()).as(vector.id()).hasSize(1);
    ManifestObject<?> object = read.objects().get(0);
    if (object.decodingError().isPresent()) {
      return;
    }
    Set<String> held = new HashSet<>();
    leaves("", manifests.toTree(object.value()), held);
    for (String path : unheld) {
      if (held.contains(path)) {
        heldPaths.add(said.get("kind") + " " + unindexed(path));
      } else if (!DROPPED_BY_THE_SERVER.contains(path) && !isUnknownToTheServer(path, vector)) {
        lost.put(said.get("kind") + " " + unindexed(path), vector.id());
      }
    }
  }

  // The server names the topmost field it does not know.
  private static boolean isUnknownToTheServer(String path, Vector vector) {
    if ("Ignore".equals(vector.input().get("fieldValidation"))) {
      return true;
    }
    String answer = vector.expected().toString();
    for (int end = path.length(); end > 0; end = lastStep(path, end)) {
      if (answer.contains("unknown field \"" + path.substring(0, end) + "\"")) {
        return true;
      }
    }
    return false;
  }

  private static int lastStep(String path, int end) {
    return Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1));
  }

  /** The paths at which something is said; Go's zeros say nothing, and are not written back. */
  private static void leaves(String path, @Nullable Object tree, Set<String> found) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> leaves(path.isEmpty() ? "" + key : path + "." + key, value, found));
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        leaves(path + "[" + i + "]", list.get(i), found);
      }
    } else if (tree != null && !tree.equals("") && !tree.equals(0) && !tree.equals(false)) {
      found.add(path);
    }
  }

  private static String unindexed(String path) {
    return path.indexOf('[') < 0 ? path : INDEX.matcher(path).replaceAll("[]");
  }
}
