package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.admission.ServiceAllocator;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.admission.Subresource;
import io.servicesemantics.admission.UpdatePreview;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.impl.validation.StandardValidator;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides requests about Services as the API server does.
 *
 * <p>The order of the steps is itself behaviour: addresses and ports are taken before fields are
 * judged, so that a Service whose address cannot be had never shows its other faults (api 0.2,
 * 0.3).
 */
public final class StandardAdmission implements ServiceAdmission {

  private static final ImmutableList<String> NAMESPACES =
      ImmutableList.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final ServiceDefaulter defaulter;
  private final ServiceAllocator allocator;
  private final AdmissionTraits traits;
  private final IncomingRequest incoming;
  private final FamilyPlan families;
  private final ClusterIps clusterIps;
  private final Judgement judgement;
  private final Outcome outcome;
  private final Preview preview;

  /**
   * Makes the admission of a cluster.
   *
   * @param manifests what decodes bodies
   * @param defaulter what sets defaults
   * @param validator what judges fields
   * @param allocator what keeps account of addresses and ports
   * @param gates the feature gates of the cluster
   * @param quirks what its release does otherwise than the newest one
   */
  public StandardAdmission(
      Manifests manifests,
      ServiceDefaulter defaulter,
      StandardValidator validator,
      ServiceAllocator allocator,
      FeatureGates gates,
      Quirks quirks) {
    this.traits = AdmissionTraits.of(gates, quirks, validator.wording());
    this.defaulter = defaulter;
    this.allocator = allocator;
    this.incoming = new IncomingRequest(manifests, defaulter);
    this.families = new FamilyPlan(validator);
    this.clusterIps = new ClusterIps(validator);
    this.judgement = new Judgement(validator);
    this.outcome = new Outcome(defaulter);
    this.preview = new Preview(manifests);
  }

  @Override
  public ClusterState emptyState() {
    return ClusterState.of(NAMESPACES.stream().map(Namespace::of).toList(), allocator.empty());
  }

  @Override
  public ClusterState stateOf(ClusterSnapshot world) {
    Map<String, Namespace> namespaces = new LinkedHashMap<>();
    for (String name : NAMESPACES) {
      namespaces.put(name, Namespace.of(name));
    }
    for (Service service : world.services()) {
      String name = service.metadata().namespace();
      namespaces.put(name, Namespace.of(name));
    }
    for (Namespace namespace : world.namespaces()) {
      namespaces.put(namespace.metadata().name(), namespace);
    }
    ClusterState state = ClusterState.of(namespaces.values(), allocator.of(world));
    for (Service service : world.services()) {
      state = state.withService(service);
    }
    return state;
  }

  @Override
  public AdmissionDecision admit(
      AdmissionRequest request, ClusterState state, NumberPicker picker) {
    return decide(new Draft(request, state, picker, traits));
  }

  @Override
  public UpdatePreview preview(AdmissionRequest request, ClusterState state, NumberPicker picker) {
    Draft draft = new Draft(request, state, picker, traits);
    AdmissionDecision decision = decide(draft);
    return preview.of(draft, decision);
  }

  @Override
  public DeletionDecision delete(NamespacedName service, ClusterState state, Instant now) {
    Service stored = state.service(service).orElse(null);
    return stored == null
        ? new DeletionDecision.NotFound(notFound(service.name()))
        : Deletions.decide(stored, read(stored), state, now);
  }

  private AdmissionDecision decide(Draft draft) {
    boolean isTaken = incoming.read(draft) && isTaken(draft);
    return isTaken ? draft.accepted() : draft.rejected();
  }

  private boolean isTaken(Draft draft) {
    if (draft.request.verb() == Verb.CREATE) {
      return create(draft);
    }
    Service stored = draft.state.service(draft.target).orElse(null);
    if (draft.request.subresource() == Subresource.STATUS) {
      return stored == null
          ? draft.refuse(Refusals.notFound(draft, Refusal.NOT_FOUND, notFound(draft.target.name())))
          : updateStatus(draft, defaulter.applyTo(stored));
    }
    return stored == null ? createByUpdate(draft) : update(draft, read(stored));
  }

  // POST
  private boolean create(Draft draft) {
    return IncomingRequest.hasNamespace(draft, true)
        && SystemMetadata.onCreate(draft)
        && GeneratedName.settle(draft)
        && prepareNew(draft)
        && Store.takesNew(draft)
        && outcome.created(draft);
  }

  // PUT of a name that does not exist
  private boolean createByUpdate(Draft draft) {
    return Store.isMeant(draft, "")
        && IncomingRequest.hasNamespace(draft, true)
        && Store.hasReadableVersion(draft)
        && SystemMetadata.onCreate(draft)
        && prepareNew(draft)
        && outcome.created(draft);
  }

  private boolean prepareNew(Draft draft) {
    return GatedFields.dropNew(draft)
        && ClusterIpNormalizer.onCreate(draft)
        && families.settle(draft)
        && clusterIps.onCreate(draft)
        && NodePorts.onCreate(draft)
        && HealthCheckPort.onCreate(draft)
        && UnreadPart.onCreate(draft)
        && judgement.onCreate(draft);
  }

  // PUT
  private boolean update(Draft draft, Service old) {
    draft.old = old;
    ServiceSpec spec = old.spec();
    return Store.isMeant(draft, old.metadata().uid())
        && IncomingRequest.hasNamespace(draft, false)
        && Store.hasReadableVersion(draft)
        && Store.isCurrent(draft, old.metadata())
        && GatedFields.drop(draft, spec)
        && CarriedOver.fromStored(draft, spec)
        && ClusterIpNormalizer.onUpdate(draft, spec)
        && families.settle(draft)
        && clusterIps.onUpdate(draft, spec)
        && NodePorts.onUpdate(draft, spec)
        && HealthCheckPort.onUpdate(draft, spec)
        && UnreadPart.onUpdate(draft, old)
        && UnusedFields.drop(draft, spec)
        && SystemMetadata.onUpdate(draft, old.metadata())
        && judgement.onUpdate(draft, old)
        && outcome.updated(draft, old);
  }

  // PUT of the status
  private boolean updateStatus(Draft draft, Service old) {
    draft.old = old;
    return Store.isMeant(draft, old.metadata().uid())
        && IncomingRequest.hasNamespace(draft, false)
        && Store.hasReadableVersion(draft)
        && Store.isCurrent(draft, old.metadata())
        && UnreadPart.onStatusUpdate(draft, old)
        && GatedFields.dropOfStatus(draft, old)
        && SystemMetadata.onUpdate(draft, old.metadata())
        && judgement.onStatusUpdate(draft, old)
        && outcome.updated(draft, old);
  }

  // What is read from the store is defaulted as what is sent, and shown as whole.
  private Service read(Service stored) {
    return defaulter.onRead(defaulter.applyTo(stored));
  }

  private static String notFound(String name) {
    return "services " + QuotedText.of(name) + " not found";
  }
}
