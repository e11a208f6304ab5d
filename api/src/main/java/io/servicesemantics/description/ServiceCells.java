package io.servicesemantics.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the columns of a Service's row (api appendix G). */
final class ServiceCells {

  private static final String NONE = "<none>";
  private static final String UNKNOWN = "<unknown>";
  private static final String PENDING = "<pending>";
  // How many bytes the addresses of a load balancer may take where the table is not wide.
  private static final int MOST_BYTES = 16;
  private static final String CUT = "...";

  private ServiceCells() {}

  static ImmutableList<String> of(Service service, TableStyle style) {
    ServiceSpec spec = service.spec();
    ImmutableList.Builder<String> cells = ImmutableList.builder();
    if (style.namespaces()) {
      cells.add(service.metadata().namespace());
    }
    cells.add(
        service.metadata().name(),
        spec.type().text(),
        spec.clusterIPs().isEmpty() ? NONE : spec.clusterIPs().get(0),
        externalIp(service, style.wide()),
        ports(spec),
        age(service.metadata().creationTimestamp(), style.now()));
    if (style.wide()) {
      cells.add(selector(spec.selector()));
    }
    return cells.build();
  }

  private static String externalIp(Service service, boolean wide) {
    ServiceSpec spec = service.spec();
    Optional<ServiceType> type = spec.type().known();
    if (type.isEmpty()) {
      return UNKNOWN;
    }
    return switch (type.get()) {
      case CLUSTER_IP, NODE_PORT -> joined(spec.externalIPs(), NONE);
      case LOAD_BALANCER -> balanced(service, wide);
      case EXTERNAL_NAME -> spec.externalName();
    };
  }

  private static String balanced(Service service, boolean wide) {
    TreeSet<String> distinct = new TreeSet<>();
    for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
      String address = ingress.ip().isEmpty() ? ingress.hostname() : ingress.ip();
      if (!address.isEmpty()) {
        distinct.add(address);
      }
    }
    String balancers = String.join(",", distinct);
    String shown = wide ? balancers : cut(balancers);
    ImmutableList.Builder<String> all = ImmutableList.builder();
    if (!shown.isEmpty()) {
      all.add(shown);
    }
    return joined(all.addAll(service.spec().externalIPs()).build(), PENDING);
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return bytes.length <= MOST_BYTES
        ? text
        : new String(Arrays.copyOf(bytes, MOST_BYTES - CUT.length()), UTF_8) + CUT;
  }

  private static String joined(ImmutableList<String> texts, String none) {
    return texts.isEmpty() ? none : String.join(",", texts);
  }

  private static String ports(ServiceSpec spec) {
    ImmutableList.Builder<String> ports = ImmutableList.builder();
    for (ServicePort port : spec.ports()) {
      String node = port.nodePort() > 0 ? ":" + port.nodePort() : "";
      ports.add(port.port() + node + "/" + port.protocol().text());
    }
    return joined(ports.build(), NONE);
  }

  private static String age(Optional<Instant> created, Optional<Instant> now) {
    return created.isPresent() && now.isPresent()
        ? HumanDuration.of(ChronoUnit.SECONDS.between(created.get(), now.get()))
        : UNKNOWN;
  }

  private static String selector(Map<String, String> selector) {
    ImmutableList.Builder<String> labels = ImmutableList.builder();
    new TreeMap<>(selector).forEach((key, value) -> labels.add(key + "=" + value));
    return joined(labels.build(), NONE);
  }
}
