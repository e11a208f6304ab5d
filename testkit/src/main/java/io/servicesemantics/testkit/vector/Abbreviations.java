package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ordinary v1 objects of the pieces that some vectors abbreviate. */
final class Abbreviations {
  private static final int ENDPOINT_PORT = 8080;

  private Abbreviations() {}

  /** A Node from name, labels, addresses (as text) and podCIDRs. */
  static Map<String, @Nullable Object> node(@Nullable Object tree) {
    List<@Nullable Object> addresses = new ArrayList<>();
    for (Object address : Trees.elements(tree, "addresses")) {
      addresses.add(object("type", "InternalIP", "address", address));
    }
    return object(
        "apiVersion", "v1",
        "kind", "Node",
        "metadata",
            object("name", Trees.get(tree, "name"), "labels", Trees.members(tree, "labels")),
        "spec", object("podCIDRs", Trees.elements(tree, "podCIDRs")),
        "status", object("addresses", addresses));
  }

  /** An EndpointSlice of bare endpoints, which offer every port of their Service on port 8080. */
  static Map<String, @Nullable Object> endpointSlice(
      @Nullable Object service, List<@Nullable Object> endpoints) {
    List<@Nullable Object> ports = new ArrayList<>();
    for (Object port : Trees.elements(Trees.get(service, "spec"), "ports")) {
      Map<String, @Nullable Object> offered = new LinkedHashMap<>();
      for (String key : List.of("name", "protocol", "appProtocol")) {
        if (Trees.get(port, key) != null) {
          offered.put(key, Trees.get(port, key));
        }
      }
      offered.put("port", ENDPOINT_PORT);
      ports.add(offered);
    }
    Map<String, @Nullable Object> metadata = Trees.members(service, "metadata");
    List<@Nullable Object> families = Trees.elements(Trees.get(service, "spec"), "ipFamilies");
    return object(
        "apiVersion",
        "discovery.k8s.io/v1",
        "kind",
        "EndpointSlice",
        "metadata",
        object(
            "name",
            metadata.get("name"),
            "namespace",
            metadata.get("namespace"),
            "labels",
            ImmutableMap.of("kubernetes.io/service-name", String.valueOf(metadata.get("name")))),
        "addressType",
        families.isEmpty() ? "IPv4" : families.get(0),
        "ports",
        ports,
        "endpoints",
        endpoints);
  }

  /** A Pod from namespace, dnsPolicy, hostNetwork and dnsConfig. */
  static Map<String, @Nullable Object> pod(@Nullable Object tree) {
    return object(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        object("name", "pod", "namespace", Trees.get(tree, "namespace")),
        "spec",
        Trees.without(tree, "namespace"));
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}
