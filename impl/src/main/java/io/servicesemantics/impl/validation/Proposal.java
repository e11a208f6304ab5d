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
 * @param nameRule what names of Services may look like
 * @param strictAddresses whether new addresses must be written unambiguously
 */
record Proposal(
    Service service, @Nullable Service old, NameRule nameRule, boolean strictAddresses) {

  ServiceSpec spec() {
    return service.spec();
  }
}
