package io.servicesemantics.impl.question;

import static io.servicesemantics.impl.question.Asked.NODE_A;
import static io.servicesemantics.impl.question.Asked.NODE_B;
import static io.servicesemantics.impl.question.Asked.ON_A;
import static io.servicesemantics.impl.question.Asked.ON_B;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whom the backend sees: questions 2 and 3. */
class SenderQuestionsTest {

  @Nested
  @DisplayName("2: Why does my Pod log the node's IP instead of the client's?")
  class NodeInsteadOfClient {

    private static final String FROM_OUTSIDE = "TCP 203.0.113.7 -> 192.168.0.2:30080";

    @Test
    void externalTrafficPolicyCluster_hidesTheClient() {
      assertThat(asked(ServiceFixtures.nodePort()).answer(NODE_A, FROM_OUTSIDE))
          .startsWith("Forward[10.244.1.5:8080 1/2, 10.244.2.5:8080 1/2] masqueraded")
          .contains(
              "The backend sees an address of this node in place of the sender's, as with all"
                  + " external traffic under externalTrafficPolicy: Cluster.");
    }

    @Test
    void externalTrafficPolicyLocal_keepsTheClientWhereThereIsABackend() {
      Service local = local(ServiceFixtures.nodePort());

      assertThat(asked(local).answer(NODE_A, FROM_OUTSIDE))
          .startsWith("Forward[10.244.1.5:8080 1]\n")
          .contains("External traffic stays on this node; the sender's address is kept.")
          .doesNotContain("in place of the sender's");
    }

    @Test
    void externalTrafficPolicyLocal_dropsTheClientElsewhere() {
      Asked onlyOnA =
          Asked.of(ProxyMode.IPTABLES, local(ServiceFixtures.nodePort()), slice("web-1", ON_A));

      assertThat(onlyOnA.answer(NODE_B, "TCP 203.0.113.7 -> 192.168.0.3:30080"))
          .startsWith("Drop")
          .contains(
              "externalTrafficPolicy: Local keeps it on this node, and the endpoints are all"
                  + " elsewhere");
    }

    private static Service local(Service service) {
      return service.withSpec(
          service.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));
    }
  }

  @Nested
  @DisplayName("3: Why is the source IP lost on ClusterIP, in the cluster?")
  class LostInTheCluster {

    private static final String FROM_POD = "TCP 10.245.1.9 -> 10.96.0.21:80";

    @Test
    void aPodOutsideTheClusterCidr_isHidden() {
      assertThat(asked(ServiceFixtures.clusterIp()).answer(NODE_A, FROM_POD))
          .contains("] masqueraded\n")
          .contains(
              "The sender is outside the network of local Pods, so the backend sees an address of"
                  + " this node in its place.")
          .contains("(source 10.245.1.9, local Pods 10.244.0.0/16)");
    }

    @Test
    void withTheRightClusterCidr_itIsKept() {
      Asked right =
          asked(ServiceFixtures.clusterIp())
              .with(settings -> settings.withClusterCIDRs(Cidr.parse("10.244.0.0/15")));

      assertThat(right.answer(NODE_A, FROM_POD))
          .doesNotContain("masqueraded")
          .contains("The sender counts as a local Pod. (source 10.245.1.9")
          .contains(
              "The sender's address is kept; should the backend see another one, it was not"
                  + " kube-proxy that changed it.");
    }

    @Test
    void theNodeItself_isHiddenWhateverTheCidr() {
      assertThat(
              asked(ServiceFixtures.clusterIp())
                  .answer(NODE_A, "TCP host 192.168.0.2 -> 10.96.0.21:80"))
          .contains("] masqueraded\n")
          .contains("The sender is this node.");
    }

    @Test
    void masqueradeAll_hidesEverybodyUntilItIsTakenBack() {
      String fromLocalPod = "TCP 10.244.1.9 -> 10.96.0.21:80";
      Asked plain = asked(ServiceFixtures.clusterIp());

      assertThat(
              plain.with(settings -> settings.withMasqueradeAll(true)).answer(NODE_A, fromLocalPod))
          .contains("The sender's address is hidden, as that of all.");
      assertThat(plain.answer(NODE_A, fromLocalPod)).contains("The sender's address is kept");
    }
  }

  private static Asked asked(Service service) {
    return Asked.of(ProxyMode.IPTABLES, service, slice("web-1", ON_A, ON_B));
  }
}
