package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.object.NamespacedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of a cluster, made when the first one is asked about: it serves one trace. */
final class ClusterZone {

  /** Who knows nothing of the cluster, nor of anything else. */
  static final NameServer OTHERS = question -> DnsAnswer.of(ResponseCode.NXDOMAIN);

  private static final String SERVICES = "svc";
  // kind, namespace and Service, and before these an endpoint, or port and protocol (dns 4.4)
  private static final int LABELS_OF_SERVICE = 3;
  private static final int MOST_LABELS = 5;

  private final ClusterDns dns;
  private final World world;
  private @Nullable DnsZone zone;

  ClusterZone(ClusterDns dns, World world) {
    this.dns = dns;
    this.world = world;
  }

  DnsZone zone() {
    if (zone == null) {
      zone =
          dns.zoneOf(world.snapshot(), DnsSurroundings.NONE.withUpstream(OTHERS), DnsMode.COREDNS);
    }
    return zone;
  }

  /** The name of a Service, whether or not there is one; empty where it is too long for one. */
  Optional<DnsName> nameOf(NamespacedName service) {
    return dns.names().ofService(service);
  }

  /** Whether the cluster's servers answer for a name themselves. */
  boolean has(DnsName name) {
    return originOf(name).isPresent();
  }

  /** The Service that a name is that of, or of a part of. */
  Optional<ServiceName> serviceAt(DnsName name) {
    Optional<DnsName> origin = originOf(name);
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    List<String> labels = name.toLowerCase().labels();
    int own = labels.size() - origin.get().labelCount();
    return own >= LABELS_OF_SERVICE && own <= MOST_LABELS && labels.get(own - 1).equals(SERVICES)
        ? Optional.of(
            new ServiceName(
                NamespacedName.of(labels.get(own - 2), labels.get(own - 3)),
                own - LABELS_OF_SERVICE))
        : Optional.empty();
  }

  private Optional<DnsName> originOf(DnsName name) {
    ImmutableList<DnsName> origins = zone().origins();
    Optional<DnsName> longest = Optional.empty();
    for (DnsName origin : origins) {
      boolean isLonger = longest.isEmpty() || longest.get().length() < origin.length();
      if (isLonger && name.isAtOrBelow(origin)) {
        longest = Optional.of(origin);
      }
    }
    return longest;
  }

  /**
   * A name, read.
   *
   * @param service the Service it is about
   * @param labelsBefore how many labels stand before the Service's
   */
  record ServiceName(NamespacedName service, int labelsBefore) {

    /** Whether it is the Service's own name. */
    boolean isWhole() {
      return labelsBefore == 0;
    }

    /** Whether it is the name of an endpoint of it. */
    boolean isEndpoint() {
      return labelsBefore == 1;
    }
  }
}
