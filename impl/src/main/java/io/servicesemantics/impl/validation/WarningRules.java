package io.servicesemantics.impl.validation;

import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;

/**
 * What a release warns of, where releases differ.
 *
 * @param externalIps whether it warns that {@code spec.externalIPs} is deprecated (versions A3)
 * @param preferClose whether it warns that PreferClose is deprecated (versions A6)
 * @param headless whether it warns of fields that headless Services ignore (versions A10)
 * @param endpoints whether it warns that Endpoints are deprecated (api 9)
 * @param addresses how it warns of the spelling of addresses (versions A4, A12)
 */
record WarningRules(
    boolean externalIps,
    boolean preferClose,
    boolean headless,
    boolean endpoints,
    AddressWarnings addresses) {

  static WarningRules of(Quirks quirks) {
    return new WarningRules(
        !quirks.has(Quirk.NO_EXTERNAL_IPS_WARNING),
        !quirks.has(Quirk.NO_PREFER_CLOSE_WARNING),
        !quirks.has(Quirk.NO_HEADLESS_WARNINGS),
        !quirks.has(Quirk.NO_ENDPOINTS_WARNING),
        addresses(quirks));
  }

  private static AddressWarnings addresses(Quirks quirks) {
    if (quirks.has(Quirk.FIRST_ADDRESS_WARNINGS)) {
      return new FirstAddressWarnings();
    }
    return new StandardAddressWarnings(
        quirks.has(Quirk.ADDRESS_WARNINGS_TELL_THE_FUTURE)
            ? "will be considered invalid in a future Kubernetes release"
            : "is invalid");
  }
}
