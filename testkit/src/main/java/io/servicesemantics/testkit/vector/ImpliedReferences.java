package io.servicesemantics.testkit.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The uids and owners that vectors of EndpointSlices leave out: the targetRef of an existing
 * endpoint has the uid of the Pod of that name, and an existing slice without ownerReferences is
 * owned by the Service.
 */
final class ImpliedReferences {
  private ImpliedReferences() {}

  /** An object with the uid that stands for its kind, namespace and name, unless it has one. */
  static Map<String, @Nullable Object> withUid(@Nullable Object object) {
    Map<String, @Nullable Object> metadata = Trees.members(object, "metadata");
    return metadata.get("uid") != null
        ? Trees.map(object)
        : Trees.with(object, "metadata", Trees.with(metadata, "uid", uid(object, metadata)));
  }

  static List<@Nullable Object> withUids(List<@Nullable Object> objects) {
    List<@Nullable Object> all = new ArrayList<>();
    objects.forEach(object -> all.add(withUid(object)));
    return all;
  }

  /** Existing slices, owned by the Service, their endpoints those of the Pods they name. */
  static List<@Nullable Object> owned(
      List<@Nullable Object> slices, @Nullable Object service, List<@Nullable Object> pods) {
    Map<String, @Nullable Object> uids = new LinkedHashMap<>();
    for (Object pod : pods) {
      Map<String, @Nullable Object> metadata = Trees.members(pod, "metadata");
      uids.put(key(metadata), metadata.get("uid"));
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (Object slice : slices) {
      Map<String, @Nullable Object> metadata = Trees.members(slice, "metadata");
      Map<String, @Nullable Object> copy = new LinkedHashMap<>(Trees.map(slice));
      if (metadata.get("ownerReferences") == null) {
        copy.put("metadata", Trees.with(metadata, "ownerReferences", List.of(owner(service))));
      }
      List<@Nullable Object> endpoints = new ArrayList<>();
      for (Object endpoint : Trees.elements(slice, "endpoints")) {
        endpoints.add(withTargetUid(endpoint, uids));
      }
      copy.put("endpoints", endpoints);
      all.add(copy);
    }
    return all;
  }

  private static Map<String, @Nullable Object> owner(@Nullable Object service) {
    Map<String, @Nullable Object> metadata = Trees.members(service, "metadata");
    Map<String, @Nullable Object> owner = new LinkedHashMap<>();
    owner.put("apiVersion", "v1");
    owner.put("kind", "Service");
    owner.put("name", metadata.get("name"));
    owner.put("uid", metadata.get("uid"));
    owner.put("controller", true);
    owner.put("blockOwnerDeletion", true);
    return owner;
  }

  private static @Nullable Object withTargetUid(
      @Nullable Object endpoint, Map<String, @Nullable Object> uids) {
    Object target = Trees.get(endpoint, "targetRef");
    if (target == null || Trees.get(target, "uid") != null) {
      return endpoint;
    }
    Map<String, @Nullable Object> reference = Trees.map(target);
    Object uid = uids.getOrDefault(key(reference), "uid-of-a-former-" + key(reference));
    return Trees.with(endpoint, "targetRef", Trees.with(target, "uid", uid));
  }

  private static String uid(@Nullable Object object, Map<String, @Nullable Object> metadata) {
    return "uid-of-" + Trees.get(object, "kind") + "-" + key(metadata);
  }

  private static String key(Map<String, @Nullable Object> metadata) {
    return metadata.get("namespace") + "/" + metadata.get("name");
  }
}
