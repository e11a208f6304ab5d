package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import org.jspecify.annotations.Nullable;

/**
 * A namespace whose names are told (dns 1.2), under one of its two names.
 *
 * @param labels its name before the zone; null where nobody could ask for it
 * @param found what who asks for that name is told
 */
record NamespaceEntry(@Nullable DnsName labels, Miss found) implements Keyed {

  /** The name above its Services and, where Pods have names, that above its Pods. */
  static ImmutableList<NamespaceEntry> of(String namespace, ZoneContext context) {
    return ImmutableList.of(
        new NamespaceEntry(NameNode.labels(ServiceEntry.SVC, namespace), Miss.NAMESPACE),
        new NamespaceEntry(
            NameNode.labels(PodNode.POD, namespace),
            context.givesPodNames() ? Miss.NAMESPACE_OF_PODS : Miss.PODS_DISABLED));
  }

  boolean isNamed(DnsName asked, int from, int end) {
    return labels != null && labels.isLowerCase() && asked.isSame(from, end, labels);
  }

  @Override
  public int keyHash() {
    return labels == null ? 0 : labels.hashCode();
  }
}
