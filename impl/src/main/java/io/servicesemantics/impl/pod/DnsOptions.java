package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.PodDnsOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of a resolv.conf, told apart by what stands before the first colon. */
final class DnsOptions {

  private DnsOptions() {}

  static String name(String option) {
    int colon = option.indexOf(':');
    return colon < 0 ? option : option.substring(0, colon);
  }

  /** The options there are, with those of a Pod in place of them (dns 12.7). */
  static ImmutableList<String> merged(
      ImmutableList<String> options, ImmutableList<PodDnsOption> ofPod) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String option : options) {
      String name = name(option);
      values.put(name, option.length() == name.length() ? "" : option.substring(name.length() + 1));
    }
    for (PodDnsOption option : ofPod) {
      values.put(option.name(), option.value().orElse(""));
    }
    ImmutableList.Builder<String> merged = ImmutableList.builder();
    values.forEach((name, value) -> merged.add(value.isEmpty() ? name : name + ":" + value));
    return merged.build();
  }
}
