package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.DeletionDecision.Deleted;
import io.servicesemantics.admission.DeletionDecision.Held;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Deletion gives numbers back, and finalizers hold them (api 6.7). */
class DeletionTest {

  private final Server server = Server.dualStack();

  private Deleted deleted(String name) {
    DeletionDecision decision = server.delete(name);
    assertThat(decision).isInstanceOf(Deleted.class);
    return (Deleted) decision;
  }

  @Test
  void localLoadBalancer_givesBackAllItHas() {
    Service made =
        server
            .created(
                "{'type':'LoadBalancer','externalTrafficPolicy':'Local',"
                    + "'ipFamilyPolicy':'RequireDualStack','ports':[{'port':80}]}")
            .service();

    Deleted gone = deleted("s");

    assertThat(gone.service()).isEqualTo(made);
    assertThat(gone.released().clusterIPs().stream().map(Object::toString).toList())
        .isEqualTo(made.spec().clusterIPs());
    assertThat(gone.released().nodePorts())
        .containsExactlyInAnyOrder(
            made.spec().ports().get(0).nodePort(), made.spec().healthCheckNodePort());
    assertThat(server.state().services()).isEmpty();
    assertThat(server.state().allocations())
        .isEqualTo(server.k8s.admission().emptyState().allocations());
  }

  @Test
  void externalNameWithAPortOthersHold_freesIt() {
    Server.accepted(
        server.post(
            Server.body("holder", "{'type':'NodePort','ports':[{'port':80,'nodePort':30050}]}")));
    server.created(
        "{'type':'ExternalName','externalName':'a.b','ports':[{'port':80,'nodePort':30050}]}");

    assertThat(deleted("s").released().nodePorts()).containsExactly(30050);
    assertThat(server.state().allocations().holderOfPort(30050)).isEmpty();
  }

  @Test
  void headless_hasNothingToGiveBack() {
    server.created("{'clusterIP':'None'}");

    assertThat(deleted("s").released().isEmpty()).isTrue();
  }

  @Test
  void numbersNobodyHolds_areNotSaidToBeGivenBack() {
    server.created(
        "{'type':'ExternalName','externalName':'a.b','ports':[{'port':80,'nodePort':5}]}");

    assertThat(deleted("s").released().isEmpty()).isTrue();
  }

  @Test
  void finalizers_holdTheServiceAndItsNumbers() {
    Server.accepted(
        server.post(
            "{'metadata':{'name':'s','generation':3,'finalizers':['example.com/hold']},"
                + "'spec':{'ports':[{'port':80}]}}"));

    DeletionDecision first = server.delete("s");
    Service marked = server.stored("s");

    assertThat(first).isInstanceOf(Held.class);
    assertThat(marked.metadata().deletionTimestamp())
        .contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(marked.metadata().deletionGracePeriodSeconds()).hasValue(0);
    assertThat(marked.metadata().generation()).isEqualTo(4);
    assertThat(server.state().allocations().heldAddresses(IpFamily.IPV4)).isEqualTo(1);

    assertThat(server.delete("s")).isInstanceOf(Held.class);
    assertThat(server.stored("s")).isEqualTo(marked);
  }

  @Test
  void lastFinalizerTaken_deletesAndGivesBack() {
    Server.accepted(
        server.post(
            "{'metadata':{'name':'s','finalizers':['example.com/hold']},"
                + "'spec':{'ports':[{'port':80}]}}"));
    assertThat(server.delete("s")).isInstanceOf(Held.class);

    var accepted = server.updated("{'type':'NodePort','ports':[{'port':80}]}");

    assertThat(accepted.isGone()).isTrue();
    assertThat(accepted.released().clusterIPs()).hasSize(1);
    assertThat(accepted.released().nodePorts()).isEmpty();
    assertThat(server.state().allocations())
        .isEqualTo(server.k8s.admission().emptyState().allocations());
  }

  @Test
  void newFinalizerOnTheWayOut_isForbidden() {
    Server.accepted(
        server.post(
            "{'metadata':{'name':'s','finalizers':['example.com/hold']},"
                + "'spec':{'ports':[{'port':80}]}}"));
    assertThat(server.delete("s")).isInstanceOf(Held.class);

    assertThat(
            Server.rejected(
                    server.put(
                        "{'metadata':{'name':'s',"
                            + "'finalizers':['example.com/hold','example.com/more']},"
                            + "'spec':{'ports':[{'port':80}]}}"))
                .message())
        .contains("no new finalizers can be added if the object is being deleted");
  }

  @Test
  void noSuchService_isNotFound() {
    assertThat(server.delete("nobody"))
        .isEqualTo(new DeletionDecision.NotFound("services \"nobody\" not found"));
  }
}
