package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.ObjectReference;
import org.jspecify.annotations.Nullable;

/** Tells of the endpoints of a Service that have no names, or other ones than somebody thinks. */
final class EndpointAccount {

  private static final int MOST_TOLD = 20;

  private EndpointAccount() {}

  /** The endpoints that are not ready, or that there is no slice at all. */
  static ImmutableList<Because> notCounted(@Nullable ServiceEntry entry) {
    if (entry == null || entry.slices.isEmpty()) {
      return ImmutableList.of(Because.of(DnsReason.NO_SLICE));
    }
    ImmutableList.Builder<Because> unready = ImmutableList.builder();
    int count = 0;
    for (EndpointSlice slice : entry.slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (!isReady(endpoint) && count++ < MOST_TOLD) {
          unready.add(told(DnsReason.ENDPOINT_NOT_READY, endpoint));
        }
      }
    }
    if (count > MOST_TOLD) {
      unready.add(Because.of(DnsReason.ENDPOINT_NOT_READY).withFact("more", count - MOST_TOLD));
    }
    return unready.build();
  }

  /** The endpoints that somebody may mean by a label that is none's name. */
  static ImmutableList<Because> meant(@Nullable ServiceEntry entry, String label) {
    if (entry == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Because> meant = ImmutableList.builder();
    for (EndpointSlice slice : entry.slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        boolean isPod = podName(endpoint).equals(label);
        if (!isReady(endpoint) && (isPod || isCalled(endpoint, label, entry.context()))) {
          meant.add(told(DnsReason.ENDPOINT_NOT_READY, endpoint));
        } else if (isPod) {
          meant.add(calledOtherwise(endpoint));
        }
      }
    }
    return meant.build();
  }

  private static Because calledOtherwise(Endpoint endpoint) {
    String hostname = endpoint.hostname().orElse("");
    return hostname.isEmpty()
        ? told(DnsReason.POD_WITHOUT_HOSTNAME, endpoint)
        : told(DnsReason.POD_CALLED_OTHERWISE, endpoint).withFact("hostname", hostname);
  }

  private static boolean isReady(Endpoint endpoint) {
    return endpoint.conditions().ready().orElse(true);
  }

  private static boolean isCalled(Endpoint endpoint, String label, ZoneContext context) {
    for (String address : endpoint.addresses()) {
      if (EndpointNode.label(endpoint, address, context.settings().endpointPodNames())
          .equals(label)) {
        return true;
      }
    }
    return false;
  }

  private static String podName(Endpoint endpoint) {
    return endpoint.targetRef().map(ObjectReference::name).orElse("");
  }

  private static Because told(DnsReason reason, Endpoint endpoint) {
    Because told = Because.of(reason).withFact("endpoint", String.join(" ", endpoint.addresses()));
    String pod = podName(endpoint);
    return pod.isEmpty() ? told : told.withFact("Pod", pod);
  }
}
