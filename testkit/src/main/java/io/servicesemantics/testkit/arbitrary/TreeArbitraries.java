package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Neutral trees of maps, lists and scalars that are Services, nearly Services, or anything. */
public final class TreeArbitraries {

  private TreeArbitraries() {}

  /**
   * Returns trees made like Services, in which values may be of wrong types and fields unknown.
   *
   * @return the trees; a few are no maps at all
   */
  public static Arbitrary<Object> services() {
    return Arbitraries.frequencyOf(Tuple.of(19, service()), Tuple.of(1, anything()))
        .withoutEdgeCases();
  }

  /**
   * Returns a tree with up to five places of it spoilt: values swapped for others of any type,
   * fields renamed and taken away.
   *
   * @param trees the trees
   * @return copies of them
   */
  public static Arbitrary<Object> spoilt(Arbitrary<? extends Object> trees) {
    return Combinators.combine(
            trees,
            Arbitraries.integers().between(0, 5),
            Arbitraries.longs(),
            anything().list().ofSize(5))
        .as(
            (tree, places, seed, values) -> {
              Object copy = copy(tree);
              Random random = new Random(seed);
              for (int i = 0; i < places; i++) {
                spoil(copy, random, copy(values.get(i)));
              }
              return copy;
            })
        .withoutEdgeCases();
  }

  /** {@return values of every type a tree may hold, numbers of every size among them} */
  public static Arbitrary<Object> anything() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "", "80", "None", "x y", "é\u0000\"<", "2026-01-02T03:04:05Z", "true", "1e3"),
        Arbitraries.of(
            0,
            1,
            -1,
            80,
            65_536,
            Integer.MIN_VALUE,
            1L << 40,
            BigInteger.TEN.pow(30),
            80.0,
            80.5,
            1e300,
            Double.NaN,
            (short) 7,
            2.0f),
        Arbitraries.of(true, false),
        Arbitraries.of(
            List.of(), Map.of(), List.of("a"), Map.of("a", "b"), List.of(Map.of()), Map.of(1, 2)));
  }

  private static Arbitrary<Object> service() {
    return object(
        ImmutableMap.of(
            "apiVersion", mostly(Arbitraries.of("v1", "v1", "v2", "")),
            "kind", mostly(Arbitraries.of("Service", "Service", "service", "Pod")),
            "metadata", mostly(metadata()),
            "spec", mostly(spec()),
            "status", mostly(status())));
  }

  private static Arbitrary<Object> metadata() {
    return object(
        ImmutableMap.of(
            "name", mostly(NameArbitraries.labels()),
            "generateName", mostly(Arbitraries.of("web-", "")),
            "namespace", mostly(Arbitraries.of("default", "default", "nowhere")),
            "labels", mostly(pairs()),
            "annotations", mostly(pairs()),
            "finalizers", mostly(NameArbitraries.qualifiedNames().list().ofMaxSize(2)),
            "creationTimestamp", mostly(Arbitraries.of("2026-01-02T03:04:05Z", "yesterday")),
            "resourceVersion", mostly(Arbitraries.of("", "1", "x")),
            "ownerReferences", mostly(Arbitraries.of(List.of(Map.of("kind", "Thing")))),
            "managedFields", mostly(Arbitraries.of(List.of(Map.of("manager", "x"))))));
  }

  private static Arbitrary<Object> spec() {
    Map<String, Arbitrary<Object>> fields = new LinkedHashMap<>();
    fields.put(
        "type",
        mostly(Arbitraries.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName", "x")));
    fields.put("ports", mostly(port().list().ofMaxSize(3)));
    fields.put("selector", mostly(pairs()));
    fields.put("clusterIP", mostly(AnyServices.clusterIps()));
    fields.put("clusterIPs", mostly(AnyServices.clusterIps().list().ofMaxSize(3)));
    fields.put("ipFamilies", mostly(Arbitraries.of("IPv4", "IPv6", "").list().ofMaxSize(3)));
    fields.put(
        "ipFamilyPolicy",
        mostly(Arbitraries.of("SingleStack", "PreferDualStack", "RequireDualStack", "")));
    fields.put("externalIPs", mostly(AddressTextArbitraries.anyAddress().list().ofMaxSize(2)));
    fields.put("sessionAffinity", mostly(Arbitraries.of("None", "ClientIP", "")));
    fields.put(
        "sessionAffinityConfig",
        mostly(Arbitraries.of(Map.of(), Map.of("clientIP", Map.of("timeoutSeconds", 0)))));
    fields.put("externalName", mostly(NameArbitraries.subdomains()));
    fields.put("externalTrafficPolicy", mostly(Arbitraries.of("Local", "Cluster", "")));
    fields.put("internalTrafficPolicy", mostly(Arbitraries.of("Local", "Cluster", "")));
    fields.put("trafficDistribution", mostly(Arbitraries.of("PreferClose", "")));
    fields.put("healthCheckNodePort", mostly(ServicePortArbitraries.nodePorts()));
    fields.put("allocateLoadBalancerNodePorts", mostly(Arbitraries.of(true, false)));
    fields.put("loadBalancerClass", mostly(Arbitraries.of("a/b", "")));
    fields.put("loadBalancerIP", mostly(Arbitraries.of("192.0.2.1", "x")));
    fields.put(
        "loadBalancerSourceRanges",
        mostly(AddressTextArbitraries.anyNetwork().list().ofMaxSize(2)));
    fields.put("publishNotReadyAddresses", mostly(Arbitraries.of(true, false)));
    return object(fields);
  }

  private static Arbitrary<Object> port() {
    return object(
        ImmutableMap.of(
            "name", mostly(Arbitraries.of("http", "dns", "", "Bad")),
            "port", mostly(Arbitraries.of(80, 53, 0, 70_000)),
            "protocol", mostly(Arbitraries.of("TCP", "UDP", "tcp")),
            "targetPort", mostly(Arbitraries.<Object>of(8080, "http", "80", 0, "")),
            "nodePort", mostly(ServicePortArbitraries.nodePorts()),
            "appProtocol", mostly(Arbitraries.of("http", ""))));
  }

  private static Arbitrary<Object> status() {
    return object(
        ImmutableMap.of(
            "loadBalancer",
                mostly(
                    Arbitraries.of(
                        Map.of(),
                        Map.of("ingress", List.of(Map.of("ip", "192.0.2.1", "hostname", "a"))))),
            "conditions", mostly(Arbitraries.of(List.of(Map.of("type", "Ready"))))));
  }

  private static Arbitrary<Object> pairs() {
    return NameArbitraries.anyLabelSets().map(pairs -> pairs);
  }

  /** Some of the fields, in any of their values, and at times one nobody knows. */
  private static Arbitrary<Object> object(Map<String, Arbitrary<Object>> fields) {
    Parts<Map<String, @Nullable Object>> object = Parts.of(LinkedHashMap::new);
    for (Map.Entry<String, Arbitrary<Object>> field : fields.entrySet()) {
      object =
          object
              .use(field.getValue().injectNull(0.02))
              .withProbability(0.4)
              .inSetter((map, value) -> map.put(field.getKey(), value));
    }
    return object
        .use(anything())
        .withProbability(0.05)
        .inSetter((map, value) -> map.put("Unknown", value))
        .build(map -> map);
  }

  private static Arbitrary<Object> mostly(Arbitrary<? extends Object> right) {
    return Arbitraries.frequencyOf(
        Tuple.of(19, right.map(value -> (Object) value)), Tuple.of(1, anything()));
  }

  @SuppressWarnings("unchecked") // a tree that copy() made
  private static void spoil(@Nullable Object node, Random random, Object value) {
    if (node instanceof Map<?, ?> map && !map.isEmpty()) {
      Map<Object, @Nullable Object> fields = (Map<Object, @Nullable Object>) map;
      Object key = new ArrayList<>(fields.keySet()).get(random.nextInt(fields.size()));
      Object child = fields.get(key);
      if (isInner(child) && random.nextInt(8) > 0) {
        spoil(child, random, value);
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> fields.remove(key);
        case 1 -> fields.put(key + "s", child);
        case 2 -> fields.put(key.toString().toUpperCase(Locale.ROOT), child);
        default -> fields.put(key, value);
      }
    } else if (node instanceof List<?> list && !list.isEmpty()) {
      List<@Nullable Object> items = (List<@Nullable Object>) list;
      int index = random.nextInt(items.size());
      if (isInner(items.get(index)) && random.nextInt(6) > 0) {
        spoil(items.get(index), random, value);
      } else {
        items.set(index, value);
      }
    }
  }

  private static boolean isInner(@Nullable Object node) {
    return node instanceof Map || node instanceof List;
  }

  private static Object copy(Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key, value == null ? null : copy(value)));
      return copy;
    }
    if (node instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(item == null ? null : copy(item)));
      return copy;
    }
    return node;
  }
}
