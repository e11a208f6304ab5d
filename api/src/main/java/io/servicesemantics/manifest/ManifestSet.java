package io.servicesemantics.manifest;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.service.Service;

/**
 * What was read from a manifest: the objects in order, and every problem.
 *
 * <pre>{@code
 * ManifestSet shop = semantics.manifests().read(Path.of("shop.yaml"));
 * shop.problems();                    // each with field, line and a cure
 * shop.objects(Service.class);        // with the places they stood at
 * shop.snapshot();                    // all values, as one cluster
 * }</pre>
 */
public final class ManifestSet {

  private final ImmutableList<ManifestObject<?>> objects;
  private final ImmutableList<ManifestObject<?>> refused;
  private final ImmutableList<ManifestProblem> problems;

  private ManifestSet(
      ImmutableList<ManifestObject<?>> objects,
      ImmutableList<ManifestObject<?>> refused,
      ImmutableList<ManifestProblem> problems) {
    this.objects = checkNotNull(objects, "Objects of a manifest are null; expected a list");
    this.refused = checkNotNull(refused, "Refused objects are null; expected a list");
    this.problems = checkNotNull(problems, "Problems of a manifest are null; expected a list");
  }

  /**
   * Returns a set.
   *
   * @param objects what {@link #objects} returns
   * @param refused what {@link #refused} returns
   * @param problems what {@link #problems} returns
   * @return the set
   */
  public static ManifestSet of(
      ImmutableList<ManifestObject<?>> objects,
      ImmutableList<ManifestObject<?>> refused,
      ImmutableList<ManifestProblem> problems) {
    return new ManifestSet(objects, refused, problems);
  }

  /**
   * Returns the objects read, in the order of the manifest; lists of objects are taken apart.
   *
   * <p>Read strictly, these are only objects the API server would read. Otherwise they are all
   * objects whose kind is known, also with fields left out that could not be read; those say so by
   * {@link ManifestObject#decodingError}. Objects of other kinds are there as {@link UnreadObject}.
   *
   * @return the objects
   */
  public ImmutableList<ManifestObject<?>> objects() {
    return objects;
  }

  /**
   * Returns the objects that the API server would refuse to read, each with its {@link
   * ManifestObject#decodingError}.
   *
   * @return the objects; read strictly, they are not among {@link #objects}
   */
  public ImmutableList<ManifestObject<?>> refused() {
    return refused;
  }

  /** {@return every problem, in the order of the manifest; paths are from the top of an object} */
  public ImmutableList<ManifestProblem> problems() {
    return problems;
  }

  /** {@return whether something is wrong; a kind that is merely not read is no problem here} */
  public boolean hasProblems() {
    for (ManifestProblem problem : problems) {
      if (problem.kind() != ManifestProblem.Kind.UNREAD_KIND) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the objects of one kind, with the places they stood at.
   *
   * @param <T> the kind of value
   * @param type the class of their values, such as {@code Service.class}
   * @return the objects, in order
   */
  public <T extends KubernetesObject> ImmutableList<ManifestObject<T>> objects(Class<T> type) {
    ImmutableList.Builder<ManifestObject<T>> found = ImmutableList.builder();
    for (ManifestObject<?> object : objects) {
      object.as(type).ifPresent(found::add);
    }
    return found.build();
  }

  /**
   * Returns the values of one kind.
   *
   * @param <T> the kind of value
   * @param type the class of the values, such as {@code Pod.class}
   * @return the values, in order
   */
  public <T extends KubernetesObject> ImmutableList<T> values(Class<T> type) {
    ImmutableList.Builder<T> found = ImmutableList.builder();
    for (ManifestObject<?> object : objects) {
      if (type.isInstance(object.value())) {
        found.add(type.cast(object.value()));
      }
    }
    return found.build();
  }

  /** {@return the Services, in order} */
  public ImmutableList<Service> services() {
    return values(Service.class);
  }

  /** {@return all values as one cluster, as they are: nothing is filled in} */
  public ClusterSnapshot snapshot() {
    return ClusterSnapshot.builder()
        .services(services())
        .endpointSlices(values(EndpointSlice.class))
        .endpoints(values(Endpoints.class))
        .pods(values(Pod.class))
        .nodes(values(Node.class))
        .namespaces(values(Namespace.class))
        .serviceCidrs(values(ServiceCidr.class))
        .ipAddresses(values(IpAddressObject.class))
        .workloads(values(Workload.class))
        .build();
  }

  /** {@return a line for each object, then a line for each problem} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(count(objects.size(), "object")).append(", ");
    text.append(count(problems.size(), "problem"));
    for (ManifestObject<?> object : objects) {
      text.append("\n  ").append(object);
    }
    for (ManifestProblem problem : problems) {
      text.append("\n! ").append(problem);
    }
    return text.toString();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
