package io.servicesemantics.impl.validation;

import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.Optional;

/** Judges objects as the API server does. */
public final class StandardValidator {

  private final boolean strictAddresses;

  /**
   * Makes a validator.
   *
   * @param gates the feature gates of the cluster
   */
  public StandardValidator(FeatureGates gates) {
    this.strictAddresses = gates.has(FeatureGate.STRICT_IP_CIDR_VALIDATION);
  }

  /**
   * Checks cluster addresses, families and their policy alone, as the server does before it
   * allocates.
   *
   * <p>Source: {@code pkg/apis/core/validation/validation.go},
   * ValidateServiceClusterIPsRelatedFields (api 3.4).
   *
   * @param spec what is asked for
   * @param old the stored Service on update, whose addresses are taken again whatever their
   *     spelling
   * @param faults where faults are added
   */
  public void checkClusterIps(ServiceSpec spec, Optional<Service> old, Faults faults) {
    StoredTexts stored =
        old.isPresent() ? StoredTexts.of(old.get().spec().clusterIPs()) : StoredTexts.NONE;
    ClusterIpRules.check(spec, stored, strictAddresses, faults);
  }
}
