package io.servicesemantics.impl.validation;

import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import org.jspecify.annotations.Nullable;

/**
 * A Service that is to be stored, in the place of another one or as a new one.
 *
 * @param service the Service
 * @param old the stored one, some texts of which are taken again whatever their spelling; null for
 *     a new Service
 * @param rules the rules of the release
 */
record Proposal(Service service, @Nullable Service old, ReleaseRules rules) {

  boolean strictAddresses() {
    return rules.strictAddresses();
  }

  ServiceSpec spec() {
    return service.spec();
  }
}
