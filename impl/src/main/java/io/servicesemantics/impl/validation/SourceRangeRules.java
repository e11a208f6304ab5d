package io.servicesemantics.impl.validation;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;

/**
 * Rules about the networks a load balancer lets in: the field, or else the annotation.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateLoadBalancerSourceRanges (api
 * 3.2 S14).
 */
final class SourceRangeRules {

  // The server writes this field with a capital.
  private static final FieldPath RANGES = FieldPath.of("spec").child("LoadBalancerSourceRanges");
  private static final String KEY = KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES;
  private static final String ONLY_LOAD_BALANCERS =
      "may only be used when `type` is 'LoadBalancer'";
  private static final String NOT_A_LIST =
      "must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ";
  private static final Splitter COMMA = Splitter.on(',');

  private SourceRangeRules() {}

  static void check(Proposal proposal, Faults faults) {
    boolean isLoadBalancer = proposal.spec().type().is(ServiceType.LOAD_BALANCER);
    if (!proposal.spec().loadBalancerSourceRanges().isEmpty()) {
      if (!isLoadBalancer) {
        faults.forbidden(RANGES, ONLY_LOAD_BALANCERS);
      }
      if (proposal.rules().rangesTogether()) {
        checkTogether(proposal, faults);
      } else {
        checkField(proposal, faults);
      }
      return;
    }
    String said = proposal.service().metadata().annotations().get(KEY);
    if (said == null) {
      return;
    }
    if (!isLoadBalancer) {
      faults.forbidden(annotation(), ONLY_LOAD_BALANCERS);
    }
    Service old = proposal.old();
    if (old == null || !said.equals(old.metadata().annotations().get(KEY))) {
      checkAnnotation(said, proposal.rules(), faults);
    }
  }

  private static void checkTogether(Proposal proposal, Faults faults) {
    ImmutableList<String> ranges = proposal.spec().loadBalancerSourceRanges();
    if (!areReadable(ranges)) {
      faults.invalid(RANGES, "[" + String.join(" ", ranges) + "]", NOT_A_LIST);
    }
  }

  private static boolean areReadable(Iterable<String> ranges) {
    for (String range : ranges) {
      if (!AddressRules.cidrFault(trimmed(range), false).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static void checkField(Proposal proposal, Faults faults) {
    ImmutableList<String> ranges = proposal.spec().loadBalancerSourceRanges();
    Service old = proposal.old();
    StoredTexts stored =
        old == null ? StoredTexts.NONE : StoredTexts.trimmed(old.spec().loadBalancerSourceRanges());
    for (int i = 0; i < ranges.size(); i++) {
      if (AddressRules.cidrFault(ranges.get(i), proposal.strictAddresses()).isEmpty()) {
        continue;
      }
      String range = trimmed(ranges.get(i));
      String fault = AddressRules.cidrFault(range, proposal.strictAddresses());
      if (!fault.isEmpty() && !stored.has(range)) {
        faults.invalid(RANGES.index(i), range, fault);
      }
    }
  }

  private static void checkAnnotation(String said, ReleaseRules rules, Faults faults) {
    String ranges = trimmed(said);
    if (ranges.isEmpty()) {
      return;
    }
    if (rules.rangesTogether()) {
      if (!areReadable(COMMA.split(ranges))) {
        faults.invalid(annotation(), ranges, NOT_A_LIST);
      }
      return;
    }
    for (String part : COMMA.split(ranges)) {
      String range = trimmed(part);
      String fault = AddressRules.cidrFault(range, rules.strictAddresses());
      if (!fault.isEmpty()) {
        faults.invalid(annotation(), range, fault);
      }
    }
  }

  private static FieldPath annotation() {
    return MetadataRules.ANNOTATIONS.key(KEY);
  }

  /** What Go's strings.TrimSpace leaves. */
  static String trimmed(String text) {
    return CharMatcher.whitespace().trimFrom(text);
  }
}
