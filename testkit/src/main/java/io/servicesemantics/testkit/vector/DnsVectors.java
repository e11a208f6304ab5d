package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsClass;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsTransport;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.testkit.fixture.RecordServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Area {@code dns}: what CoreDNS answers. */
final class DnsVectors implements AreaVectors {

  private static final ImmutableMap<String, DnsClass> CLASSES =
      ImmutableMap.of(
          "IN", DnsClass.IN, "CH", DnsClass.CH, "ANY", DnsClass.ANY, "NONE", DnsClass.NONE);

  private static final int LONGEST_LABEL = 63;

  @Override
  public String area() {
    return "dns";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ServiceSemantics cluster =
        semantics.apply(Clusters.of(vector).withDns(settings(vector.input())));
    DnsZone zone = zone(vector.input(), cluster);
    List<@Nullable Object> answers = new ArrayList<>();
    for (Object query : Trees.elements(vector.input(), "queries")) {
      answers.add(answer(zone, question(query), transport(query)));
    }
    return Difference.between(vector.expected(), Map.of("answers", answers));
  }

  /** The settings of the server that recorded answers. */
  static DnsSettings settings(Object input) {
    Map<String, @Nullable Object> options = Trees.members(input, "options");
    DnsSettings.Builder settings =
        DnsSettings.builder()
            .zones(texts(options, "zones"))
            .namespaces(texts(options, "namespaces"))
            .endpointPodNames(isSet(options, "endpointPodNames"))
            .noEndpoints(isSet(options, "noendpoints"))
            .ignoreEmptyService(isSet(options, "ignoreEmptyService"));
    if (Trees.get(input, "zone") instanceof String domain) {
      settings.clusterDomain(domain);
    }
    if (Trees.get(options, "ttl") instanceof Integer ttl) {
      settings.ttl(ttl);
    }
    if (Trees.get(options, "pods") instanceof String mode) {
      for (PodRecords records : PodRecords.values()) {
        if (records.wireName().equals(mode)) {
          settings.pods(records);
        }
      }
    }
    if (Trees.get(options, "labels") instanceof String labels) {
      settings.labels(labels);
    }
    if (Trees.get(options, "namespaceLabels") instanceof String labels) {
      settings.namespaceLabels(labels);
    }
    if (Trees.get(options, "fallthrough") != null) {
      settings.fallthrough(texts(options, "fallthrough"));
    }
    return settings.build();
  }

  /** The zones of the cluster that is told of. */
  static DnsZone zone(Object input, ServiceSemantics cluster) {
    ObjectReader objects = new ObjectReader(cluster.manifests());
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .services(objects.services(Trees.elements(input, "services")))
            .endpointSlices(objects.endpointSlices(Trees.elements(input, "endpointSlices")))
            .pods(objects.pods(Trees.elements(input, "pods")))
            .namespaces(objects.namespaces(Trees.elements(input, "namespaces")))
            .build();
    Map<String, @Nullable Object> options = Trees.members(input, "options");
    DnsSurroundings surroundings =
        DnsSurroundings.NONE.withOwnAddresses(
            texts(options, "localIPs").stream().map(IpAddress::parse).toList());
    if (Trees.get(options, "upstream") != null) {
      surroundings = surroundings.withUpstream(RecordServer.of(texts(options, "upstream")));
    }
    return cluster.dns().zoneOf(world, surroundings, DnsMode.COREDNS);
  }

  private static boolean isSet(@Nullable Object options, String key) {
    return Boolean.TRUE.equals(Trees.get(options, key));
  }

  private static ImmutableList<String> texts(@Nullable Object tree, String key) {
    return Trees.elements(tree, key).stream()
        .map(String::valueOf)
        .collect(ImmutableList.toImmutableList());
  }

  private static DnsQuestion question(@Nullable Object query) {
    Object named = Trees.get(query, "class");
    DnsClass dnsClass = named == null ? DnsClass.IN : CLASSES.get(String.valueOf(named));
    checkArgument(dnsClass != null, "DNS class: \"%s\"; expected one of %s", named, CLASSES);
    return new DnsQuestion(
        name(String.valueOf(Trees.get(query, "name"))),
        RecordType.parse(String.valueOf(Trees.get(query, "type"))),
        dnsClass);
  }

  // Some questions were put to the real server past the wire, with a label that no message can
  // carry. What is asked instead differs from them in that label alone, which nothing is called.
  private static DnsName name(String text) {
    StringBuilder askable = new StringBuilder();
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length = text.charAt(i) == '.' ? 0 : length + 1;
      if (length <= LONGEST_LABEL) {
        askable.append(text.charAt(i));
      }
    }
    return DnsName.parse(askable.toString());
  }

  private static DnsTransport transport(@Nullable Object query) {
    if (!"udp".equals(Trees.get(query, "transport"))) {
      return DnsTransport.TCP;
    }
    return Trees.get(query, "udpSize") instanceof Integer size
        ? DnsTransport.udp(size)
        : DnsTransport.UDP;
  }

  private static Map<String, @Nullable Object> answer(
      DnsZone zone, DnsQuestion question, DnsTransport transport) {
    DnsAnswer answer = zone.answer(question, transport);
    DnsAnswer explained = zone.explain(question).value();
    checkArgument(
        answer.isTruncated() || answer.equals(explained),
        "Answer explained: \"%s\"; expected the one given, %s",
        explained,
        answer);
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("rcode", answer.responseCode().name());
    tree.put("aa", answer.isAuthoritative());
    if (answer.isTruncated()) {
      // which records are left is chance
      tree.put("truncated", true);
      tree.put("answerCount", answer.answer().size());
      tree.put("answer", List.of());
      return tree;
    }
    tree.put("answer", lines(answer.answer()));
    putUnlessEmpty(tree, "authority", answer.authority());
    putUnlessEmpty(tree, "extra", answer.additional());
    return tree;
  }

  private static void putUnlessEmpty(
      Map<String, @Nullable Object> tree, String key, ImmutableList<DnsRecord> records) {
    if (!records.isEmpty()) {
      tree.put(key, lines(records));
    }
  }

  private static List<@Nullable Object> lines(ImmutableList<DnsRecord> records) {
    List<@Nullable Object> lines = new ArrayList<>();
    records.forEach(record -> lines.add(record.toString()));
    return Trees.sorted(lines);
  }
}
