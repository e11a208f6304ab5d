package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/** Where objects stand in the text they were read from. */
final class Places {

  static final Places NONE = new Places(ImmutableMap.of());

  private record Key(String kind, NamespacedName name) {}

  private final ImmutableMap<Key, ManifestObject<?>> objects;

  private Places(ImmutableMap<Key, ManifestObject<?>> objects) {
    this.objects = objects;
  }

  static Places of(ManifestSet manifest) {
    ImmutableMap.Builder<Key, ManifestObject<?>> objects = ImmutableMap.builder();
    for (ManifestObject<?> object : manifest.objects()) {
      objects.put(new Key(object.value().kind(), DefaultNamespace.nameOf(object.value())), object);
    }
    return new Places(objects.buildKeepingLast());
  }

  Optional<SourceLocation> of(String kind, NamespacedName name) {
    return Optional.ofNullable(objects.get(new Key(kind, name))).map(ManifestObject::location);
  }

  Optional<SourceLocation> of(String kind, NamespacedName name, FieldPath field) {
    return field.isRoot()
        ? of(kind, name)
        : Optional.ofNullable(objects.get(new Key(kind, name)))
            .map(object -> object.locationOf(field));
  }
}
