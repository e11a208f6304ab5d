package io.servicesemantics.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries.MistakenService;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class ServiceArbitrariesTest {

  @Property(tries = 1, seed = "36")
  void validServices_areOfEveryKindAndShape(@ForAll Random random) {
    Reach<Service> reach = new Reach<>();
    for (ServiceType type : ServiceType.values()) {
      reach.has(type.wireName(), spec(s -> s.type().is(type)));
    }
    reach
        .has("type unsaid", spec(s -> !s.type().isSaid()))
        .has("headless with selector", spec(s -> s.isHeadless() && !s.selector().isEmpty()))
        .has("headless without selector", spec(s -> s.isHeadless() && s.selector().isEmpty()))
        .has("headless without ports", spec(s -> s.isHeadless() && s.ports().isEmpty()))
        .has("empty selector", spec(ServiceSpec::emptySelector))
        .has("Local", spec(s -> s.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL)))
        .has("empty policy", spec(s -> s.externalTrafficPolicy().equals(emptyPolicy())))
        .has("health port asked for", spec(s -> s.healthCheckNodePort() != 0))
        .has("node port asked for", port(p -> p.nodePort() != 0))
        .has("node port left to the server", spec(s -> isNodePort(s) && hasOpenNodePort(s)))
        .has("twins", spec(ServiceArbitrariesTest::hasTwins))
        .has("target port 0", port(p -> p.targetPort().filter(t -> is(t.number(), 0)).isPresent()))
        .has("empty target port", port(p -> p.targetPort().filter(t -> isEmpty(t)).isPresent()))
        .has("longest port name", port(p -> p.name().length() == 63))
        .has("last port", port(p -> p.port() == 65_535))
        .has("IPv4 asked for", spec(s -> s.clusterIP().startsWith("10.96.")))
        .has("IPv6 asked for", spec(s -> s.clusterIP().startsWith("fd00:")))
        .has("IPv6 in capitals", spec(s -> s.clusterIP().startsWith("FD00:")))
        .has("both asked for", spec(s -> s.clusterIPs().size() == 2))
        .has("IPv6 first", spec(s -> s.ipFamilies().equals(families(IpFamily.IPV6, IpFamily.IPV4))))
        .has("one family", spec(s -> s.ipFamilies().size() == 1))
        .has("allocates not", spec(s -> s.allocateLoadBalancerNodePorts().equals(no())))
        .has("a class", spec(s -> s.loadBalancerClass().isPresent()))
        .has("ranges between blanks", spec(s -> has(s.loadBalancerSourceRanges(), " 10.1.0.0/16 ")))
        .has("ranges in the annotation", annotation(KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES))
        .has("topology", annotation(KnownAnnotations.TOPOLOGY_AWARE_HINTS))
        .has("external IP", spec(s -> !s.externalIPs().isEmpty()))
        .has("affinity", spec(s -> s.sessionAffinity().is(SessionAffinity.CLIENT_IP)))
        .has("a name left behind", spec(s -> !isAlias(s) && !s.externalName().isEmpty()))
        .has("an alias with a final dot", spec(s -> isAlias(s) && s.externalName().endsWith(".")))
        .has("longest name", service -> service.metadata().name().length() == 63)
        .has("a name that starts with a digit", service -> startsWithDigit(service))
        .has("a status", service -> !service.status().loadBalancer().ingress().isEmpty());
    for (IpFamilyPolicy policy : IpFamilyPolicy.values()) {
      reach.has(policy.wireName(), spec(s -> s.ipFamilyPolicy().is(policy)));
    }

    reach.within(3000, ServiceArbitraries.valid(), random);
  }

  @Property(tries = 1, seed = "36")
  void validServicesOfOneFamily_askForNoOther(@ForAll Random random) {
    for (Service service :
        Reach.draw(2000, ServiceArbitraries.valid(ClusterFixtures.ipv6()), random)) {
      ServiceSpec spec = service.spec();
      if (!spec.isHeadless()) {
        assertThat(spec.ipFamilyPolicy().is(IpFamilyPolicy.REQUIRE_DUAL_STACK)).isFalse();
        assertThat(spec.ipFamilies()).doesNotContain(Choice.of(IpFamily.IPV4));
        assertThat(spec.clusterIPs()).allMatch(ip -> family(ip) == IpFamily.IPV6);
      }
    }
  }

  @Property(tries = 1, seed = "36")
  void mistakenServices_haveEveryMistakeAndDifferFromTheValidOne(@ForAll Random random) {
    Reach<MistakenService> reach = new Reach<>();
    for (ServiceFault fault : ServiceFault.values()) {
      reach.has(fault.name(), drawn -> drawn.fault() == fault);
      assertThat(fault.applyTo(SentServices.clusterIp())).isNotEqualTo(SentServices.clusterIp());
    }

    reach.within(1500, ServiceArbitraries.mistaken(ClusterFixtures.ipv4()), random);
  }

  @Property(tries = 1, seed = "36")
  void anyServices_haveEveryFieldRightAndWrong(@ForAll Random random) {
    Reach<Service> reach = new Reach<>();
    reach
        .has("unknown type", spec(s -> isUnknown(s.type())))
        .has("unknown protocol", port(p -> isUnknown(p.protocol())))
        .has("unknown family", spec(s -> s.ipFamilies().stream().anyMatch(f -> isUnknown(f))))
        .has("unknown policy of families", spec(s -> isUnknown(s.ipFamilyPolicy())))
        .has("unknown affinity", spec(s -> isUnknown(s.sessionAffinity())))
        .has("unknown outside policy", spec(s -> isUnknown(s.externalTrafficPolicy())))
        .has("unknown inside policy", spec(s -> isUnknown(s.internalTrafficPolicy())))
        .has("unknown distribution", spec(s -> isUnknown(s.trafficDistribution())))
        .has("a choice of empty text", spec(s -> s.type().isSaid() && s.type().text().isEmpty()))
        .has("port number 0", port(p -> p.port() == 0))
        .has("port number too high", port(p -> p.port() > 65_535))
        .has("node port out of range", port(p -> p.nodePort() == 32_768))
        .has("node port negative", port(p -> p.nodePort() < 0))
        .has("node port twice", spec(ServiceArbitrariesTest::hasNodePortTwice))
        .has("port name twice", spec(ServiceArbitrariesTest::hasNameTwice))
        .has("five ports", spec(s -> s.ports().size() == 5))
        .has("number in quotes", port(p -> has(p.targetPort().flatMap(t -> t.name()), "80")))
        .has("app protocol of empty text", port(p -> has(p.appProtocol(), "")))
        .has("address reserved", spec(s -> s.clusterIP().equals("10.96.0.0")))
        .has("address out of range", spec(s -> s.clusterIP().equals("10.97.0.1")))
        .has("address with zeros", spec(s -> s.clusterIP().equals("010.0.0.1")))
        .has("address of IPv4 in IPv6", spec(s -> s.clusterIP().startsWith("::ffff:")))
        .has("address in a zone", spec(s -> s.clusterIP().contains("%")))
        .has("address between blanks", spec(s -> s.clusterIP().startsWith(" ")))
        .has("first address another", spec(ServiceArbitrariesTest::hasOtherFirstAddress))
        .has("None twice", spec(s -> s.clusterIPs().equals(List.of("None", "None"))))
        .has("three addresses", spec(s -> s.clusterIPs().size() == 3))
        .has("empty address listed", spec(s -> has(s.clusterIPs(), "")))
        .has("external IP of the loopback", spec(s -> has(s.externalIPs(), "127.0.0.1")))
        .has("host bits", spec(s -> has(s.loadBalancerSourceRanges(), "10.0.0.1/8")))
        .has("no network", spec(s -> has(s.loadBalancerSourceRanges(), "10.0.0.0/33")))
        .has("class of empty text", spec(s -> has(s.loadBalancerClass(), "")))
        .has("timeout 0", spec(s -> s.sessionAffinityConfig().equals(noTime())))
        .has("selector wrong", spec(s -> s.selector().containsKey("-bad")))
        .has("no name", service -> service.metadata().name().isEmpty())
        .has("a prefix of a name", service -> service.metadata().generateName().equals("A-"))
        .has("a namespace that does not exist", service -> isIn(service, "nowhere"))
        .has("no namespace", service -> isIn(service, ""))
        .has("labels wrong", service -> service.metadata().labels().containsValue("a b"))
        .has("annotations too long", service -> service.metadata().annotations().containsKey("big"))
        .has("finalizer wrong", service -> has(service.metadata().finalizers(), "plain"))
        .has("a version", service -> service.metadata().resourceVersion().equals("7"))
        .has("being deleted", service -> service.metadata().isBeingDeleted())
        .has("owners", service -> service.metadata().ownerReferences().size() == 2);

    reach.within(6000, ServiceArbitraries.any(), random);
  }

  @Property(tries = 1, seed = "36")
  void edits_areAllDrawnAndEachChangesSomething(@ForAll Random random) {
    Reach<ServiceEdit> reach = new Reach<>();
    Map<Boolean, List<ServiceEdit>> idle =
        ServiceArbitraries.everyEdit().stream()
            .collect(Collectors.partitioningBy(ServiceArbitrariesTest::changesNothing));
    for (ServiceEdit edit : ServiceArbitraries.everyEdit()) {
      reach.has(edit.name(), drawn -> drawn.name().equals(edit.name()));
    }

    reach.within(5000, ServiceArbitraries.edits(), random);
    assertThat(idle.get(true)).extracting(ServiceEdit::name).containsExactly("nothing");
  }

  @Property(tries = 1, seed = "36")
  void legacies_areAllDrawn(@ForAll Random random) {
    Reach<Service> reach = new Reach<>();
    reach
        .has("zeros", spec(s -> has(s.externalIPs(), "010.0.0.1")))
        .has("host bits", spec(s -> has(s.loadBalancerSourceRanges(), " 10.0.0.1/8")));

    reach.within(
        200,
        ServiceArbitraries.legacies().map(edit -> edit.applyTo(SentServices.loadBalancer())),
        random);
  }

  @Property(tries = 1, seed = "36")
  void trees_haveWrongTypesAndUnknownFieldsEverywhere(@ForAll Random random) {
    Reach<Object> reach = new Reach<>();
    reach
        .has("no map", tree -> !(tree instanceof Map))
        .has("an unknown field", tree -> at(tree, "Unknown") != null)
        .has("an unknown field of the spec", tree -> at(tree, "spec", "Unknown") != null)
        .has("metadata of a wrong type", tree -> at(tree, "metadata") instanceof String)
        .has("null", tree -> tree instanceof Map<?, ?> map && hasNull(map))
        .has("a port of a wrong type", tree -> isPort(tree, port -> !(port instanceof Map)))
        .has("a number as text", tree -> isPort(tree, port -> at(port, "port") instanceof String))
        .has("a selector that is a list", tree -> at(tree, "spec", "selector") instanceof List)
        .has("a number too large", tree -> isHeldBy(at(tree, "spec"), 1L << 40));

    reach.within(6000, TreeArbitraries.services(), random);
  }

  @Property(tries = 1, seed = "36")
  void spoiltTrees_areCopies(@ForAll Random random) {
    Map<String, Object> tree =
        Map.of("a", List.of(1, Map.of("b", 2)), "c", "d"); // throws when written to
    Reach<Object> reach = new Reach<>();
    reach
        .has("unspoilt", spoilt -> spoilt.equals(tree))
        .has("a field gone", spoilt -> spoilt.equals(Map.of("c", "d")))
        .has("a field renamed", spoilt -> spoilt instanceof Map<?, ?> map && map.containsKey("C"))
        .has("an item swapped", spoilt -> List.of("80", Map.of("b", 2)).equals(at(spoilt, "a")));

    reach.within(3000, TreeArbitraries.spoilt(Arbitraries.just(tree)), random);
  }

  private static boolean changesNothing(ServiceEdit edit) {
    ServicePort open = ServicePort.of(80).withName("a").withTargetPort(Optional.empty());
    Service stored =
        SentServices.typical()
            .withSpec(
                ServiceSpec.builder()
                    .type(ServiceType.LOAD_BALANCER)
                    .addPorts(
                        open.toBuilder().nodePort(30_001).targetPort(8080).build(),
                        ServicePort.of(81).withName("b").withNodePort(30_002))
                    .putSelector("app", "web")
                    .clusterIP("10.96.0.5")
                    .addClusterIPs("10.96.0.5", "fd00:10:96::5")
                    .ipFamilies(IpFamily.IPV4, IpFamily.IPV6)
                    .ipFamilyPolicy(IpFamilyPolicy.SINGLE_STACK)
                    .build());
    // a second stored Service that has what the first has not, and the other way round
    Service other =
        SentServices.externalName()
            .withMetadata(stored.metadata().withUid("u"))
            .withSpec(
                SentServices.externalName().spec().toBuilder()
                    .addExternalIPs("1.2.3.4")
                    .addLoadBalancerSourceRanges("10.0.0.0/8")
                    .loadBalancerClass("a")
                    .healthCheckNodePort(30_009)
                    .allocateLoadBalancerNodePorts(true)
                    .sessionAffinity(SessionAffinity.CLIENT_IP)
                    .externalTrafficPolicy(ExternalTrafficPolicy.CLUSTER)
                    .internalTrafficPolicy(Choice.of(InternalTrafficPolicy.CLUSTER))
                    .build());
    return edit.applyTo(stored).equals(stored) && edit.applyTo(other).equals(other);
  }

  private static @Nullable Object at(@Nullable Object tree, String... keys) {
    Object node = tree;
    for (String key : keys) {
      node = node instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return node;
  }

  private static boolean isPort(Object tree, Predicate<Object> isSo) {
    return at(tree, "spec", "ports") instanceof List<?> ports
        && ports.stream().anyMatch(port -> port != null && isSo.test(port));
  }

  private static Predicate<Service> spec(Predicate<ServiceSpec> isSo) {
    return service -> isSo.test(service.spec());
  }

  private static Predicate<Service> port(Predicate<ServicePort> isSo) {
    return service -> service.spec().ports().stream().anyMatch(isSo);
  }

  private static Predicate<Service> annotation(String key) {
    return service -> service.metadata().annotations().containsKey(key);
  }

  private static boolean isIn(Service service, String namespace) {
    return service.metadata().namespace().equals(namespace);
  }

  private static boolean isAlias(ServiceSpec spec) {
    return spec.type().is(ServiceType.EXTERNAL_NAME);
  }

  private static boolean isNodePort(ServiceSpec spec) {
    return spec.type().is(ServiceType.NODE_PORT);
  }

  private static boolean hasOpenNodePort(ServiceSpec spec) {
    return spec.ports().stream().anyMatch(port -> port.nodePort() == 0);
  }

  private static boolean hasTwins(ServiceSpec spec) {
    return spec.ports().stream().map(ServicePort::port).distinct().count() < spec.ports().size();
  }

  private static boolean hasNodePortTwice(ServiceSpec spec) {
    List<Integer> held =
        spec.ports().stream().map(ServicePort::nodePort).filter(port -> port != 0).toList();
    return held.stream().distinct().count() < held.size();
  }

  private static boolean hasNameTwice(ServiceSpec spec) {
    List<String> names =
        spec.ports().stream().map(ServicePort::name).filter(name -> !name.isEmpty()).toList();
    return names.stream().distinct().count() < names.size();
  }

  private static boolean hasOtherFirstAddress(ServiceSpec spec) {
    return !spec.clusterIP().isEmpty()
        && !spec.clusterIPs().isEmpty()
        && !spec.clusterIPs().get(0).equals(spec.clusterIP());
  }

  private static boolean startsWithDigit(Service service) {
    String name = service.metadata().name();
    return !name.isEmpty() && Character.isDigit(name.charAt(0));
  }

  private static IpFamily family(String address) {
    return IpAddress.parse(address).family();
  }

  private static boolean isUnknown(Choice<?> choice) {
    return choice.isSaid() && choice.known().isEmpty();
  }

  private static boolean isEmpty(TargetPort target) {
    return has(target.name(), "");
  }

  private static boolean is(OptionalInt number, int expected) {
    return number.isPresent() && number.getAsInt() == expected;
  }

  private static boolean has(Optional<String> text, String expected) {
    return text.isPresent() && text.get().equals(expected);
  }

  private static boolean has(List<String> texts, String expected) {
    return texts.contains(expected);
  }

  private static Optional<Boolean> no() {
    return Optional.of(false);
  }

  private static Choice<ExternalTrafficPolicy> emptyPolicy() {
    return Choice.parse(ExternalTrafficPolicy.class, "");
  }

  private static ImmutableList<Choice<IpFamily>> families(IpFamily one, IpFamily other) {
    return ImmutableList.of(Choice.of(one), Choice.of(other));
  }

  private static Optional<SessionAffinityConfig> noTime() {
    return Optional.of(ValidServices.affinity(0));
  }

  private static boolean hasNull(Map<?, ?> map) {
    return map.values().stream().anyMatch(value -> value == null);
  }

  private static boolean isHeldBy(@Nullable Object node, Object value) {
    return node instanceof Map<?, ?> map && map.values().stream().anyMatch(value::equals);
  }
}
