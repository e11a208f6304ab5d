package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.PodDnsOption;
import io.servicesemantics.pod.ResolverReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of a resolv.conf, told apart by what stands before the first colon. */
final class DnsOptions {

  private DnsOptions() {}

  static String name(String option) {
    int colon = option.indexOf(':');
    return colon < 0 ? option : option.substring(0, colon);
  }

  /** Puts the options of a Pod in place of those there are, or behind them (dns 12.7). */
  static void merge(ConfDraft draft, ImmutableList<PodDnsOption> ofPod) {
    Map<String, ConfEntry> byName = new LinkedHashMap<>();
    for (ConfEntry entry : draft.kept(ConfPart.OPTION)) {
      String name = name(entry.text);
      String value = entry.text.substring(Math.min(name.length() + 1, entry.text.length()));
      byName.put(name, entry(name, value, entry.whence));
    }
    draft.entries.removeIf(entry -> entry.part == ConfPart.OPTION && entry.isKept());
    for (PodDnsOption option : ofPod) {
      ConfEntry before = byName.get(option.name());
      ConfEntry own =
          entry(
              option.name(),
              option.value().orElse(""),
              before == null ? ResolverReason.ADDED_BY_POD : ResolverReason.REPLACED_BY_POD);
      if (before == null || !before.text.equals(own.text)) {
        byName.put(option.name(), own);
      }
      if (before != null && !before.text.equals(own.text)) {
        before.leftOut = ResolverReason.OVERRULED_BY_POD;
        draft.entries.add(before);
      }
    }
    draft.entries.addAll(byName.values());
  }

  private static ConfEntry entry(String name, String value, ResolverReason whence) {
    return new ConfEntry(ConfPart.OPTION, value.isEmpty() ? name : name + ":" + value, whence);
  }
}
