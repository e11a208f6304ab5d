package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;

/**
 * Every rule the status of a Service must meet, in the order the API server reports their faults.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateServiceStatusUpdate (api 7.1).
 */
final class StatusRules {

  static final FieldPath INGRESS = FieldPath.of("status").child("loadBalancer").child("ingress");

  private static final ImmutableList<String> MODES = ImmutableList.of("Proxy", "VIP");

  private StatusRules() {}

  static void check(Service service, Service old, boolean strict, Faults faults) {
    MetadataUpdateRules.check(service.metadata(), old.metadata(), faults);
    MetadataRules.checkFinalizerNames(service.metadata().finalizers(), faults);
    ImmutableList<LoadBalancerIngress> ingress = service.status().loadBalancer().ingress();
    if (ingress.isEmpty()) {
      return;
    }
    if (!service.spec().type().is(ServiceType.LOAD_BALANCER)) {
      faults.forbidden(INGRESS, "may only be used when `spec.type` is 'LoadBalancer'");
      return;
    }
    StoredTexts stored = StoredTexts.of(addresses(old));
    for (int i = 0; i < ingress.size(); i++) {
      checkEntry(ingress.get(i), INGRESS.index(i), stored, strict, faults);
    }
  }

  private static void checkEntry(
      LoadBalancerIngress entry,
      FieldPath path,
      StoredTexts stored,
      boolean strict,
      Faults faults) {
    boolean hasAddress = !entry.ip().isEmpty();
    if (hasAddress) {
      String fault = AddressRules.addressFault(entry.ip(), strict);
      if (!fault.isEmpty() && !stored.has(entry.ip())) {
        faults.invalid(path.child("ip"), entry.ip(), fault);
      }
    }
    if (!entry.ipMode().isSaid()) {
      if (hasAddress) {
        faults.required(path.child("ipMode"), "must be specified when `ip` is set");
      }
    } else if (!hasAddress) {
      faults.forbidden(path.child("ipMode"), "may not be specified when `ip` is not set");
    } else if (!entry.ipMode().isKnown()) {
      faults.notSupported(path.child("ipMode"), entry.ipMode(), MODES);
    }
    if (!entry.hostname().isEmpty()) {
      checkHostname(entry.hostname(), path.child("hostname"), faults);
    }
  }

  private static void checkHostname(String hostname, FieldPath path, Faults faults) {
    for (String detail : Names.subdomain(hostname)) {
      faults.invalid(path, hostname, detail);
    }
    if (IpAddress.tryParseLenient(hostname).isPresent()) {
      faults.invalid(path, hostname, "must be a DNS name, not an IP address");
    }
  }

  private static ImmutableList<String> addresses(Service old) {
    ImmutableList.Builder<String> addresses = ImmutableList.builder();
    for (LoadBalancerIngress entry : old.status().loadBalancer().ingress()) {
      addresses.add(entry.ip());
    }
    return addresses.build();
  }
}
