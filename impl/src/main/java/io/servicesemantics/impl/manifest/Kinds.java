package io.servicesemantics.impl.manifest;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.manifest.UnreadObject;
import io.servicesemantics.object.KubernetesObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds that are read, the API version each has, and the versions that are not served. */
final class Kinds {

  /** API groups of Kubernetes itself, in which no custom kind can be. */
  private static final ImmutableSet<String> OWN_GROUPS =
      ImmutableSet.of("", "apps", "batch", "discovery.k8s.io", "extensions", "networking.k8s.io");

  // beside v1 the server still has these, alike in every field
  private static final ImmutableMap<String, String> OTHER_VERSIONS =
      ImmutableMap.of(
          "ServiceCIDR", "networking.k8s.io/v1beta1", "IPAddress", "networking.k8s.io/v1beta1");

  private static final ImmutableMap<String, Kind> KINDS = kinds();

  private static final ImmutableMap<Class<?>, Kind> BY_TYPE = byType();

  private Kinds() {}

  /**
   * One kind.
   *
   * @param apiVersion its API version
   * @param table its fields
   */
  record Kind(String apiVersion, Struct<? extends KubernetesObject, ?> table) {}

  private static ImmutableMap<String, Kind> kinds() {
    ImmutableMap.Builder<String, Kind> kinds = ImmutableMap.builder();
    put(kinds, "v1", ServiceTable.SERVICE);
    put(kinds, "discovery.k8s.io/v1", EndpointTables.ENDPOINT_SLICE);
    put(kinds, "v1", EndpointTables.ENDPOINTS);
    put(kinds, "v1", PodTable.POD);
    put(kinds, "v1", ClusterTables.NODE);
    put(kinds, "v1", ClusterTables.NAMESPACE);
    put(kinds, "networking.k8s.io/v1", ClusterTables.SERVICE_CIDR);
    put(kinds, "networking.k8s.io/v1", ClusterTables.IP_ADDRESS);
    for (WorkloadKind kind : WorkloadKind.values()) {
      put(kinds, kind.apiVersion(), WorkloadTables.of(kind));
    }
    return kinds.buildOrThrow();
  }

  // by the interface of the values; that of workloads is of several kinds, and left out
  private static ImmutableMap<Class<?>, Kind> byType() {
    ImmutableMap.Builder<Class<?>, Kind> byType = ImmutableMap.builder();
    for (Kind kind : KINDS.values()) {
      Object zero = kind.table().zero();
      if (!(zero instanceof Workload)) {
        byType.put(zero.getClass().getInterfaces()[0], kind);
      }
    }
    return byType.buildOrThrow();
  }

  private static void put(
      ImmutableMap.Builder<String, Kind> kinds,
      String apiVersion,
      Struct<? extends KubernetesObject, ?> table) {
    kinds.put(table.name(), new Kind(apiVersion, table));
  }

  /** {@return the kind of this name, or null} */
  static @Nullable Kind named(String name) {
    return KINDS.get(name);
  }

  /**
   * Returns the kind whose values are of a class.
   *
   * @throws IllegalArgumentException if none is, or several are
   */
  static Kind ofType(Class<? extends KubernetesObject> type) {
    Kind kind = BY_TYPE.get(type);
    checkArgument(
        kind != null, "Class of a body: \"%s\"; expected that of one kind that is read", type);
    return kind;
  }

  /** {@return the table that an object's value is written by} */
  @SuppressWarnings("unchecked") // a kind's table is the one of the class that says this kind
  static <T extends KubernetesObject> Struct<T, ?> tableOf(T object) {
    if (object instanceof UnreadObject) {
      return (Struct<T, ?>) UnreadTable.UNREAD;
    }
    if (object instanceof Workload workload) {
      return (Struct<T, ?>) WorkloadTables.of(workload.workloadKind());
    }
    Kind kind = KINDS.get(object.kind());
    if (kind == null || !kind.table().zero().getClass().isInstance(object)) {
      throw new IllegalArgumentException(
          "Class of an object: \"" + object.getClass() + "\"; expected a value of this library");
    }
    return (Struct<T, ?>) kind.table();
  }

  /**
   * Returns whether an object is read as the kind it names: it is of Kubernetes' own groups, and in
   * no version that had other fields.
   */
  static boolean isRead(String name, String apiVersion) {
    return isOwnGroup(apiVersion)
        && !(name.equals("EndpointSlice") && apiVersion.equals("discovery.k8s.io/v1beta1"));
  }

  /** {@return whether the server has the kind in this version} */
  static boolean isServed(String name, Kind kind, String apiVersion) {
    return kind.apiVersion().equals(apiVersion) || apiVersion.equals(OTHER_VERSIONS.get(name));
  }

  /** {@return whether the group of the version belongs to Kubernetes itself} */
  static boolean isOwnGroup(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return OWN_GROUPS.contains(slash < 0 ? "" : apiVersion.substring(0, slash));
  }

  /** {@return the kind whose name has the same letters, in whatever case; null if none has} */
  static @Nullable String alike(String name) {
    String letters = name.toLowerCase(Locale.ROOT);
    for (String kind : KINDS.keySet()) {
      if (letters.equals(kind.toLowerCase(Locale.ROOT))
          || letters.equals(kind.toLowerCase(Locale.ROOT) + "s")) {
        return kind;
      }
    }
    return null;
  }
}
