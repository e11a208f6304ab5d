package io.servicesemantics.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.ServiceType;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceFieldsTest {

  private static final KubernetesVersion V1_20 = KubernetesVersion.of(1, 20);

  @Nested
  @DisplayName("a path")
  class Path {

    @Test
    void itemsOfLists_areOneFieldWhateverTheirIndex() {
      ServiceField nodePort = field("spec.ports[].nodePort");

      assertThat(ImmutableList.of("spec.ports[0].nodePort", "spec.ports[17].nodePort"))
          .allSatisfy(path -> assertThat(field(path)).isEqualTo(nodePort));
      assertThat(ServiceFields.of("spec.ports[*].nodePort")).contains(nodePort);
      assertThat(ServiceFields.of(FieldPath.of("spec").child("ports").index(3).child("nodePort")))
          .contains(nodePort);
    }

    @Test
    void itemItself_isTheFieldThatHoldsTheList() {
      assertThat(field("spec.clusterIPs[1]").path()).isEqualTo("spec.clusterIPs");
      assertThat(field("status.loadBalancer.ingress[0].ports[2]").path())
          .isEqualTo("status.loadBalancer.ingress[].ports");
    }

    @Test
    void entryOfAMap_isTheFieldThatHoldsTheMap() {
      assertThat(field("spec.selector[app]").path()).isEqualTo("spec.selector");
      assertThat(field("spec.selector[80]").path()).isEqualTo("spec.selector");
      assertThat(field("metadata.labels[a[b]").path()).isEqualTo("metadata.labels");
      assertThat(field("metadata.annotations[example.com/a.b]").path())
          .isEqualTo("metadata.annotations");
    }

    @Test
    void knownAnnotation_isAFieldOfItsOwn() {
      ServiceField hints =
          field("metadata.annotations[service.kubernetes.io/topology-aware-hints]");

      assertThat(hints.deprecation().orElseThrow().instead()).contains("topology-mode");
    }

    @Test
    void noSuchField_isNotFound() {
      assertThat(
              ImmutableList.of(
                  "",
                  ".",
                  "[",
                  "]",
                  "[]",
                  "[0]",
                  "spec.",
                  "spec.foo",
                  "spec.Ports",
                  "spec.ports[0].foo",
                  "spec.ports[0",
                  "spec.ports[x].port",
                  "spec.topologyKeys",
                  "nothing[0]"))
          .allSatisfy(path -> assertThat(ServiceFields.of(path)).as(path).isEmpty());
    }

    @Test
    void hugePath_isReadInLinearTime() {
      assertThat(ServiceFields.of("spec.ports[" + "0".repeat(2_000_000))).isEmpty();
      assertThat(ServiceFields.of("[".repeat(2_000_000))).isEmpty();
    }
  }

  @Nested
  @DisplayName("a history")
  class History {

    @Test
    void loadBalancerIP_isDeprecatedWithoutWarning() {
      FieldDeprecation deprecation = field("spec.loadBalancerIP").deprecation().orElseThrow();

      assertThat(deprecation.since()).isEqualTo(KubernetesVersion.of(1, 24));
      assertThat(deprecation.warning()).isEmpty();
    }

    @Test
    void externalIPs_areDeprecatedWithTheServersWarning() {
      ServiceField externalIPs = field("spec.externalIPs");

      assertThat(externalIPs.history().isDeprecatedIn(KubernetesVersion.V1_36)).isTrue();
      assertThat(externalIPs.history().isDeprecatedIn(KubernetesVersion.of(1, 35))).isFalse();
      assertThat(externalIPs.deprecation().orElseThrow().warning())
          .startsWith("spec.externalIPs is deprecated");
    }

    @Test
    void stages_areThoseOfTheGate() {
      FieldHistory history = field("spec.loadBalancerClass").history();

      assertThat(history.alpha()).contains(KubernetesVersion.of(1, 21));
      assertThat(history.beta()).contains(KubernetesVersion.of(1, 22));
      assertThat(history.stable()).isEqualTo(KubernetesVersion.of(1, 24));
      assertThat(history.gate()).isEqualTo("ServiceLoadBalancerClass");
      assertThat(history.isIn(V1_20)).isFalse();
      assertThat(history.isIn(KubernetesVersion.of(1, 21))).isTrue();
      assertThat(history.isStableIn(KubernetesVersion.of(1, 23))).isFalse();
      assertThat(history.isStableIn(KubernetesVersion.of(1, 24))).isTrue();
      assertThat(history).hasToString("alpha 1.21, beta 1.22, stable 1.24");
    }

    @Test
    void laterValue_hasAHistoryOfItsOwn() {
      ServiceField distribution = field("spec.trafficDistribution");

      assertThat(distribution.since()).isEqualTo(KubernetesVersion.of(1, 30));
      assertThat(distribution.historyOf("PreferSameNode").since())
          .isEqualTo(KubernetesVersion.of(1, 33));
      assertThat(distribution.historyOf("PreferClose"))
          .hasToString(
              "alpha 1.30, beta 1.31, stable 1.33, deprecated since 1.35; use PreferSameZone");
      assertThat(distribution.historyOf("Whatever")).isEqualTo(distribution.history());
      assertThat(field("spec.ports[].protocol").historyOf("SCTP").stable()).isEqualTo(V1_20);
    }

    @Test
    void stagesOutOfOrder_areRefused() {
      assertThatThrownBy(
              () ->
                  new FieldHistory(
                      Optional.of(KubernetesVersion.of(1, 25)),
                      Optional.empty(),
                      V1_20,
                      "",
                      Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Stable release: \"1.20\"");
    }
  }

  @Test
  void types_areThoseTheFieldHasAMeaningFor() {
    assertThat(field("spec.externalName").types()).containsExactly(ServiceType.EXTERNAL_NAME);
    assertThat(field("spec.ports[0].nodePort").types())
        .containsExactlyInAnyOrder(ServiceType.NODE_PORT, ServiceType.LOAD_BALANCER);
    assertThat(field("spec.ports").types()).doesNotContain(ServiceType.EXTERNAL_NAME);
    assertThat(field("metadata.name").types()).hasSize(ServiceType.values().length);
  }

  @Test
  void everyField_standsBelowOneThatIsThere() {
    for (ServiceField field : ServiceFields.all()) {
      String path = field.path();
      // keys of annotations have dots of their own
      int end = path.endsWith("]") ? path.indexOf('[') : path.lastIndexOf('.');
      if (end > 0) {
        assertThat(ServiceFields.of(path.substring(0, end))).as(path).isPresent();
      }
      assertThat(ServiceFields.of(path)).contains(field);
      assertThat(field.types()).as(path).isNotEmpty();
    }
  }

  private static ServiceField field(String path) {
    return ServiceFields.of(path).orElseThrow(() -> new AssertionError(path));
  }
}
