package io.servicesemantics.impl.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.pod.WantedAddresses;
import io.servicesemantics.testkit.arbitrary.ResolverArbitraries;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every resolv.conf and every look-up. */
class ResolverLawsTest {

  private final PodResolver door = new StandardPodResolver("cluster.local");

  @Provide
  Arbitrary<Pod> pods() {
    return ResolverArbitraries.pods();
  }

  @Provide
  Arbitrary<NodeResolver> nodes() {
    return ResolverArbitraries.nodes();
  }

  @Provide
  Arbitrary<ResolvConf> confs() {
    return ResolverArbitraries.confs();
  }

  @Provide
  Arbitrary<String> names() {
    return ResolverArbitraries.names();
  }

  @Provide
  Arbitrary<NameServer> servers() {
    return ResolverArbitraries.servers();
  }

  @Property
  void limits_holdForEveryPod(@ForAll("pods") Pod pod, @ForAll("nodes") NodeResolver node) {
    PodResolvConf written = door.resolvConfOf(pod, node);

    assertThat(written.conf().isPresent()).isNotEqualTo(written.error().isPresent());
    if (written.conf().isPresent()) {
      ResolvConf conf = written.conf().get();
      assertThat(conf.nameservers()).hasSizeLessThanOrEqualTo(3);
      assertThat(conf.searches())
          .hasSizeLessThanOrEqualTo(32)
          .allMatch(search -> search.getBytes(StandardCharsets.UTF_8).length <= 253);
      assertThat(String.join(" ", conf.searches()).getBytes(StandardCharsets.UTF_8).length)
          .isLessThanOrEqualTo(2048);
    }
  }

  @Property
  void withADnsConfig_nothingStandsTwice(
      @ForAll("pods") Pod pod, @ForAll("nodes") NodeResolver node) {
    PodResolvConf written = door.resolvConfOf(pod, node);
    Assume.that(pod.spec().dnsConfig().isPresent() && written.conf().isPresent());

    ResolvConf conf = written.conf().get();
    assertThat(conf.nameservers()).doesNotHaveDuplicates();
    assertThat(conf.searches()).doesNotHaveDuplicates();
  }

  // What a Pod was given, given to the node, is what a Pod of policy Default gets there: but for
  // the dots behind search domains, which the kubelet takes off when it reads.
  @Property
  void fileThatWasWritten_isReadTheSame(
      @ForAll("pods") Pod pod, @ForAll("nodes") NodeResolver node) {
    PodResolvConf written = door.resolvConfOf(pod, node);
    Assume.that(written.conf().isPresent());
    ResolvConf conf = written.conf().get();
    Pod without =
        pod.withSpec(pod.spec().withDnsPolicy(DnsPolicy.DEFAULT).withDnsConfig(Optional.empty()));

    PodResolvConf again =
        door.resolvConfOf(without, NodeResolver.of(ImmutableList.of(), conf.toString()));

    ResolvConf read = again.conf().orElseThrow();
    assertThat(read.nameservers()).isEqualTo(conf.nameservers());
    assertThat(read.searches())
        .isEqualTo(
            conf.searches().stream()
                .filter(search -> !search.equals("."))
                .map(
                    search ->
                        search.endsWith(".") ? search.substring(0, search.length() - 1) : search)
                .collect(ImmutableList.toImmutableList()));
    assertThat(again.events()).isEmpty();
  }

  @Property
  void accountOfAFile_isAboutTheFile(@ForAll("pods") Pod pod, @ForAll("nodes") NodeResolver node) {
    var explained = door.explainResolvConf(pod, node);

    assertThat(explained.value()).isEqualTo(door.resolvConfOf(pod, node));
    ImmutableSet<ResolverReason> kept =
        ImmutableSet.of(
            ResolverReason.SET_BY_CLUSTER,
            ResolverReason.TAKEN_FROM_NODE,
            ResolverReason.SET_FOR_WANT_OF_FILE,
            ResolverReason.ADDED_BY_POD,
            ResolverReason.REPLACED_BY_POD);
    Set<String> told = new HashSet<>();
    for (Because because : explained.because().causes()) {
      if (kept.contains(because.reason())) {
        because
            .facts()
            .values()
            .forEach(words -> told.addAll(ImmutableList.copyOf(words.split(" "))));
      }
    }
    explained.value().conf().ifPresent(conf -> assertThat(told).containsAll(conf.nameservers()));
  }

  @Property
  void everyNameAsked_isTheNameOrHasASearchDomainBehind(
      @ForAll("names") String name,
      @ForAll WantedAddresses wanted,
      @ForAll("confs") ResolvConf conf,
      @ForAll Libc libc,
      @ForAll("servers") NameServer server) {
    Lookup lookup = door.lookUp(name, wanted, conf, libc, server);
    Set<DnsName> possible = new HashSet<>();
    DnsName.tryParse(name).ifPresent(possible::add);
    for (String search : conf.searches()) {
      String domain = search.startsWith(".") ? search.substring(1) : search;
      DnsName.tryParse(name + "." + domain).ifPresent(possible::add);
    }

    assertThat(lookup.steps().size()).isLessThanOrEqualTo(conf.searches().size() + 1);
    for (LookupStep step : lookup.steps()) {
      step.name().ifPresent(asked -> assertThat(possible).contains(asked));
    }
    assertThat(lookup.wastedQuestions()).isBetween(0, lookup.questions());
  }

  @Property
  void nameWithADotBehind_isAskedAtMostOnce(
      @ForAll("names") String name,
      @ForAll("confs") ResolvConf conf,
      @ForAll Libc libc,
      @ForAll("servers") NameServer server) {
    Lookup lookup = door.lookUp(name + ".", WantedAddresses.IPV4, conf, libc, server);

    assertThat(lookup.steps().size()).isLessThanOrEqualTo(1);
    if (!lookup.steps().isEmpty()) {
      assertThat(lookup.steps().get(0).name()).isEqualTo(DnsName.tryParse(name + "."));
    }
  }

  @Property
  void glibcWithOneFamily_endsAtTheFirstRecordsAndNeverBefore(
      @ForAll("names") String name,
      @ForAll("confs") ResolvConf conf,
      @ForAll("servers") NameServer server) {
    Lookup lookup = door.lookUp(name, WantedAddresses.IPV4, conf, Libc.GLIBC_2_36, server);

    for (int i = 0; i < lookup.steps().size() - 1; i++) {
      assertThat(lookup.steps().get(i).answers().get(0).answer()).isEmpty();
    }
    assertThat(lookup.addresses().isEmpty()).isEqualTo(lookup.error().isPresent());
  }

  @Property
  void answersAboutNamesNotAsked_changeNothing(
      @ForAll("names") String name,
      @ForAll WantedAddresses wanted,
      @ForAll("confs") ResolvConf conf,
      @ForAll Libc libc,
      @ForAll("servers") NameServer server,
      @ForAll("servers") NameServer other) {
    Lookup lookup = door.lookUp(name, wanted, conf, libc, server);
    Set<DnsName> asked = new HashSet<>();
    lookup.steps().forEach(step -> step.name().ifPresent(asked::add));

    Lookup again =
        door.lookUp(
            name,
            wanted,
            conf,
            libc,
            question -> (asked.contains(question.name()) ? server : other).answer(question));

    assertThat(again).isEqualTo(lookup);
  }

  @Property(maxDiscardRatio = 50)
  void nameThatHadTheAddresses_costsOneQuestionATypeByItself(
      @ForAll("names") String name,
      @ForAll WantedAddresses wanted,
      @ForAll("confs") ResolvConf conf,
      @ForAll Libc libc,
      @ForAll("servers") NameServer server) {
    Lookup lookup = door.lookUp(name, wanted, conf, libc, server);
    Assume.that(lookup.absoluteName().isPresent());
    String absolute = lookup.absoluteName().get().toString();
    Assume.that(absolute.matches("[A-Za-z0-9_.-]+"));

    Lookup direct = door.lookUp(absolute, wanted, conf, libc, server);

    assertThat(direct.addresses()).isEqualTo(lookup.addresses());
    assertThat(direct.wastedQuestions()).isZero();
    assertThat(direct.questions()).isEqualTo(lookup.questions() - lookup.wastedQuestions());
  }

  @Property
  void whereNothingExists_bothLibrariesAskTheSameShortNames(@ForAll("confs") ResolvConf conf) {
    ResolvConf plain =
        new ResolvConf(
            conf.nameservers(),
            conf.searches().stream()
                .filter(search -> search.matches("[a-z0-9.]{1,20}") && !search.startsWith("."))
                .filter(search -> !search.contains(".."))
                .collect(ImmutableList.toImmutableList()),
            ImmutableList.of("ndots:5"));
    NameServer nobody = question -> DnsAnswer.of(ResponseCode.NXDOMAIN);

    assertThat(door.lookUp("web", WantedAddresses.BOTH, plain, Libc.GLIBC_2_36, nobody))
        .isEqualTo(door.lookUp("web", WantedAddresses.BOTH, plain, Libc.MUSL_1_2_3, nobody));
  }

  @Property
  void accountOfALookup_isAboutTheLookup(
      @ForAll("names") String name,
      @ForAll WantedAddresses wanted,
      @ForAll("confs") ResolvConf conf,
      @ForAll Libc libc,
      @ForAll("servers") NameServer server) {
    Lookup lookup = door.lookUp(name, wanted, conf, libc, server);
    var explained = door.explainLookUp(name, wanted, conf, libc, server);

    assertThat(explained.value()).isEqualTo(lookup);
    assertThat(
            explained.because().causes().stream()
                .filter(because -> because.facts().containsKey("asked"))
                .map(because -> because.facts().get("asked")))
        .containsExactlyElementsOf(
            lookup.steps().stream()
                .map(step -> step.name().map(DnsName::toString).orElse("(malformed)"))
                .toList());
    assertThat(explained.because().reason() == ResolverReason.LOOKUP_FINDS)
        .isEqualTo(lookup.absoluteName().isPresent());
  }
}
