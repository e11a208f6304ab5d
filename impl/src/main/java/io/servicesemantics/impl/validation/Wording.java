package io.servicesemantics.impl.validation;

import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;

/**
 * How a release words its faults, where releases differ.
 *
 * @param values how bad values are printed
 * @param qualifiedNames whether keys are called qualified names, and measured in characters
 *     (versions A7)
 * @param ownerFieldsNamed whether faults of owner references repeat the field (versions A11b)
 * @param shortIngressFault whether the fault of a load balancer's address gives no examples
 *     (versions A17)
 */
public record Wording(
    ValueText values, boolean qualifiedNames, boolean ownerFieldsNamed, boolean shortIngressFault) {

  /**
   * Returns the wording of a release.
   *
   * @param quirks what it does otherwise than the newest one
   * @return its wording
   */
  public static Wording of(Quirks quirks) {
    return new Wording(
        quirks.has(Quirk.VALUES_IN_GO_SYNTAX) ? ValueText.GO_SYNTAX : ValueText.JSON,
        quirks.has(Quirk.KEYS_ARE_QUALIFIED_NAMES),
        quirks.has(Quirk.OWNER_FAULTS_NAME_THE_FIELD),
        quirks.has(Quirk.INGRESS_ADDRESS_FAULT_IS_SHORT));
  }
}
