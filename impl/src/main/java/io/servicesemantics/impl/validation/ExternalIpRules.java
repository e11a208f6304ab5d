package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.Service;

/** Rules about {@code spec.externalIPs}, whatever the type of the Service (api 3.2 S9). */
final class ExternalIpRules {

  private static final FieldPath EXTERNAL_IPS = FieldPath.of("spec").child("externalIPs");

  private ExternalIpRules() {}

  static void check(Proposal proposal, Faults faults) {
    ImmutableList<String> addresses = proposal.spec().externalIPs();
    if (addresses.isEmpty()) {
      return;
    }
    Service old = proposal.old();
    StoredTexts stored = old == null ? StoredTexts.NONE : StoredTexts.of(old.spec().externalIPs());
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      String fault = AddressRules.addressFault(address, proposal.strictAddresses());
      if (!fault.isEmpty() && !stored.has(address)) {
        faults.invalid(EXTERNAL_IPS.index(i), address, fault);
        continue;
      }
      // asked of stored ones as well
      for (String detail : AddressRules.specialFaults(address)) {
        faults.invalid(EXTERNAL_IPS.index(i), address, detail);
      }
    }
  }
}
