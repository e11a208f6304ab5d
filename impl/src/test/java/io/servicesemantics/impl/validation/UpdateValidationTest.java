package io.servicesemantics.impl.validation;

import static io.servicesemantics.impl.validation.Judged.VALIDATOR;
import static io.servicesemantics.impl.validation.Judged.clusterIp;
import static io.servicesemantics.impl.validation.Judged.dualStack;
import static io.servicesemantics.impl.validation.Judged.externalName;
import static io.servicesemantics.impl.validation.Judged.headless;
import static io.servicesemantics.impl.validation.Judged.loadBalancer;
import static io.servicesemantics.impl.validation.Judged.nodePort;
import static io.servicesemantics.impl.validation.Judged.stored;
import static io.servicesemantics.impl.validation.Judged.texts;
import static io.servicesemantics.impl.validation.Judged.update;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UpdateValidationTest {

  private static final String KEPT = "may not change once set";

  @Nested
  class Metadata {
    private final ObjectMeta old =
        ObjectMeta.builder()
            .namespace("default")
            .name("web")
            .uid("1")
            .resourceVersion("7")
            .generation(2)
            .creationTimestamp(Instant.parse("2020-01-01T00:00:00Z"))
            .build();

    private ImmutableList<String> update(ObjectMeta now, ObjectMeta before) {
      Service service = stored(clusterIp());
      return texts(
          VALIDATOR.validateUpdate(service.withMetadata(now), service.withMetadata(before)));
    }

    @Test
    void unchanged_isTaken() {
      assertThat(update(old, old)).isEmpty();
    }

    @Test
    void identity_isImmutable() {
      ObjectMeta now =
          ObjectMeta.builder()
              .namespace("other")
              .name("we<b")
              .uid("<2")
              .generation(1)
              .deletionTimestamp(Instant.parse("2021-01-01T00:00:00.5Z"))
              .deletionGracePeriodSeconds(30)
              .build();

      assertThat(update(now, old))
          .containsExactly(
              "metadata.resourceVersion: Invalid value: \"\": must be specified for an update",
              "metadata.generation: Invalid value: 1: must not be decremented",
              "metadata.name: Invalid value: \"we<b\": field is immutable",
              "metadata.namespace: Invalid value: \"other\": field is immutable",
              "metadata.uid: Invalid value: \"\\u003c2\": field is immutable",
              "metadata.creationTimestamp: Invalid value: null: field is immutable",
              "metadata.deletionTimestamp: Invalid value: \"2021-01-01T00:00:00Z\": field is"
                  + " immutable",
              "metadata.deletionGracePeriodSeconds: Invalid value: 30: field is immutable");
    }

    @Test
    void gracePeriodTakenAway_isShownAsNull() {
      assertThat(update(old, old.withDeletionGracePeriodSeconds(30)))
          .containsExactly(
              "metadata.deletionGracePeriodSeconds: Invalid value: null: field is immutable");
    }

    @Test
    void beingDeleted_takesNoNewFinalizers() {
      ObjectMeta leaving =
          old.withDeletionTimestamp(Instant.parse("2021-01-01T00:00:00Z"))
              .withFinalizers("a/b", "a/c");

      assertThat(update(leaving.withFinalizers("a/c"), leaving)).isEmpty();
      assertThat(update(leaving.withFinalizers("a/c", "a/\"z", "a/a"), leaving))
          .first()
          .isEqualTo(
              "metadata.finalizers: Forbidden: no new finalizers can be added if the object is"
                  + " being deleted, found new finalizers []string{\"a/\\\"z\", \"a/a\"}");
    }

    @Test
    void nameOfAnOlderForm_isKept() {
      ObjectMeta odd = old.withName("A.b");

      assertThat(update(odd, odd)).isEmpty();
    }

    @Test
    void labelsOwnersAndFinalizerNames_areJudged() {
      assertThat(
              update(
                  old.withLabels(ImmutableMap.of("/a", ""))
                      .withAnnotations(ImmutableMap.of("/b", ""))
                      .withFinalizers("x"),
                  old))
          .containsExactly(
              "metadata.labels: Invalid value: \"/a\": prefix part must be non-empty",
              "metadata.annotations: Invalid value: \"/b\": prefix part must be non-empty",
              "metadata.finalizers[0]: Invalid value: \"x\": name is neither a standard finalizer"
                  + " name nor is it fully qualified");
    }

    @Test
    void genericChecks_askNoMoreOfTheNameThanAPath() {
      Faults faults = new Faults(Wording.of(Quirks.NONE));

      VALIDATOR.checkMetadata(old.withName("A.b"), faults);
      assertThat(faults.isEmpty()).isTrue();
      VALIDATOR.checkMetadata(old.withName("a/b").withFinalizers("x"), faults);
      VALIDATOR.checkMetadataUpdate(old.withName("b"), old, faults);

      assertThat(texts(faults.toList()))
          .containsExactly(
              "metadata.name: Invalid value: \"a/b\": may not contain '/'",
              "metadata.name: Invalid value: \"b\": field is immutable");
    }
  }

  @Nested
  class Addresses {
    @Test
    void changed_areRefusedOneByOneWithTheWholeList() {
      ServiceSpec now =
          dualStack().withClusterIP("10.96.0.11").withClusterIPs("10.96.0.11", "fd00::11");

      assertThat(update(now, dualStack()))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: [\"10.96.0.11\",\"fd00::11\"]: " + KEPT,
              "spec.clusterIPs[1]: Invalid value: [\"10.96.0.11\",\"fd00::11\"]: " + KEPT);
    }

    @Test
    void manyChanged_areToldInLinearMemory() {
      ServiceSpec before = clusterIp().withClusterIPs(Collections.nCopies(20_000, "10.96.0.10"));
      ServiceSpec now = clusterIp().withClusterIPs(Collections.nCopies(20_000, "10.96.0.11"));
      Faults faults = new Faults(Wording.of(Quirks.NONE));

      assertTimeoutPreemptively(
          ofSeconds(10), () -> ClusterIpUpdateRules.checkAddresses(now, before, faults));

      assertThat(faults.size()).isEqualTo(20_000);
    }

    @Test
    void headlessAndNot_areNotExchanged() {
      assertThat(update(headless(), clusterIp()))
          .contains("spec.clusterIPs[0]: Invalid value: [\"None\"]: " + KEPT);
      assertThat(update(clusterIp(), headless()))
          .contains("spec.clusterIPs[0]: Invalid value: [\"10.96.0.10\"]: " + KEPT);
    }

    @Test
    void allTakenAway_isRefused() {
      assertThat(update(clusterIp().withClusterIP("").withClusterIPs(), clusterIp()))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: null: primary clusterIP can not be unset");
    }

    @Test
    void secondTakenAway_needsSingleStack() {
      ServiceSpec now = dualStack().withClusterIPs("10.96.0.10");

      assertThat(update(now, dualStack()))
          .containsExactly(
              "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": must be set to"
                  + " 'SingleStack' when releasing the secondary clusterIP");
      assertThat(update(now.withIpFamilyPolicy(Choice.unsaid()), dualStack()))
          .containsExactly(
              "spec.ipFamilyPolicy: Invalid value: null: must be set to 'SingleStack' when"
                  + " releasing the secondary clusterIP");
      assertThat(update(now.withIpFamilyPolicy(IpFamilyPolicy.SINGLE_STACK), dualStack()))
          .isEmpty();
    }

    @Test
    void firstOfTwoTakenAway_isAChange() {
      ServiceSpec now =
          dualStack()
              .withClusterIP("fd00::10")
              .withClusterIPs("fd00::10")
              .withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV6)))
              .withIpFamilyPolicy(IpFamilyPolicy.SINGLE_STACK);

      assertThat(update(now, dualStack()))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: [\"fd00::10\"]: " + KEPT,
              "spec.ipFamilies[0]: Invalid value: [\"fd00::10\"]: " + KEPT);
    }

    @Test
    void secondAdded_isTakenUnlessTheFirstChanges() {
      assertThat(update(dualStack(), clusterIp())).isEmpty();
      assertThat(
              update(
                  dualStack().withClusterIP("10.96.0.11").withClusterIPs("10.96.0.11", "fd00::10"),
                  clusterIp()))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: [\"10.96.0.11\",\"fd00::10\"]: " + KEPT);
    }

    @Test
    void externalNameOnEitherSide_changesFreely() {
      assertThat(update(externalName(), clusterIp())).isEmpty();
      assertThat(update(clusterIp(), externalName())).isEmpty();
    }

    @Test
    void oldNoneInSecondPlace_cannotBeJudged() {
      ServiceSpec now = clusterIp().withClusterIPs("10.96.0.10", "None");

      Faults faults = new Faults(Wording.of(Quirks.NONE));

      VALIDATOR.checkClusterIps(now, Optional.of(stored(headless())), faults);

      assertThat(texts(faults.toList()))
          .containsExactly(
              "spec.clusterIPs: Internal error: failed to check for dual stack with"
                  + " error:invalid IP[1]: None",
              "spec.clusterIPs: Invalid value: [\"10.96.0.10\",\"None\"]: may specify no more"
                  + " than one IP for each IP family");
    }
  }

  @Nested
  class Families {
    @Test
    void swapped_isToldTwiceOfTheFirst() {
      ServiceSpec bare = dualStack().withClusterIP("").withClusterIPs();
      ServiceSpec swapped =
          bare.withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV6), Choice.of(IpFamily.IPV4)));

      assertThat(update(swapped, bare))
          .containsExactly(
              "spec.ipFamilies[0]: Invalid value: [\"IPv6\",\"IPv4\"]: " + KEPT,
              "spec.ipFamilies[0]: Invalid value: [\"IPv6\",\"IPv4\"]: " + KEPT);
    }

    @Test
    void takenAwayWithoutAddress_isRefused() {
      ServiceSpec bare = dualStack().withClusterIP("").withClusterIPs();

      assertThat(update(bare.withIpFamilies(ImmutableList.of()), bare))
          .containsExactly(
              "spec.ipFamilies[0]: Invalid value: null: primary ipFamily can not be unset");
    }

    @Test
    void secondTakenAway_needsSingleStack() {
      assertThat(
              update(
                  dualStack().withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV4))),
                  dualStack()))
          .containsExactly(
              "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": must be set to"
                  + " 'SingleStack' when releasing the secondary ipFamily");
    }

    @Test
    void headless_changesFreely() {
      ServiceSpec ipv4 = headless().withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV4)));

      assertThat(update(ipv4.withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV6))), ipv4))
          .isEmpty();
    }
  }

  @Nested
  class LoadBalancers {
    @Test
    void className_isKeptWhileTheTypeIs() {
      ServiceSpec x = loadBalancer().withLoadBalancerClass("x");

      assertThat(update(loadBalancer(), x))
          .containsExactly("spec.loadBalancerClass: Invalid value: null: " + KEPT);
      assertThat(update(x.withLoadBalancerClass("y"), x))
          .containsExactly("spec.loadBalancerClass: Invalid value: \"y\": " + KEPT);
      assertThat(update(x, nodePort())).isEmpty();
    }

    @Test
    void wrongClassName_isToldTwice() {
      ServiceSpec x = loadBalancer().withLoadBalancerClass("x/y/z");

      assertThat(update(x, x)).hasSize(2);
      assertThat(update(clusterIp().withLoadBalancerClass("x"), clusterIp()))
          .containsExactly(
              "spec.loadBalancerClass: Forbidden: may only be used when `type` is"
                  + " 'LoadBalancer'",
              "spec.loadBalancerClass: Forbidden: may only be used when `type` is"
                  + " 'LoadBalancer'");
    }

    @Test
    void healthCheckPort_isKeptWhileNeeded() {
      ServiceSpec local =
          loadBalancer()
              .withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL)
              .withHealthCheckNodePort(31000);

      assertThat(update(local.withHealthCheckNodePort(31001), local))
          .containsExactly("spec.healthCheckNodePort: Forbidden: field is immutable");
      assertThat(update(local, loadBalancer())).isEmpty();
    }
  }

  @Nested
  class OldSpellings {
    private final ServiceSpec odd =
        loadBalancer()
            .withExternalIPs("010.0.0.1", "::ffff:192.0.2.1")
            .withLoadBalancerSourceRanges("10.0.0.1/8", " 10.0.0.0/08 ");

    @Test
    void stored_areTakenAgainWhereverTheyStand() {
      assertThat(update(odd, odd)).isEmpty();
      assertThat(
              update(
                  odd.withExternalIPs("192.0.2.7", "010.0.0.1", "010.0.0.1")
                      .withLoadBalancerSourceRanges("10.0.0.0/08", " 10.0.0.1/8"),
                  odd))
          .isEmpty();
    }

    @Test
    void otherOnesLikeThem_areNot() {
      assertThat(update(odd.withExternalIPs("10.0.0.01"), odd))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"10.0.0.01\": must not have leading 0s");
      assertThat(update(odd.withLoadBalancerSourceRanges("10.0.0.2/8"), odd))
          .containsExactly(
              "spec.LoadBalancerSourceRanges[0]: Invalid value: \"10.0.0.2/8\": must not have"
                  + " bits set beyond the prefix length");
    }

    @Test
    void storedLoopback_isStillRefused() {
      ServiceSpec loopback = odd.withExternalIPs("127.0.0.01");

      assertThat(update(loopback, loopback))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"127.0.0.01\": may not be in the loopback"
                  + " range (127.0.0.0/8, ::1/128)");
    }

    @Test
    void storedClusterIp_isTakenAgain() {
      ServiceSpec old = clusterIp().withClusterIP("010.96.0.1").withClusterIPs("010.96.0.1");

      assertThat(update(old, old)).isEmpty();
    }

    @Test
    void clusterIpBlockAlone_takesThemAgainToo() {
      ServiceSpec old = clusterIp().withClusterIP("010.96.0.1").withClusterIPs("010.96.0.1");
      Faults faults = new Faults(Wording.of(Quirks.NONE));

      VALIDATOR.checkClusterIps(old, Optional.of(stored(old)), faults);
      assertThat(faults.isEmpty()).isTrue();
      VALIDATOR.checkClusterIps(old, Optional.empty(), faults);
      assertThat(faults.size()).isEqualTo(1);
    }

    @Test
    void annotation_isTakenAgainOnlyWhole() {
      Service old = annotated("10.0.0.1/8");

      assertThat(texts(VALIDATOR.validateUpdate(old, old))).isEmpty();
      assertThat(texts(VALIDATOR.validateUpdate(annotated("10.0.0.1/8,10.0.0.0/8"), old)))
          .hasSize(1);
      assertThat(texts(VALIDATOR.validateUpdate(annotated("10.0.0.1/8 "), old))).hasSize(1);
    }

    private Service annotated(String ranges) {
      Service service = stored(loadBalancer());
      return service.withMetadata(
          service
              .metadata()
              .withAnnotations(
                  ImmutableMap.of(KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, ranges)));
    }
  }

  @Nested
  class Status {
    private final LoadBalancerIngress vip =
        LoadBalancerIngress.builder().ip("192.0.2.1").ipMode(LoadBalancerIpMode.VIP).build();

    private Service with(ServiceSpec spec, LoadBalancerIngress... ingress) {
      return stored(spec)
          .withStatus(
              ServiceStatus.builder()
                  .loadBalancer(LoadBalancerStatus.builder().addIngress(ingress).build())
                  .build());
    }

    private ImmutableList<String> update(LoadBalancerIngress... ingress) {
      return texts(
          VALIDATOR.validateStatusUpdate(with(loadBalancer(), ingress), with(loadBalancer())));
    }

    @Test
    void ordinary_isTaken() {
      assertThat(
              update(
                  vip,
                  LoadBalancerIngress.builder().hostname("a.example").build(),
                  LoadBalancerIngress.builder().build()))
          .isEmpty();
    }

    @Test
    void otherType_hasNoIngress() {
      assertThat(
              texts(
                  VALIDATOR.validateStatusUpdate(
                      with(nodePort(), vip.withIp("x")), with(nodePort()))))
          .containsExactly(
              "status.loadBalancer.ingress: Forbidden: may only be used when `spec.type` is"
                  + " 'LoadBalancer'");
    }

    @Test
    void address_isJudgedAndOldOnesAreTaken() {
      Service odd = with(loadBalancer(), vip.withIp("010.0.0.1"));

      assertThat(update(vip.withIp("010.0.0.1")))
          .containsExactly(
              "status.loadBalancer.ingress[0].ip: Invalid value: \"010.0.0.1\": must not have"
                  + " leading 0s");
      assertThat(texts(VALIDATOR.validateStatusUpdate(odd, odd))).isEmpty();
    }

    @Test
    void mode_goesWithAnAddress() {
      LoadBalancerIngress bare = vip.withIpMode(Choice.unsaid());

      assertThat(update(bare, vip.withIp("")))
          .containsExactly(
              "status.loadBalancer.ingress[0].ipMode: Required value: must be specified when `ip`"
                  + " is set",
              "status.loadBalancer.ingress[1].ipMode: Forbidden: may not be specified when `ip`"
                  + " is not set");
      assertThat(update(vip.withIpMode(Choice.parse(LoadBalancerIpMode.class, "vip"))))
          .containsExactly(
              "status.loadBalancer.ingress[0].ipMode: Unsupported value: \"vip\": supported"
                  + " values: \"Proxy\", \"VIP\"");
    }

    @Test
    void hostname_isANameAndNoAddress() {
      assertThat(update(LoadBalancerIngress.builder().hostname("010.0.0.1").build()))
          .containsExactly(
              "status.loadBalancer.ingress[0].hostname: Invalid value: \"010.0.0.1\": must be a"
                  + " DNS name, not an IP address");
      assertThat(update(LoadBalancerIngress.builder().hostname("::1").build())).hasSize(2);
    }

    @Test
    void metadata_isJudged() {
      Service old = with(loadBalancer());

      assertThat(
              texts(
                  VALIDATOR.validateStatusUpdate(
                      old.withMetadata(old.metadata().withFinalizers("x")), old)))
          .hasSize(1);
    }
  }
}
