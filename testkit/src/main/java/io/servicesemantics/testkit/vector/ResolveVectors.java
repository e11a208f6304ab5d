package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.WantedAddresses;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.testkit.fixture.RecordServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Areas {@code resolvconf} (the file the kubelet writes), {@code resolve} (a look-up by a C
 * library) and {@code podresolve} (both, against the cluster's DNS).
 */
final class ResolveVectors implements AreaVectors {

  private static final ImmutableMap<String, WantedAddresses> FAMILIES =
      ImmutableMap.of(
          "A", WantedAddresses.IPV4, "AAAA", WantedAddresses.IPV6, "ANY", WantedAddresses.BOTH);
  private static final String MALFORMED = "(malformed)";
  private static final int TTL = 5;

  private final String area;
  private final BiFunction<Vector, ServiceSemantics, Map<String, @Nullable Object>> asked;

  private ResolveVectors(
      String area, BiFunction<Vector, ServiceSemantics, Map<String, @Nullable Object>> asked) {
    this.area = area;
    this.asked = asked;
  }

  static ResolveVectors files() {
    return new ResolveVectors("resolvconf", ResolveVectors::file);
  }

  static ResolveVectors lookups() {
    return new ResolveVectors("resolve", ResolveVectors::lookup);
  }

  static ResolveVectors ofPods() {
    return new ResolveVectors("podresolve", ResolveVectors::ofPod);
  }

  @Override
  public String area() {
    return area;
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    Object domain = Trees.get(vector.input(), "clusterDomain");
    DnsSettings settings =
        area.equals("podresolve")
            ? DnsVectors.settings(vector.input())
            : DnsSettings.builder().build();
    if (domain != null) {
      settings = settings.withClusterDomain(String.valueOf(domain));
    }
    ServiceSemantics cluster = semantics.apply(Clusters.of(vector).withDns(settings));
    return Difference.between(vector.expected(), asked.apply(vector, cluster));
  }

  private static Map<String, @Nullable Object> file(Vector vector, ServiceSemantics cluster) {
    PodResolvConf written = written(vector.input(), cluster);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    written.conf().ifPresent(conf -> answer.putAll(tree(conf)));
    written.error().ifPresent(error -> answer.put("error", error));
    if (!written.events().isEmpty()) {
      answer.put("events", new ArrayList<>(written.events()));
    }
    return answer;
  }

  private static PodResolvConf written(Object input, ServiceSemantics cluster) {
    ObjectReader objects = new ObjectReader(cluster.manifests());
    Pod pod = objects.pods(List.of(Abbreviations.pod(Trees.get(input, "pod")))).get(0);
    return cluster.podResolver().resolvConfOf(pod, node(input));
  }

  private static NodeResolver node(Object input) {
    List<IpAddress> servers = addresses(input, "clusterDNS");
    Object host = Trees.get(input, "host");
    if (host == null) {
      return NodeResolver.withoutFile(servers, addresses(input, "nodeIPs"));
    }
    return Trees.get(host, "resolvConf") instanceof String text
        ? NodeResolver.of(servers, text)
        : NodeResolver.of(
            servers,
            new ResolvConf(
                    texts(host, "nameservers"), texts(host, "searches"), texts(host, "options"))
                .toString());
  }

  private static List<IpAddress> addresses(Object tree, String key) {
    return texts(tree, key).stream().map(IpAddress::parse).toList();
  }

  private static ImmutableList<String> texts(@Nullable Object tree, String key) {
    return Trees.elements(tree, key).stream()
        .map(String::valueOf)
        .collect(ImmutableList.toImmutableList());
  }

  private static Map<String, @Nullable Object> tree(ResolvConf conf) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("nameservers", new ArrayList<>(conf.nameservers()));
    tree.put("searches", new ArrayList<>(conf.searches()));
    tree.put("options", Trees.sorted(conf.options()));
    return tree;
  }

  private static Map<String, @Nullable Object> lookup(Vector vector, ServiceSemantics cluster) {
    Object input = vector.input();
    ResolvConf conf =
        new ResolvConf(ImmutableList.of(), texts(input, "searches"), texts(input, "options"));
    Lookup lookup =
        lookUp(
            input, conf, libc(input), server(Trees.members(input, "dns")), cluster.podResolver());
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    List<@Nullable Object> queries = new ArrayList<>();
    boolean isMalformed = false;
    for (LookupStep step : lookup.steps()) {
      queries.add(step.name().map(DnsName::toString).orElse(MALFORMED));
      isMalformed |= step.name().isEmpty();
    }
    answer.put("queries", queries);
    answer.put("types", types(lookup, isMalformed));
    putOutcome(answer, lookup);
    return answer;
  }

  private static List<@Nullable Object> types(Lookup lookup, boolean isMalformed) {
    List<@Nullable Object> types = new ArrayList<>();
    if (isMalformed) {
      types.add("?");
    } else if (!lookup.steps().isEmpty()) {
      lookup.types().types().forEach(type -> types.add(type.toString()));
    }
    return types;
  }

  private static Map<String, @Nullable Object> ofPod(Vector vector, ServiceSemantics cluster) {
    Object input = vector.input();
    ResolvConf conf = written(input, cluster).conf().orElseThrow();
    NameServer server = server(input, conf, cluster);
    List<@Nullable Object> lookups = new ArrayList<>();
    for (Object asked : Trees.elements(input, "lookups")) {
      Lookup lookup = lookUp(asked, conf, libc(input), server, cluster.podResolver());
      List<@Nullable Object> queries = new ArrayList<>();
      for (LookupStep step : lookup.steps()) {
        queries.add(
            Map.of(
                "name", step.name().map(DnsName::toString).orElse(MALFORMED),
                "rcode", step.responseCode().name()));
      }
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("queries", queries);
      putOutcome(answer, lookup);
      lookups.add(answer);
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("resolvConf", tree(conf));
    answer.put("lookups", lookups);
    return answer;
  }

  // Who is asked, the file says: the cluster's servers, or the one the node has itself.
  private static NameServer server(Object input, ResolvConf conf, ServiceSemantics cluster) {
    boolean isCluster = texts(input, "clusterDNS").contains(conf.nameservers().get(0));
    return isCluster
        ? DnsVectors.zone(input, cluster)
        : RecordServer.of(texts(Trees.get(input, "options"), "upstream"));
  }

  private static Lookup lookUp(
      @Nullable Object asked, ResolvConf conf, Libc libc, NameServer server, PodResolver resolver) {
    WantedAddresses wanted = FAMILIES.get(String.valueOf(Trees.get(asked, "family")));
    checkArgument(
        wanted != null, "Family of a look-up: \"%s\"; expected one of %s", asked, FAMILIES);
    return resolver.lookUp(String.valueOf(Trees.get(asked, "name")), wanted, conf, libc, server);
  }

  private static Libc libc(Object input) {
    String version = String.valueOf(Trees.get(input, "libc"));
    for (Libc libc : Libc.values()) {
      if (libc.version().equals(version)) {
        return libc;
      }
    }
    throw new IllegalArgumentException("C library: \"" + version + "\"; expected a known one");
  }

  private static void putOutcome(Map<String, @Nullable Object> answer, Lookup lookup) {
    Optional<LookupError> error = lookup.error();
    if (error.isPresent()) {
      answer.put("error", error.get().name());
    } else {
      answer.put(
          "addresses", Trees.sorted(lookup.addresses().stream().map(Object::toString).toList()));
    }
  }

  // What is not listed does not exist.
  private static NameServer server(Map<String, @Nullable Object> known) {
    List<String> records = new ArrayList<>();
    Map<DnsName, ResponseCode> codes = new LinkedHashMap<>();
    known.forEach(
        (name, value) -> {
          if (value instanceof String code) {
            codes.put(
                DnsName.parse(name),
                code.equals("NODATA") ? ResponseCode.NOERROR : ResponseCode.valueOf(code));
          } else {
            codes.put(DnsName.parse(name), ResponseCode.NOERROR);
            Trees.map(value)
                .forEach(
                    (type, addresses) ->
                        Trees.list(addresses)
                            .forEach(
                                address ->
                                    records.add(
                                        String.format(
                                            "%s %s IN %s %s", name, TTL, type, address))));
          }
        });
    NameServer server = RecordServer.of(records);
    return question -> {
      DnsAnswer answer = server.answer(question);
      ResponseCode code = codes.get(question.name());
      return code == null || !answer.answer().isEmpty() ? answer : DnsAnswer.of(code);
    };
  }
}
