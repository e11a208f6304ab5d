package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.Subresource;
import io.servicesemantics.admission.UpdatePreview;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import java.time.Instant;

/** A cluster that keeps what it accepts, and takes bodies as JSON with single quotes. */
final class Server {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  final ServiceSemantics k8s;
  private final NumberPicker picker;
  private ClusterState state;

  private Server(ClusterProfile profile, NumberPicker picker) {
    this.k8s = StandardSemantics.of(profile);
    this.picker = picker;
    this.state = k8s.admission().emptyState();
  }

  static Server ipv4() {
    return of(ClusterFixtures.ipv4());
  }

  static Server dualStack() {
    return of(ClusterFixtures.dualStack());
  }

  static Server of(ClusterProfile profile) {
    return new Server(profile, NumberPicker.lowestFree());
  }

  ClusterState state() {
    return state;
  }

  void has(Namespace namespace) {
    state = state.withNamespace(namespace);
  }

  /** The same cluster with other networks, as when it became dual-stack. */
  Server becoming(ClusterProfile profile) {
    Server next = of(profile);
    for (Service service : state.services()) {
      next.store(service);
    }
    return next;
  }

  /** Stores a Service nobody asked about, and takes its numbers. */
  void store(Service service) {
    ClusterSnapshot world =
        ClusterSnapshot.builder().addAllServices(state.services()).addServices(service).build();
    state = k8s.admission().stateOf(world);
  }

  @CanIgnoreReturnValue
  AdmissionDecision post(String body) {
    return decide(AdmissionRequest.builder().verb(Verb.CREATE).body(json(body)).build());
  }

  @CanIgnoreReturnValue
  AdmissionDecision put(String body) {
    return decide(AdmissionRequest.builder().verb(Verb.UPDATE).body(json(body)).build());
  }

  @CanIgnoreReturnValue
  AdmissionDecision putStatus(String body) {
    return decide(
        AdmissionRequest.builder()
            .verb(Verb.UPDATE)
            .subresource(Subresource.STATUS)
            .body(json(body))
            .build());
  }

  /** A Service named s in the default namespace. */
  @CanIgnoreReturnValue
  AdmissionDecision createSpec(String spec) {
    return post(body("s", spec));
  }

  @CanIgnoreReturnValue
  AdmissionDecision updateSpec(String spec) {
    return put(body("s", spec));
  }

  @CanIgnoreReturnValue
  Accepted created(String spec) {
    return accepted(createSpec(spec));
  }

  @CanIgnoreReturnValue
  Accepted updated(String spec) {
    return accepted(updateSpec(spec));
  }

  @CanIgnoreReturnValue
  Rejected refusedCreate(String spec) {
    return rejected(createSpec(spec));
  }

  @CanIgnoreReturnValue
  Rejected refusedUpdate(String spec) {
    return rejected(updateSpec(spec));
  }

  @CanIgnoreReturnValue
  AdmissionDecision decide(AdmissionRequest request) {
    AdmissionDecision decision = k8s.admission().admit(request, state, picker);
    if (decision instanceof Accepted accepted) {
      state = accepted.next();
    }
    return decision;
  }

  UpdatePreview previewUpdate(String spec) {
    return k8s.admission()
        .preview(
            AdmissionRequest.builder().verb(Verb.UPDATE).body(json(body("s", spec))).build(),
            state,
            picker);
  }

  @CanIgnoreReturnValue
  DeletionDecision delete(String name) {
    DeletionDecision decision =
        k8s.admission().delete(NamespacedName.of("default", name), state, NOW);
    state =
        decision.match(
            DeletionDecision.Deleted::next, DeletionDecision.Held::next, notFound -> state);
    return decision;
  }

  Service stored(String name) {
    return state.service(NamespacedName.of("default", name)).orElseThrow();
  }

  /** The stored Service named s, as a client reads it. */
  Service read() {
    return k8s.defaulter().onRead(stored("s"));
  }

  static String body(String name, String spec) {
    return "{'metadata':{'name':'" + name + "','namespace':'default'},'spec':" + spec + "}";
  }

  static RequestBody json(String body) {
    return new RequestBody.Json(body.replace('\'', '"'));
  }

  @CanIgnoreReturnValue
  static Accepted accepted(AdmissionDecision decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
    return (Accepted) decision;
  }

  static Rejected rejected(AdmissionDecision decision) {
    assertThat(decision).isInstanceOf(Rejected.class);
    return (Rejected) decision;
  }
}
