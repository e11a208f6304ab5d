package io.servicesemantics.impl.pod;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.HostnameReason;

/** Tells how a Pod comes by its names. */
final class HostNamingAccount {

  // Of longer texts the beginning is enough to know them by.
  private static final int SHOWN = 300;

  private HostNamingAccount() {}

  static Because of(HostNaming naming, Pod pod) {
    HostNames names = naming.names();
    ImmutableList.Builder<Because> causes = ImmutableList.builder();
    for (HostnameReason reason : naming.reasons()) {
      causes.add(told(reason, naming, pod));
    }
    boolean isNamed = names.error().isEmpty();
    return new Because(
        isNamed ? HostnameReason.NAMED : HostnameReason.CANNOT_BE_NAMED,
        isNamed
            ? ImmutableMap.of("name", shown(names.fqdn()))
            : ImmutableMap.of("error", shown(names.error().get())),
        causes.build());
  }

  private static Because told(HostnameReason reason, HostNaming naming, Pod pod) {
    HostNames names = naming.names();
    Because because = Because.of(reason);
    return switch (reason) {
      case NAMED_BY_OVERRIDE -> because.withFact("hostnameOverride", shown(naming.chosen()));
      case NAMED_BY_HOSTNAME -> because.withFact("hostname", shown(naming.chosen()));
      case NAMED_AS_POD -> because.withFact("pod", shown(naming.chosen()));
      case SUBDOMAIN_REFUSED -> because.withFact("subdomain", shown(pod.spec().subdomain()));
      case NAME_CUT, NOTHING_LEFT_OF_NAME ->
          because
              .withFact("length", naming.chosen().length())
              .withFact("left", "\"" + names.hostname() + "\"");
      case HAS_DOMAIN -> because.withFact("domain", shown(names.domain()));
      case KERNEL_SAYS_HOSTNAME, KERNEL_SAYS_FQDN, KERNEL_HAS_NO_DOMAIN ->
          because.withFact("name", shown(names.kernelHostname().orElse("")));
      case FQDN_TOO_LONG -> because.withFact("octets", Octets.of(names.fqdn()));
      case HOSTS_FILE_OF_POD ->
          because.withFact("addresses", shown(String.join(" ", pod.status().podIPs())));
      default -> because;
    };
  }

  private static String shown(String text) {
    return Ascii.truncate(text, SHOWN, "...");
  }
}
