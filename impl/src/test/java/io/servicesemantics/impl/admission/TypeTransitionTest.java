package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a Service of one type when it is made one of another (api 4.6). */
class TypeTransitionTest {

  private static final String CLUSTER_IP = "{'ports':[{'port':80}],'selector':{'a':'b'}}";
  private static final String HEADLESS =
      "{'clusterIP':'None','ports':[{'port':80}],'selector':{'a':'b'}}";
  private static final String NODE_PORT =
      "{'type':'NodePort','ports':[{'port':80}],'selector':{'a':'b'}}";
  private static final String LOAD_BALANCER =
      "{'type':'LoadBalancer','ports':[{'port':80}],'selector':{'a':'b'}}";
  private static final String LOCAL =
      "{'type':'LoadBalancer','externalTrafficPolicy':'Local','ports':[{'port':80}],"
          + "'selector':{'a':'b'}}";
  private static final String EXTERNAL_NAME =
      "{'type':'ExternalName','externalName':'a.example.com','ports':[{'port':80}],"
          + "'selector':{'a':'b'}}";

  private final Server server = Server.ipv4();

  private static String manifest(String kind) {
    return switch (kind) {
      case "ClusterIP" -> CLUSTER_IP;
      case "headless" -> HEADLESS;
      case "NodePort" -> NODE_PORT;
      case "LoadBalancer" -> LOAD_BALANCER;
      case "Local" -> LOCAL;
      default -> EXTERNAL_NAME;
    };
  }

  @Nested
  class ByManifest {

    @ParameterizedTest
    @CsvSource({
      "ClusterIP, ClusterIP",
      "ClusterIP, NodePort",
      "ClusterIP, LoadBalancer",
      "ClusterIP, Local",
      "ClusterIP, ExternalName",
      "headless, headless",
      "headless, ClusterIP",
      "headless, ExternalName",
      "NodePort, ClusterIP",
      "NodePort, NodePort",
      "NodePort, LoadBalancer",
      "NodePort, Local",
      "NodePort, ExternalName",
      "LoadBalancer, ClusterIP",
      "LoadBalancer, NodePort",
      "LoadBalancer, LoadBalancer",
      "LoadBalancer, Local",
      "LoadBalancer, ExternalName",
      "Local, ClusterIP",
      "Local, NodePort",
      "Local, LoadBalancer",
      "Local, Local",
      "Local, ExternalName",
      "ExternalName, ClusterIP",
      "ExternalName, headless",
      "ExternalName, NodePort",
      "ExternalName, LoadBalancer",
      "ExternalName, Local",
      "ExternalName, ExternalName",
    })
    void allowed_isTaken(String before, String after) {
      server.created(manifest(before));

      assertThat(server.updateSpec(manifest(after)).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ClusterIP | headless | may not change once set",
          "NodePort | headless | may not change once set",
          "LoadBalancer | headless | may not change once set",
          "Local | headless | may not change once set",
          "headless | NodePort | may not be set to 'None' for NodePort services",
          "headless | LoadBalancer | may not be set to 'None' for LoadBalancer services",
          "headless | Local | may not be set to 'None' for LoadBalancer services",
        })
    void forbidden_isRefusedAtTheAddress(String before, String after, String detail) {
      server.created(manifest(before));

      Rejected refused = server.refusedUpdate(manifest(after));

      assertThat(refused.message()).contains("spec.clusterIPs[0]: Invalid value: ", detail);
    }

    @Test
    void clusterIpOverHeadless_staysHeadless() {
      server.created(HEADLESS);

      assertThat(server.updated(CLUSTER_IP).service().spec().isHeadless()).isTrue();
    }

    @Test
    void nodePortToLoadBalancer_keepsItsNodePorts() {
      int before = server.created(NODE_PORT).service().spec().ports().get(0).nodePort();

      Accepted after = server.updated(LOAD_BALANCER);

      assertThat(after.service().spec().ports().get(0).nodePort()).isEqualTo(before);
      assertThat(after.service().spec().allocateLoadBalancerNodePorts()).contains(true);
      assertThat(after.released().isEmpty()).isTrue();
    }

    @Test
    void clusterIpToExternalName_givesItsAddressBack() {
      String address = server.created(CLUSTER_IP).service().spec().clusterIP();

      Accepted after = server.updated(EXTERNAL_NAME);

      ServiceSpec spec = after.service().spec();
      assertThat(after.released().clusterIPs().toString()).isEqualTo("[" + address + "]");
      assertThat(spec.clusterIP()).isEmpty();
      assertThat(spec.clusterIPs()).isEmpty();
      assertThat(spec.ipFamilies()).isEmpty();
      assertThat(spec.ipFamilyPolicy().isSaid()).isFalse();
      assertThat(spec.ports()).hasSize(1);
      assertThat(spec.selector()).containsEntry("a", "b");
    }

    @Test
    void withoutNodePortAllocation_explicitOnesAreNotCarriedOver() {
      server.created(
          "{'type':'LoadBalancer','allocateLoadBalancerNodePorts':false,"
              + "'ports':[{'port':80,'nodePort':31000}]}");

      Accepted after = server.updated(NODE_PORT);

      assertThat(after.service().spec().ports().get(0).nodePort()).isNotEqualTo(31000);
      assertThat(after.released().nodePorts()).containsExactly(31000);
    }

    @Test
    void allocationTurnedOff_releasesWhatIsLeftOut() {
      int before = server.created(LOAD_BALANCER).service().spec().ports().get(0).nodePort();

      Accepted after =
          server.updated(
              "{'type':'LoadBalancer','allocateLoadBalancerNodePorts':false,"
                  + "'ports':[{'port':80}]}");

      assertThat(after.released().nodePorts()).containsExactly(before);
      assertThat(after.service().spec().ports().get(0).nodePort()).isZero();
    }

    @Test
    void withSourceRanges_onlyALoadBalancerKeepsThem() {
      String ranges = "'loadBalancerSourceRanges':['10.0.0.0/8'],'ports':[{'port':80}]}";
      server.created("{'type':'LoadBalancer'," + ranges);

      assertThat(server.refusedUpdate("{'type':'NodePort'," + ranges).message())
          .contains("spec.LoadBalancerSourceRanges: Forbidden");
      assertThat(server.updateSpec(NODE_PORT).isAccepted()).isTrue();
    }
  }

  @Nested
  class ByTypeAlone {

    private AdmissionDecision flip(ServiceType type) {
      Service read = server.read();
      return server.decide(
          AdmissionRequest.update(
              read.withSpec(read.spec().withType(type).withExternalName("a.example.com"))));
    }

    @Test
    void localLoadBalancerToNodePort_staysLocalAndLosesItsHealthCheck() {
      Accepted before = server.created(LOCAL);
      int healthCheck = before.service().spec().healthCheckNodePort();

      Accepted after = Server.accepted(flip(ServiceType.NODE_PORT));

      assertThat(after.service().spec().externalTrafficPolicy().text()).isEqualTo("Local");
      assertThat(after.service().spec().healthCheckNodePort()).isZero();
      assertThat(after.service().spec().allocateLoadBalancerNodePorts()).isEmpty();
      assertThat(after.released().nodePorts()).containsExactly(healthCheck);
    }

    @Test
    void loadBalancerToClusterIp_losesAllThatOnlyItHas() {
      Accepted before =
          server.created(
              "{'type':'LoadBalancer','loadBalancerClass':'example.com/x',"
                  + "'ports':[{'port':80}]}");

      Accepted after = Server.accepted(flip(ServiceType.CLUSTER_IP));

      ServiceSpec spec = after.service().spec();
      assertThat(spec.ports().get(0).nodePort()).isZero();
      assertThat(spec.externalTrafficPolicy().isSaid()).isFalse();
      assertThat(spec.allocateLoadBalancerNodePorts()).isEmpty();
      assertThat(spec.loadBalancerClass()).isEmpty();
      assertThat(spec.clusterIP()).isEqualTo(before.service().spec().clusterIP());
      assertThat(after.released().nodePorts())
          .containsExactly(before.service().spec().ports().get(0).nodePort());
    }

    @Test
    void nodePortToExternalName_givesAllBack() {
      Accepted before = server.created(NODE_PORT);

      Accepted after = Server.accepted(flip(ServiceType.EXTERNAL_NAME));

      assertThat(after.released().clusterIPs()).hasSize(1);
      assertThat(after.released().nodePorts())
          .containsExactly(before.service().spec().ports().get(0).nodePort());
      assertThat(server.state().allocations().heldPorts()).isZero();
    }

    @Test
    void clusterIpToExternalNameWithAnotherPolicy_isForbiddenAtThePolicy() {
      server.created(CLUSTER_IP);
      Service read = server.read();

      Rejected refused =
          Server.rejected(
              server.decide(
                  AdmissionRequest.update(
                      read.withSpec(
                          read.spec()
                              .withType(ServiceType.EXTERNAL_NAME)
                              .withExternalName("a.example.com")
                              .withIpFamilyPolicy(IpFamilyPolicy.PREFER_DUAL_STACK)))));

      assertThat(refused.message())
          .isEqualTo(
              "Service \"s\" is invalid: spec.ipFamilyPolicy: Forbidden: may not be set for"
                  + " ExternalName services");
    }
  }
}
