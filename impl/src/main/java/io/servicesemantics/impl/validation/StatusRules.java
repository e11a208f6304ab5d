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

  private static final FieldPath INGRESS =
      FieldPath.of("status").child("loadBalancer").child("ingress");

  private static final ImmutableList<String> MODES = ImmutableList.of("Proxy", "VIP");

  private StatusRules() {}

  static void check(Service service, Service old, ReleaseRules rules, Faults faults) {
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
      checkAddress(ingress.get(i), i, stored, rules, faults);
      if (rules.knowsIpMode()) {
        checkMode(ingress.get(i), i, faults);
      }
      checkHostname(ingress.get(i).hostname(), i, faults);
    }
  }

  private static void checkAddress(
      LoadBalancerIngress entry, int index, StoredTexts stored, ReleaseRules rules, Faults faults) {
    if (entry.ip().isEmpty()) {
      return;
    }
    String fault = AddressRules.addressFault(entry.ip(), rules.strictAddresses());
    if (!fault.isEmpty() && !stored.has(entry.ip())) {
      faults.invalid(
          INGRESS.index(index).child("ip"),
          entry.ip(),
          rules.wording().shortIngressFault() ? "must be a valid IP address" : fault);
    }
  }

  private static void checkMode(LoadBalancerIngress entry, int index, Faults faults) {
    boolean hasAddress = !entry.ip().isEmpty();
    if (!entry.ipMode().isSaid()) {
      if (hasAddress) {
        faults.required(mode(index), "must be specified when `ip` is set");
      }
    } else if (!hasAddress) {
      faults.forbidden(mode(index), "may not be specified when `ip` is not set");
    } else if (!entry.ipMode().isKnown()) {
      faults.notSupported(mode(index), entry.ipMode(), MODES);
    }
  }

  private static FieldPath mode(int index) {
    return INGRESS.index(index).child("ipMode");
  }

  private static void checkHostname(String hostname, int index, Faults faults) {
    if (hostname.isEmpty()) {
      return;
    }
    for (String detail : Names.subdomain(hostname)) {
      faults.invalid(INGRESS.index(index).child("hostname"), hostname, detail);
    }
    if (IpAddress.tryParseLenient(hostname).isPresent()) {
      faults.invalid(
          INGRESS.index(index).child("hostname"),
          hostname,
          "must be a DNS name, not an IP address");
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
