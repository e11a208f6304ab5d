package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupStep;

/**
 * How Pods may call a name, and what each way costs: look-ups of glibc for both families, by the
 * resolv.conf of Pods with policy ClusterFirst (dns 13.4).
 *
 * @param inNamespace the shortest way, from a Pod of the Service's namespace
 * @param elsewhere the shortest way, from a Pod of any other namespace
 * @param inFull the whole name without a dot behind, from a Pod of the Service's namespace
 */
public record ShortNames(Lookup inNamespace, Lookup elsewhere, Lookup inFull) {

  /** Checks that no part is missing. */
  public ShortNames {
    checkNotNull(inNamespace, "Look-up in the namespace is null; expected one");
    checkNotNull(elsewhere, "Look-up elsewhere is null; expected one");
    checkNotNull(inFull, "Look-up of the whole name is null; expected one");
  }

  /**
   * Returns whether a look-up comes to an end at a name.
   *
   * @param lookup one of these look-ups
   * @param name the name it is meant to find
   * @return whether that is the last name asked about
   */
  public static boolean endsAt(Lookup lookup, DnsName name) {
    if (lookup.steps().isEmpty()) {
      return false;
    }
    LookupStep last = lookup.steps().get(lookup.steps().size() - 1);
    return last.name().filter(name::equals).isPresent();
  }

  /** {@return the ways and how many questions each costs} */
  @Override
  public String toString() {
    return told(inNamespace) + ", elsewhere " + told(elsewhere) + ", in full " + told(inFull);
  }

  private static String told(Lookup lookup) {
    return lookup.name() + " (" + lookup.questions() + ")";
  }
}
