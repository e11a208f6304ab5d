package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.FieldPreview;
import io.servicesemantics.admission.FieldPreview.Outcome;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.ReleasedNumbers;
import io.servicesemantics.admission.UpdatePreview;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.Service;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells field by field what became of a request. It decides nothing: it reads what the steps noted,
 * and what is stored, was sent and came out.
 */
final class Preview {

  private static final ImmutableMap<Refusal, FieldPath> REFUSED_FIELDS =
      ImmutableMap.of(
          Refusal.CLUSTER_IP, Paths.CLUSTER_IPS,
          Refusal.NODE_PORT, Paths.PORTS,
          Refusal.HEALTH_CHECK_NODE_PORT, Paths.HEALTH_CHECK_NODE_PORT,
          Refusal.NAMESPACE, Paths.NAMESPACE,
          Refusal.ALREADY_EXISTS, Paths.NAME,
          Refusal.NOT_FOUND, Paths.NAME,
          Refusal.CONFLICT, Paths.RESOURCE_VERSION);

  private final Manifests manifests;

  Preview(Manifests manifests) {
    this.manifests = manifests;
  }

  UpdatePreview of(Draft draft, AdmissionDecision decision) {
    Map<FieldPath, String> stored = fields(draft.old);
    Map<FieldPath, String> sent = fields(draft.sent);
    Map<FieldPath, String> result = fields(result(draft, decision));
    SetMultimap<FieldPath, String> refused = refused(decision);
    ImmutableListMultimap<FieldPath, FieldChange> changes =
        Multimaps.index(draft.changes, FieldChange::field);
    ReleasedNumbers released =
        decision instanceof Accepted accepted ? accepted.released() : ReleasedNumbers.NONE;

    FieldOrder order = new FieldOrder();
    order.addAll(result.keySet());
    order.addAll(stored.keySet());
    order.addAll(sent.keySet());
    refused.keySet().forEach(order::addBeforeItsParts);
    ImmutableList.Builder<FieldPreview> previews = ImmutableList.builder();
    for (FieldPath field : order.toList()) {
      String before = stored.getOrDefault(field, "");
      String asked = sent.getOrDefault(field, "");
      if (refused.containsKey(field)) {
        previews.add(
            new FieldPreview(
                field,
                Outcome.REFUSED,
                before,
                asked,
                "",
                ImmutableList.copyOf(refused.get(field))));
      } else {
        String after = result.getOrDefault(field, "");
        previews.add(preview(field, before, asked, after, changesOf(field, changes), released));
      }
    }
    return new UpdatePreview(decision, previews.build());
  }

  private Map<FieldPath, String> fields(@Nullable Service service) {
    return service == null ? Map.of() : ObjectFields.of(manifests.toTree(service));
  }

  // Of a refused request, what the steps had arrived at.
  private static @Nullable Service result(Draft draft, AdmissionDecision decision) {
    if (decision instanceof Accepted accepted) {
      return accepted.isGone() ? null : accepted.service();
    }
    return draft.build();
  }

  private static SetMultimap<FieldPath, String> refused(AdmissionDecision decision) {
    SetMultimap<FieldPath, String> refused = LinkedHashMultimap.create();
    if (!(decision instanceof Rejected rejected)) {
      return refused;
    }
    for (FieldError fault : rejected.faults()) {
      refused.put(fault.field(), fault.body());
    }
    FieldPath field = REFUSED_FIELDS.get(rejected.refusal());
    if (refused.isEmpty() && field != null) {
      refused.put(field, rejected.message());
    }
    return refused;
  }

  // What was done to the field itself, or to all that it is part of.
  private static ImmutableList<FieldChange> changesOf(
      FieldPath field, ImmutableListMultimap<FieldPath, FieldChange> changes) {
    ImmutableList<FieldChange> found = changes.get(field);
    FieldPath path = field;
    while (found.isEmpty() && path.parent().isPresent()) {
      path = path.parent().get();
      found = changes.get(path);
    }
    return found;
  }

  private static FieldPreview preview(
      FieldPath field,
      String before,
      String asked,
      String after,
      ImmutableList<FieldChange> changes,
      ReleasedNumbers released) {
    boolean isFreed = !before.equals(after) && isReleased(field, before, released);
    ImmutableList.Builder<String> because = ImmutableList.builder();
    for (FieldChange change : changes) {
      because.add(change.reason().sentence() + " [" + change.reason().rule() + "]");
    }
    if (changes.isEmpty() && asked.isEmpty() && after.isEmpty()) {
      because.add("The request leaves it out, and nothing keeps it.");
    }
    if (isFreed) {
      because.add(before + " is given back.");
    }
    return new FieldPreview(
        field, outcome(before, after, changes, isFreed), before, asked, after, because.build());
  }

  private static Outcome outcome(
      String before, String after, ImmutableList<FieldChange> changes, boolean isFreed) {
    FieldChange.Kind last = changes.isEmpty() ? null : changes.get(changes.size() - 1).kind();
    if (last == FieldChange.Kind.IGNORED) {
      return Outcome.IGNORED;
    }
    if (before.equals(after) && !before.isEmpty()) {
      return Outcome.KEPT;
    }
    if (after.isEmpty()) {
      return isFreed ? Outcome.FREED : Outcome.WIPED;
    }
    if (last == null) {
      return Outcome.CHANGED;
    }
    return switch (last) {
      case DEFAULTED -> Outcome.DEFAULTED;
      case INFERRED -> Outcome.INFERRED;
      case PICKED -> Outcome.PICKED;
      case CARRIED_OVER -> Outcome.KEPT;
      case WIPED, IGNORED -> Outcome.CHANGED;
    };
  }

  private static boolean isReleased(FieldPath field, String number, ReleasedNumbers released) {
    if (number.isEmpty() || released.isEmpty()) {
      return false;
    }
    if (field.equals(Paths.CLUSTER_IP) || Optional.of(Paths.CLUSTER_IPS).equals(field.parent())) {
      return IpAddress.tryParseLenient(number).filter(released.clusterIPs()::contains).isPresent();
    }
    Object name = field.steps().get(field.steps().size() - 1);
    return (name.equals("nodePort") || field.equals(Paths.HEALTH_CHECK_NODE_PORT))
        && released.nodePorts().contains(Integer.valueOf(number));
  }
}
