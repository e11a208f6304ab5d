package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.StatusCause;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The worked answers of the real server (api appendix D). */
class WorkedAnswersTest {

  private static final String SELECTOR = "'selector':{'a':'b'}";

  private final Server server = Server.ipv4();
  private final Server dual = Server.dualStack();

  @Nested
  class Creates {

    @Test
    void oneNodePortForTwoPortNumbers_isTakenAlready() {
      assertThat(
              server
                  .refusedCreate(
                      "{'type':'NodePort','ports':[{'name':'a','port':1,'nodePort':30001},"
                          + "{'name':'b','port':2,'protocol':'UDP','nodePort':30001}]}")
                  .message())
          .isEqualTo(
              "Service \"s\" is invalid: spec.ports[1].nodePort: Invalid value: 30001: provided"
                  + " port is already allocated");
    }

    @Test
    void nodePortOutOfRange_hidesAllOtherFaults() {
      assertThat(
              server
                  .refusedCreate(
                      "{'type':'NodePort','ports':[{'name':'A','port':0,'nodePort':80}]}")
                  .causes())
          .extracting(StatusCause::field, StatusCause::message)
          .containsExactly(
              tuple(
                  "spec.ports[0].nodePort",
                  "Invalid value: 80: provided port is not in the valid range. The range of valid"
                      + " ports is 30000-32767"));
    }

    @Test
    void healthCheckNodePortOutOfRange_isAnInternalError() {
      Rejected refused =
          server.refusedCreate(
              "{'type':'LoadBalancer','externalTrafficPolicy':'Local','healthCheckNodePort':80,"
                  + "'ports':[{'port':80}]}");

      assertThat(refused.code()).isEqualTo(500);
      assertThat(refused.reason()).isEqualTo("InternalError");
      assertThat(refused.faults()).isEmpty();
      assertThat(refused.message())
          .isEqualTo(
              "Internal error occurred: failed to allocate requested HealthCheck NodePort 80:"
                  + " provided port is not in the valid range. The range of valid ports is"
                  + " 30000-32767");
    }

    @Test
    void addressOfAFamilyTheClusterLacks_isSaidWithTheWholeList() {
      assertThat(
              server
                  .refusedCreate(
                      "{'clusterIP':'10.96.0.9','clusterIPs':['10.96.0.9','fd00::1'],"
                          + "'ipFamilyPolicy':'PreferDualStack','ports':[{'port':80}]}")
                  .message())
          .isEqualTo(
              "Service \"s\" is invalid: spec.clusterIPs[1]: Invalid value:"
                  + " [\"10.96.0.9\",\"fd00::1\"]: IPv6 is not configured on this cluster");
    }

    @Test
    void headlessOfBothFamiliesOnOne_hasBothFaults() {
      assertThat(
              server
                  .refusedCreate(
                      "{'clusterIP':'None','ipFamilyPolicy':'RequireDualStack',"
                          + "'ipFamilies':['IPv6'],"
                          + SELECTOR
                          + "}")
                  .message())
          .isEqualTo(
              "Service \"s\" is invalid: [spec.ipFamilyPolicy: Invalid value:"
                  + " \"RequireDualStack\": this cluster is not configured for dual-stack"
                  + " services, spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on"
                  + " this cluster]");
    }

    @Test
    void addressOfTheSecondFamily_comesFirstAndTheOtherIsPicked() {
      Accepted accepted =
          dual.created(
              "{'clusterIP':'fd00:10:96::9','ipFamilyPolicy':'PreferDualStack',"
                  + "'ports':[{'port':80}]}");

      assertThat(accepted.service().spec().clusterIPs())
          .containsExactly("fd00:10:96::9", "10.96.1.1");
      assertThat(accepted.service().spec().ipFamilies())
          .containsExactly(Choice.of(IpFamily.IPV6), Choice.of(IpFamily.IPV4));
      assertThat(accepted.allocated().toString()).isEqualTo("[spec.clusterIPs[1]]");
    }

    @Test
    void noneTwice_hasTwoFaults() {
      assertThat(dual.refusedCreate("{'clusterIP':'None','clusterIPs':['None','None']}").message())
          .isEqualTo(
              "Service \"s\" is invalid: [spec.clusterIPs: Invalid value: [\"None\",\"None\"]:"
                  + " 'None' must be the first and only value, spec.clusterIPs[1]: Invalid value:"
                  + " \"None\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)]");
    }

    @Test
    void noAddressLeft_isAnInternalError() {
      ClusterProfile tiny = ClusterFixtures.of("10.0.0.0/30");
      Server full = Server.of(tiny);
      Server.accepted(full.post(Server.body("a", "{'ports':[{'port':80}]}")));
      Server.accepted(full.post(Server.body("b", "{'ports':[{'port':80}]}")));

      assertThat(full.refusedCreate("{'ports':[{'port':80}]}").message())
          .isEqualTo(
              "Internal error occurred: failed to allocate a serviceIP for Service \"s\": range is"
                  + " full");
    }

    @Test
    void twinsOfOnePortNumber_shareTheNodePortOfTheLaterOne() {
      Accepted accepted =
          server.created(
              "{'type':'NodePort','ports':[{'name':'t','port':53},"
                  + "{'name':'u','port':53,'protocol':'UDP','nodePort':30053}]}");

      assertThat(accepted.service().spec().ports())
          .extracting(ServicePort::nodePort)
          .containsExactly(30053, 30053);
      assertThat(accepted.allocated().toString()).doesNotContain("nodePort");
    }

    @Test
    void tripletsOfWhichTwoAreSaid_shareTheFirstSaid() {
      Accepted accepted =
          server.created(
              "{'type':'NodePort','ports':[{'name':'a','port':1},"
                  + "{'name':'b','port':1,'protocol':'UDP','nodePort':30002},"
                  + "{'name':'c','port':1,'protocol':'SCTP','nodePort':30003}]}");

      assertThat(accepted.service().spec().ports())
          .extracting(ServicePort::nodePort)
          .containsExactly(30002, 30002, 30003);
    }

    @Test
    void generateName_isCheckedWithoutItsLastTwoCharacters() {
      Accepted accepted =
          Server.accepted(
              server.post(
                  "{'metadata':{'generateName':'a-','namespace':'default'},"
                      + "'spec':{'ports':[{'port':80}]}}"));

      assertThat(accepted.service().metadata().name()).isEqualTo("a-bbbbb");
      assertThat(accepted.allocated().toString()).startsWith("[metadata.name, ");
    }
  }

  @Nested
  class Updates {

    @Test
    void secondAddressAlone_isAChangeOfTheFirst() {
      dual.created(
          "{'clusterIP':'10.96.1.1','clusterIPs':['10.96.1.1','fd00:10:96::11'],"
              + "'ipFamilyPolicy':'RequireDualStack','ports':[{'port':80}]}");

      assertThat(
              dual.refusedUpdate(
                      "{'clusterIP':'fd00:10:96::11','clusterIPs':['fd00:10:96::11'],"
                          + "'ipFamilyPolicy':'SingleStack','ports':[{'port':80}]}")
                  .message())
          .isEqualTo(
              "Service \"s\" is invalid: [spec.clusterIPs[0]: Invalid value:"
                  + " [\"fd00:10:96::11\"]: may not change once set, spec.ipFamilies[0]: Invalid"
                  + " value: [\"fd00:10:96::11\"]: may not change once set]");
    }

    @Test
    void classLeftOut_isAChange() {
      server.created("{'type':'LoadBalancer','loadBalancerClass':'x','ports':[{'port':80}]}");

      assertThat(server.refusedUpdate("{'type':'LoadBalancer','ports':[{'port':80}]}").message())
          .isEqualTo(
              "Service \"s\" is invalid: spec.loadBalancerClass: Invalid value: null: may not"
                  + " change once set");
    }

    @Test
    void anotherClassOnAnotherType_isForbiddenTwiceAndSaidOnce() {
      server.created("{'type':'LoadBalancer','loadBalancerClass':'x','ports':[{'port':80}]}");

      Rejected refused = server.refusedUpdate("{'loadBalancerClass':'y','ports':[{'port':80}]}");

      assertThat(refused.causes()).hasSize(2);
      assertThat(refused.message())
          .isEqualTo(
              "Service \"s\" is invalid: spec.loadBalancerClass: Forbidden: may only be used when"
                  + " `type` is 'LoadBalancer'");
    }

    @Test
    void oneNewNodePortOnAClusterIp_keepsAllAndReleasesNone() {
      server.created(
          "{'type':'NodePort','ports':[{'name':'a','port':1,'nodePort':30001},"
              + "{'name':'b','port':2,'nodePort':30002}]}");

      Rejected refused =
          server.refusedUpdate(
              "{'ports':[{'name':'a','port':1,'nodePort':30001},"
                  + "{'name':'b','port':2,'nodePort':30005}]}");

      assertThat(refused.causes())
          .extracting(StatusCause::field)
          .containsExactly("spec.ports[0].nodePort", "spec.ports[1].nodePort");
      assertThat(server.state().allocations().holderOfPort(30001)).isPresent();
      assertThat(server.state().allocations().holderOfPort(30002)).isPresent();
    }

    @Test
    void externalIpsTakenAway_takeAnUnchangedPolicyWithThem() {
      server.created("{'externalIPs':['192.0.2.1'],'ports':[{'port':80}]}");

      assertThat(
              server
                  .refusedUpdate("{'externalTrafficPolicy':'Local','ports':[{'port':80}]}")
                  .message())
          .isEqualTo(
              "Service \"s\" is invalid: spec.externalTrafficPolicy: Invalid value: \"Local\": may"
                  + " only be set for externally-accessible services");
      assertThat(
              server
                  .updated("{'externalTrafficPolicy':'Cluster','ports':[{'port':80}]}")
                  .service()
                  .spec()
                  .externalTrafficPolicy()
                  .isSaid())
          .isFalse();
    }

    @Test
    void wrongLabel_isSaidOnceAndToldThrice() {
      server.created("{'ports':[{'port':80}]}");

      Rejected refused =
          Server.rejected(
              server.put(
                  "{'metadata':{'name':'s','namespace':'default','labels':{'a':'-'}},"
                      + "'spec':{'ports':[{'port':80}]}}"));

      assertThat(refused.causes()).hasSize(3);
      assertThat(refused.message()).containsOnlyOnce("metadata.labels");
    }

    @Test
    void familiesOfAHeadlessService_mayChange() {
      dual.created("{'clusterIP':'None','ipFamilies':['IPv4']," + SELECTOR + "}");

      assertThat(
              dual.updated(
                      "{'clusterIP':'None','ipFamilies':['IPv6'],'ipFamilyPolicy':'SingleStack',"
                          + SELECTOR
                          + "}")
                  .service()
                  .spec()
                  .ipFamilies())
          .containsExactly(Choice.of(IpFamily.IPV6));
    }

    @Test
    void nodePortCarriedByAnExternalName_isTakenOverUnchecked() {
      server.created(
          "{'type':'ExternalName','externalName':'a.b','ports':[{'port':1,'nodePort':99}]}");

      Accepted accepted = server.updated("{'type':'NodePort','ports':[{'port':1,'nodePort':99}]}");

      assertThat(accepted.service().spec().ports().get(0).nodePort()).isEqualTo(99);
      assertThat(accepted.unheldNodePorts()).containsExactly(99);
    }
  }
}
