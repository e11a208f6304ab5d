package io.servicesemantics.upgrade;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.KubernetesVersion;
import java.util.Optional;

/**
 * What changes for the Services of a cluster when it changes its release; prints as text for a
 * terminal.
 *
 * <p>Each Service is asked about alone: which of several Services is served at an address they
 * share is left out, and so are Pods, source ports, ICMP and established connections.
 *
 * @param from the release it has
 * @param to the release it would have, later or earlier
 * @param asked how many Services were asked about
 * @param services those for which something changes, by namespace and name
 * @param notes what is to be known of the cluster as a whole, such as gates that cannot stay set
 */
public record UpgradeReport(
    KubernetesVersion from,
    KubernetesVersion to,
    int asked,
    ImmutableList<ServiceUpgrade> services,
    ImmutableList<String> notes) {

  /** Checks that no part is null. */
  public UpgradeReport {
    checkNotNull(from, "Release before is null; expected one");
    checkNotNull(to, "Release after is null; expected one");
    checkNotNull(services, "Services are null; expected a list");
    checkNotNull(notes, "Notes are null; expected a list");
  }

  /**
   * Returns what changes for a Service.
   *
   * @param service its namespace and name
   * @return what changes; empty where nothing does
   */
  public Optional<ServiceUpgrade> service(NamespacedName service) {
    return services.stream().filter(upgrade -> upgrade.service().equals(service)).findFirst();
  }

  /** {@return the changes in lines, each with its cause and what to do} */
  @Override
  public String toString() {
    return UpgradeText.of(this);
  }
}
