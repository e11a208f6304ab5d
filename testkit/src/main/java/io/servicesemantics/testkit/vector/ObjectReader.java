package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.service.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the objects of vectors into values, through the semantics under test. */
final class ObjectReader {
  private final Manifests manifests;

  ObjectReader(Manifests manifests) {
    this.manifests = manifests;
  }

  Service service(@Nullable Object tree) {
    return read(Service.class, tree);
  }

  ImmutableList<Service> services(List<@Nullable Object> trees) {
    return readAll(Service.class, trees);
  }

  Node node(@Nullable Object tree) {
    return read(Node.class, tree);
  }

  EndpointSlice endpointSlice(@Nullable Object tree) {
    return read(EndpointSlice.class, tree);
  }

  ImmutableList<Node> nodes(List<@Nullable Object> trees) {
    return readAll(Node.class, trees);
  }

  ImmutableList<Namespace> namespaces(List<@Nullable Object> trees) {
    return readAll(Namespace.class, trees);
  }

  ImmutableList<Pod> pods(List<@Nullable Object> trees) {
    return readAll(Pod.class, trees);
  }

  ImmutableList<EndpointSlice> endpointSlices(List<@Nullable Object> trees) {
    return readAll(EndpointSlice.class, trees);
  }

  Map<String, @Nullable Object> toTree(KubernetesObject object) {
    return manifests.toTree(object);
  }

  private <T extends KubernetesObject> T read(Class<T> type, @Nullable Object tree) {
    return readAll(type, List.of(Trees.map(tree))).get(0);
  }

  // The real code took every one of them, so that nothing of them may be refused or lost.
  private <T extends KubernetesObject> ImmutableList<T> readAll(
      Class<T> type, List<? extends @Nullable Object> trees) {
    ManifestSet set = manifests.readTree(trees, FieldValidation.WARN);
    for (ManifestObject<?> refused : set.refused()) {
      throw new IllegalArgumentException(
          String.format(
              "Object of a vector: \"%s\"; expected to be read, but %s",
              JsonText.of(refused.tree()), refused.decodingError().orElse("it is refused")));
    }
    ImmutableList<T> values = set.values(type);
    checkArgument(
        values.size() == trees.size(),
        "Objects of a vector read: \"%s\"; expected %s of %s",
        values.size(),
        trees.size(),
        type.getSimpleName());
    return values;
  }
}
