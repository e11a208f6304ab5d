package io.servicesemantics.impl.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the server: the fields its steps may change, and what they did.
 *
 * <p>It is written by one thread, and nothing of it outlives the request but what {@link Outcome}
 * and the preview read from it.
 */
final class Draft {

  private static final Service NOTHING = Service.builder().build();

  // What the request is, and the cluster it comes to.
  final AdmissionRequest request;
  final ClusterState state;
  final NumberPicker picker;
  final AdmissionTraits traits;

  // What it is about: the name in its address, the body, and what is stored.
  NamespacedName target = NamespacedName.of("", "");
  Service sent = NOTHING;
  Service defaulted = NOTHING;
  @Nullable Service old;

  // The fields that steps change.
  ObjectMeta metadata = NOTHING.metadata();
  ServiceStatus status = NOTHING.status();
  Choice<ServiceType> type = Choice.unsaid();
  String clusterIP = "";
  ImmutableList<String> clusterIPs = ImmutableList.of();
  ImmutableList<Choice<IpFamily>> ipFamilies = ImmutableList.of();
  Choice<IpFamilyPolicy> ipFamilyPolicy = Choice.unsaid();
  int[] nodePorts = new int[0];
  int healthCheckNodePort;
  Optional<Boolean> allocateLoadBalancerNodePorts = Optional.empty();
  Optional<String> loadBalancerClass = Optional.empty();
  Choice<ExternalTrafficPolicy> externalTrafficPolicy = Choice.unsaid();

  // What the steps did.
  final ArrayList<FieldChange> changes = new ArrayList<>();
  final ArrayList<FieldPath> allocated = new ArrayList<>();
  final ArrayList<ImmutableList<FieldPath>> equal = new ArrayList<>();
  final Releases releases = new Releases();
  final ArrayList<String> warnings = new ArrayList<>();
  AllocationState allocations;

  // How it ends.
  Service result = NOTHING;
  private @Nullable Accepted accepted;
  private @Nullable Rejected rejected;

  private @Nullable AllocationHolder holder;
  private long draws;

  Draft(AdmissionRequest request, ClusterState state, NumberPicker picker, AdmissionTraits traits) {
    this.request = checkNotNull(request, "Request is null; expected one");
    this.state = checkNotNull(state, "State of the cluster is null; expected one");
    this.picker = checkNotNull(picker, "Number picker is null; expected one");
    this.traits = traits;
    this.allocations = state.allocations();
  }

  /** Takes over the fields of the body, which from now on are changed here. */
  void begin(Service withDefaults) {
    metadata = withDefaults.metadata();
    status = withDefaults.status();
    takeSpec(withDefaults);
  }

  /** Takes over the spec of a Service in the place of what was there. */
  void takeSpec(Service service) {
    defaulted = service;
    ServiceSpec spec = service.spec();
    type = spec.type();
    clusterIP = spec.clusterIP();
    clusterIPs = spec.clusterIPs();
    ipFamilies = spec.ipFamilies();
    ipFamilyPolicy = spec.ipFamilyPolicy();
    nodePorts = nodePortsOf(spec.ports());
    healthCheckNodePort = spec.healthCheckNodePort();
    allocateLoadBalancerNodePorts = spec.allocateLoadBalancerNodePorts();
    loadBalancerClass = spec.loadBalancerClass();
    externalTrafficPolicy = saidOrUnsaid(spec.externalTrafficPolicy());
  }

  /** Notes what a step did to a field. */
  void note(FieldChange.Kind kind, FieldPath field, String before, String after, Reason reason) {
    changes.add(new FieldChange(kind, field, before, after, reason));
  }

  /** Ends the request; always false, so that a step can end with it. */
  boolean refuse(Rejected with) {
    rejected = with;
    return false;
  }

  /** Ends the request well. */
  void accept(Accepted with) {
    accepted = with;
  }

  Accepted accepted() {
    return checkNotNull(accepted, "Acceptance is null; expected a request whose steps all passed");
  }

  Rejected rejected() {
    return checkNotNull(rejected, "Refusal is null; expected a request that a step refused");
  }

  boolean isHeadless() {
    return !clusterIPs.isEmpty() && clusterIPs.get(0).equals(ServiceSpec.CLUSTER_IP_NONE);
  }

  ImmutableList<ServicePort> ports() {
    return defaulted.spec().ports();
  }

  /** Who is to hold the addresses and ports. */
  AllocationHolder holder() {
    if (holder == null) {
      holder = AllocationHolder.service(NamespacedName.of(metadata.namespace(), metadata.name()));
    }
    return holder;
  }

  /** What tells one draw from all others: the Service, and how many there were before. */
  long nextDraw() {
    long draw = draws++;
    draw = spell(draw, metadata.namespace());
    draw = spell(draw * 31 + '/', metadata.name());
    return metadata.name().isEmpty() ? spell(draw * 31, metadata.generateName()) : draw;
  }

  private static long spell(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001b3L + text.charAt(i);
    }
    return hash;
  }

  /** The Service as the steps left it. */
  Service build() {
    return defaulted.withMetadata(metadata).withSpec(spec()).withStatus(status);
  }

  /** The spec as the steps left it. */
  ServiceSpec spec() {
    return defaulted
        .spec()
        .withPorts(portsWithNodePorts())
        .withClusterIP(clusterIP)
        .withClusterIPs(clusterIPs)
        .withIpFamilies(ipFamilies)
        .withIpFamilyPolicy(ipFamilyPolicy)
        .withHealthCheckNodePort(healthCheckNodePort)
        .withAllocateLoadBalancerNodePorts(allocateLoadBalancerNodePorts)
        .withLoadBalancerClass(loadBalancerClass)
        .withExternalTrafficPolicy(externalTrafficPolicy)
        .withEmptySelector(false);
  }

  // The server holds no empty text in this field: it is the same as none (api appendix E).
  private static Choice<ExternalTrafficPolicy> saidOrUnsaid(Choice<ExternalTrafficPolicy> policy) {
    return policy.text().isEmpty() ? Choice.unsaid() : policy;
  }

  private ImmutableList<ServicePort> portsWithNodePorts() {
    ImmutableList<ServicePort> ports = ports();
    ImmutableList.Builder<ServicePort> changed = null;
    for (int i = 0; i < nodePorts.length; i++) {
      ServicePort port = ports.get(i);
      if (changed == null && port.nodePort() != nodePorts[i]) {
        changed = ImmutableList.builderWithExpectedSize(nodePorts.length);
        changed.addAll(ports.subList(0, i));
      }
      if (changed != null) {
        changed.add(port.withNodePort(nodePorts[i]));
      }
    }
    return changed == null ? ports : changed.build();
  }

  private static int[] nodePortsOf(ImmutableList<ServicePort> ports) {
    int[] nodePorts = new int[ports.size()];
    for (int i = 0; i < nodePorts.length; i++) {
      nodePorts[i] = ports.get(i).nodePort();
    }
    return nodePorts;
  }
}
