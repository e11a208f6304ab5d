package io.servicesemantics.impl.pod;

import io.servicesemantics.pod.ResolverReason;
import java.util.List;

/** How much of a resolv.conf the kubelet writes at most (dns 12.8). */
final class ConfLimits {

  private static final int MOST_NAMESERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int LONGEST_SEARCH = 253;
  private static final int LONGEST_LINE = 2048;

  private ConfLimits() {}

  /** Leaves out what goes beyond, with an event for the name servers and one for the searches. */
  static void apply(ConfDraft draft) {
    List<ConfEntry> servers = draft.kept(ConfPart.NAMESERVER);
    leaveOutFrom(servers, MOST_NAMESERVERS, ResolverReason.TOO_MANY_NAMESERVERS);
    if (servers.size() > MOST_NAMESERVERS) {
      draft.events.add(
          "Warning DNSConfigForming Nameserver limits were exceeded, some nameservers have been"
              + " omitted, the applied nameserver line is: "
              + String.join(" ", draft.texts(ConfPart.NAMESERVER)));
    }
    applyToSearches(draft);
  }

  private static void applyToSearches(ConfDraft draft) {
    List<ConfEntry> all = draft.kept(ConfPart.SEARCH);
    leaveOutFrom(all, MOST_SEARCHES, ResolverReason.TOO_MANY_SEARCHES);
    for (ConfEntry entry : all) {
      if (entry.isKept() && Octets.of(entry.text) > LONGEST_SEARCH) {
        entry.leftOut = ResolverReason.SEARCH_TOO_LONG;
      }
    }
    List<ConfEntry> kept = draft.kept(ConfPart.SEARCH);
    int octets = Octets.ofLine(draft.texts(ConfPart.SEARCH));
    for (int i = kept.size() - 1; octets > LONGEST_LINE; i--) {
      kept.get(i).leftOut = ResolverReason.SEARCH_LINE_TOO_LONG;
      octets -= Octets.of(kept.get(i).text) + " ".length();
    }
    if (draft.kept(ConfPart.SEARCH).size() < all.size()) {
      draft.events.add(
          "Warning DNSConfigForming Search Line limits were exceeded, some search paths have been"
              + " omitted, the applied search line is: "
              + String.join(" ", draft.texts(ConfPart.SEARCH)));
    }
  }

  private static void leaveOutFrom(List<ConfEntry> entries, int first, ResolverReason reason) {
    for (int i = first; i < entries.size(); i++) {
      entries.get(i).leftOut = reason;
    }
  }
}
