package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which field a new Service of which type may have, on a cluster of one family (api appendix A).
 */
class FieldByTypeTest {

  private final Server server = Server.ipv4();

  private AdmissionDecision create(String type, String field, String ports) {
    String name = type.equals("ExternalName") ? "'externalName':'a.example.com'," : "";
    String shown = field.contains("externalName") ? "" : name;
    return server.createSpec("{'type':'" + type + "'," + shown + field + ports + "}");
  }

  // ok: taken; otherwise the field at fault and the kind of fault.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'externalIPs':['192.0.2.1'] | ok | ok | ok | ok",
        "'sessionAffinity':'ClientIP' | ok | ok | ok | ok",
        "'sessionAffinityConfig':{'clientIP':{'timeoutSeconds':0}} | ok | ok | ok | ok",
        "'loadBalancerIP':'any text' | ok | ok | ok | ok",
        "'loadBalancerSourceRanges':['10.0.0.0/8'] | spec.LoadBalancerSourceRanges: Forbidden |"
            + " spec.LoadBalancerSourceRanges: Forbidden | ok |"
            + " spec.LoadBalancerSourceRanges: Forbidden",
        "'externalTrafficPolicy':'Local' | spec.externalTrafficPolicy: Invalid | ok | ok |"
            + " spec.externalTrafficPolicy: Invalid",
        "'internalTrafficPolicy':'Local' | ok | ok | ok | ok",
        "'healthCheckNodePort':30100 | spec.healthCheckNodePort: Invalid |"
            + " spec.healthCheckNodePort: Invalid | spec.healthCheckNodePort: Invalid |"
            + " spec.healthCheckNodePort: Invalid",
        "'publishNotReadyAddresses':true | ok | ok | ok | ok",
        "'trafficDistribution':'PreferSameZone' | ok | ok | ok | ok",
        "'selector':{'a':'b'} | ok | ok | ok | ok",
        "'ipFamilies':['IPv4'] | ok | ok | ok | spec.ipFamilies: Forbidden",
        "'ipFamilyPolicy':'SingleStack' | ok | ok | ok | spec.ipFamilyPolicy: Forbidden",
        "'clusterIP':'10.96.0.9' | ok | ok | ok | spec.clusterIPs: Forbidden",
        "'clusterIP':'None' | ok | spec.clusterIPs[0]: Invalid | spec.clusterIPs[0]: Invalid |"
            + " spec.clusterIPs: Forbidden",
        "'allocateLoadBalancerNodePorts':false | spec.allocateLoadBalancerNodePorts: Forbidden |"
            + " spec.allocateLoadBalancerNodePorts: Forbidden | ok |"
            + " spec.allocateLoadBalancerNodePorts: Forbidden",
        "'loadBalancerClass':'x' | spec.loadBalancerClass: Forbidden |"
            + " spec.loadBalancerClass: Forbidden | ok | spec.loadBalancerClass: Forbidden",
      })
  void field_isTakenOrRefusedByType(
      String field, String clusterIp, String nodePort, String loadBalancer, String externalName) {
    check("ClusterIP", field, clusterIp);
    check("NodePort", field, nodePort);
    check("LoadBalancer", field, loadBalancer);
    check("ExternalName", field, externalName);
  }

  private void check(String type, String field, String expected) {
    AdmissionDecision decision = create(type, field, ",'ports':[{'port':80}]");
    if (expected.equals("ok")) {
      assertThat(decision.isAccepted()).as(type).isTrue();
      assertThat(server.delete("s")).as(type).isNotNull();
    } else {
      Rejected refused = Server.rejected(decision);
      assertThat(refused.faults()).as(type).hasSize(1);
      assertThat(refused.faults().get(0).message()).as(type).startsWith(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ClusterIP | spec.ports[0].nodePort: Forbidden",
        "NodePort | ok",
        "LoadBalancer | ok",
        "ExternalName | ok",
      })
  void nodePort_isTakenOrRefusedByType(String type, String expected) {
    AdmissionDecision decision =
        create(type, "'selector':{}", ",'ports':[{'port':80,'nodePort':30100}]");

    assertThat(decision.isAccepted()).isEqualTo(expected.equals("ok"));
    if (!decision.isAccepted()) {
      assertThat(Server.rejected(decision).faults().get(0).message()).startsWith(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"ClusterIP", "NodePort", "LoadBalancer"})
  void noPorts_areRequired(String type) {
    assertThat(Server.rejected(create(type, "'selector':{'a':'b'}", "")).faults().get(0).message())
        .isEqualTo("spec.ports: Required value");
  }
}
