package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/** Where objects stand in the text they were read from. */
final class Places {

  static final Places NONE = new Places(ImmutableListMultimap.of());

  private record Key(String kind, NamespacedName name) {}

  private final ImmutableListMultimap<Key, ManifestObject<?>> objects;

  private Places(ImmutableListMultimap<Key, ManifestObject<?>> objects) {
    this.objects = objects;
  }

  static Places of(ManifestSet manifest) {
    ImmutableListMultimap.Builder<Key, ManifestObject<?>> objects = ImmutableListMultimap.builder();
    for (ManifestObject<?> object : manifest.objects()) {
      objects.put(keyOf(object.value().kind(), object.value().namespacedName()), object);
    }
    return new Places(objects.build());
  }

  // Objects that say no namespace stand in the default one; those of a cluster are in none, and
  // that does not matter here.
  private static Key keyOf(String kind, NamespacedName name) {
    return new Key(
        kind, name.namespace().isEmpty() ? NamespacedName.of("default", name.name()) : name);
  }

  Optional<SourceLocation> of(String kind, NamespacedName name) {
    return of(kind, name, FieldPath.root());
  }

  // Of several objects of one name the last is meant, as it is everywhere.
  Optional<SourceLocation> of(String kind, NamespacedName name, FieldPath field) {
    ImmutableList<ManifestObject<?>> found = objects.get(keyOf(kind, name));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(found.size() - 1).locationOf(field));
  }

  // Where all objects of one name stand.
  ImmutableList<SourceLocation> all(String kind, NamespacedName name) {
    return objects.get(keyOf(kind, name)).stream()
        .map(ManifestObject::location)
        .collect(ImmutableList.toImmutableList());
  }
}
