package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.service.ServiceSpec;

/**
 * Brings {@code clusterIPs} in line with {@code clusterIP}, for clients that know only the latter.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/storage.go}, normalizeClusterIPs (api 4.3).
 */
final class ClusterIpNormalizer {

  private ClusterIpNormalizer() {}

  static boolean onCreate(Draft draft) {
    if (!draft.clusterIP.isEmpty() && draft.clusterIPs.isEmpty()) {
      follow(draft);
    }
    return true;
  }

  static boolean onUpdate(Draft draft, ServiceSpec old) {
    if (draft.clusterIPs.isEmpty() && draft.clusterIP.equals(old.clusterIP())) {
      CarriedOver.addresses(draft, old);
    }
    if (draft.clusterIP.equals(old.clusterIP()) || !draft.clusterIPs.equals(old.clusterIPs())) {
      return true;
    }
    if (draft.clusterIP.isEmpty()) {
      draft.note(
          FieldChange.Kind.INFERRED,
          Paths.CLUSTER_IPS,
          String.join(", ", draft.clusterIPs),
          "",
          AdmissionReason.CLUSTER_IPS_CLEARED);
      draft.clusterIPs = ImmutableList.of();
    } else {
      follow(draft);
    }
    return true;
  }

  private static void follow(Draft draft) {
    draft.note(
        FieldChange.Kind.INFERRED,
        Paths.address(0),
        draft.clusterIPs.isEmpty() ? "" : draft.clusterIPs.get(0),
        draft.clusterIP,
        AdmissionReason.CLUSTER_IPS_FROM_CLUSTER_IP);
    draft.clusterIPs = ImmutableList.of(draft.clusterIP);
  }
}
