package io.servicesemantics.impl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.testkit.fixture.ManifestFixtures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ManifestLawsTest {

  private static final Manifests MANIFESTS = new StandardManifests(Quirks.NONE);
  private static final List<ManifestObject<?>> SAMPLE =
      MANIFESTS.read(ManifestFixtures.everyField()).objects();

  // scalars that fit somewhere and nowhere
  private static final List<@Nullable Object> SCALARS = new ArrayList<>();

  static {
    SCALARS.add(null);
    SCALARS.addAll(
        List.of(
            "",
            "80",
            "http",
            "None",
            "2026-01-02T03:04:05Z",
            "x y",
            0,
            80,
            -1,
            1L << 40,
            80.5,
            80.0,
            true,
            false,
            List.of(),
            Map.of(),
            List.of("a"),
            Map.of("a", "b"),
            List.of(Map.of())));
  }

  /** Mutates one of the sample's trees: values swapped, fields renamed, added and taken away. */
  @Provide
  Arbitrary<Object> mutated() {
    return Arbitraries.randomValue(
        random -> {
          ManifestObject<?> object = SAMPLE.get(random.nextInt(SAMPLE.size()));
          Object tree = NeutralTrees.copy(object.tree());
          int mutations = random.nextInt(6);
          for (int i = 0; i < mutations; i++) {
            mutate(tree, random, 0);
          }
          return tree == null ? "" : tree;
        });
  }

  @SuppressWarnings("unchecked") // trees copied by NeutralTrees
  private static void mutate(@Nullable Object node, Random random, int depth) {
    if (node instanceof Map<?, ?> map && !map.isEmpty()) {
      Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) map;
      String key = List.copyOf(fields.keySet()).get(random.nextInt(fields.size()));
      Object value = fields.get(key);
      boolean isKind = depth == 0 && (key.equals("kind") || key.equals("apiVersion"));
      if ((value instanceof Map || value instanceof List) && random.nextInt(8) > 0) {
        mutate(value, random, depth + 1);
      } else if (!isKind) {
        switch (random.nextInt(4)) {
          case 0 -> fields.remove(key);
          case 1 -> fields.put(key + "s", value);
          case 2 -> fields.put(key.toUpperCase(Locale.ROOT), value);
          default -> fields.put(key, scalar(random));
        }
      }
    } else if (node instanceof List<?> list && !list.isEmpty()) {
      List<@Nullable Object> items = (List<@Nullable Object>) list;
      int index = random.nextInt(items.size());
      Object item = items.get(index);
      if ((item instanceof Map || item instanceof List) && random.nextInt(6) > 0) {
        mutate(item, random, depth + 1);
      } else {
        items.set(index, scalar(random));
      }
    }
  }

  private static @Nullable Object scalar(Random random) {
    return NeutralTrees.copy(SCALARS.get(random.nextInt(SCALARS.size())));
  }

  @Property(tries = 3000)
  void whateverIsRead_isWrittenBackUnchanged(@ForAll("mutated") Object tree) {
    ManifestSet read = MANIFESTS.readTree(tree);

    for (ManifestObject<?> object : read.objects()) {
      assertThat(MANIFESTS.toTree(object)).isEqualTo(object.tree());
    }
  }

  @Property(tries = 3000)
  void valueWrittenAndRead_isTheSameAndNothingIsWrongWithIt(@ForAll("mutated") Object tree) {
    for (ManifestObject<?> object : MANIFESTS.readTree(tree).objects()) {
      KubernetesObject value = object.value();
      ManifestSet again = MANIFESTS.readTree(MANIFESTS.toTree(value), FieldValidation.STRICT);

      assertThat(again.values(value.getClass())).as("%s", tree).hasSize(1);
      assertThat(again.values(value.getClass()).get(0)).isEqualTo(value);
      assertThat(again.hasProblems()).isFalse();
    }
  }

  @Property(tries = 2000)
  void valueLaidOverAnyTree_isReadFromIt(@ForAll("mutated") Object tree) {
    for (ManifestObject<?> object : MANIFESTS.readTree(tree).objects()) {
      for (ManifestObject<?> other : SAMPLE) {
        if (other.value().getClass().equals(object.value().getClass())
            && other.value().kind().equals(object.value().kind())) {
          layOver(object, other.value());
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // both are of one class
  private static <T extends KubernetesObject> void layOver(
      ManifestObject<T> object, KubernetesObject value) {
    T edited = (T) value;

    ManifestSet again = MANIFESTS.readTree(MANIFESTS.toTree(object.withValue(edited)));

    assertThat(again.objects().get(0).value()).isEqualTo(edited);
  }

  @Property(tries = 2000)
  void strictlyRead_anObjectIsEitherThereOrRefused(@ForAll("mutated") Object tree) {
    ManifestSet strict = MANIFESTS.readTree(tree, FieldValidation.STRICT);
    ManifestSet warned = MANIFESTS.readTree(tree, FieldValidation.WARN);

    assertThat(strict.objects().size() + strict.refused().size())
        .isEqualTo(warned.objects().size());
    assertThat(strict.refused()).allMatch(object -> object.decodingError().isPresent());
    assertThat(strict.refused().size()).isGreaterThanOrEqualTo(warned.refused().size());
  }

  private static final List<String> KEYS =
      List.of("apiVersion", "kind", "items", "metadata", "spec", "ports", "name", "labels", "x");
  private static final List<Object> LEAVES =
      List.of("v1", "Service", "Pod", "List", "", 1, 2.5, true, Float.NaN, 'c', new Object(), 1L);

  @Provide
  Arbitrary<Object> anything() {
    return Arbitraries.randomValue(random -> anything(random, 6));
  }

  private static Object anything(Random random, int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(3);
    if (choice == 0) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    int size = random.nextInt(5);
    List<Object> items = new ArrayList<>();
    Map<Object, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Object inner = anything(random, depth - 1);
      items.add(inner);
      fields.put(random.nextInt(20) == 0 ? inner : KEYS.get(random.nextInt(KEYS.size())), inner);
    }
    return choice == 1 ? items : fields;
  }

  @Property(tries = 2000)
  void anyTree_isReadWithoutAnException(@ForAll("anything") Object tree) {
    ManifestSet read = MANIFESTS.readTree(tree, FieldValidation.STRICT);

    assertThat(read.toString()).isNotEmpty();
  }
}
