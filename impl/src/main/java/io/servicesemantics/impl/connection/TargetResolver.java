package io.servicesemantics.impl.connection;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.connection.DestinationHost;
import io.servicesemantics.connection.UrlParts;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.List;

/** Finds the addresses and ports a destination leads to. */
final class TargetResolver {

  private static final String LOCALHOST = "localhost";
  private static final ImmutableList<IpAddress> LOOPBACK =
      ImmutableList.of(IpFamily.IPV4.loopback(), IpFamily.IPV6.loopback());

  private final World world;
  private final ClusterNames names;
  private final Origin origin;
  private final Findings findings;

  private TargetResolver(World world, ClusterNames names, Origin origin) {
    this.world = world;
    this.names = names;
    this.origin = origin;
    this.findings = new Findings(origin);
  }

  static Targets resolve(Destination destination, Origin origin, ClusterNames names, World world) {
    TargetResolver resolver = new TargetResolver(world, names, origin);
    destination.url().ifPresent(resolver::noteIgnored);
    NameAnswer answer =
        destination
            .host()
            .match(
                resolver::service,
                resolver::pod,
                resolver::node,
                resolver::named,
                host -> new NameAnswer.OfAddresses(ImmutableList.of(host.address())));
    resolver.follow(answer, destination);
    resolver.findings.noteWhereOutsideArrives(world);
    return resolver.findings.done();
  }

  private void noteIgnored(UrlParts url) {
    boolean saysMore = !url.rest().isEmpty() && !url.rest().equals("/");
    if (saysMore || url.hasUserInfo()) {
      Because why = Because.of(ConnectionReason.URL_PARTS_IGNORED);
      why = url.hasUserInfo() ? why.withFact("not", "the user") : why;
      findings.note(
          saysMore
              ? why.withFact(
                  url.hasUserInfo() ? "nor" : "not", Ascii.truncate(url.rest(), 60, "..."))
              : why);
    }
  }

  private NameAnswer service(DestinationHost.OfService host) {
    return world
        .snapshot()
        .service(host.name().namespace(), host.name().name())
        .<NameAnswer>map(
            service ->
                new NameAnswer.OfService(
                    service,
                    Because.of(ConnectionReason.NAME_IS_SERVICE)
                        .withFact("service", service.namespacedName())))
        .orElseGet(
            () -> notThere("service " + host.name(), NearMisses.ofService(host.name(), world)));
  }

  private NameAnswer pod(DestinationHost.OfPod host) {
    List<Pod> found = PodNames.called(host.name(), world);
    if (found.size() != 1) {
      return notThere(
          host.toString(),
          found.isEmpty() ? NearMisses.ofPod(host.name(), world) : NearMisses.listed(found));
    }
    return new NameAnswer.OfPod(
        found.get(0),
        Because.of(ConnectionReason.NAME_IS_POD).withFact("pod", found.get(0).namespacedName()));
  }

  private NameAnswer node(DestinationHost.OfNode host) {
    return world
        .snapshot()
        .node(host.name())
        .<NameAnswer>map(
            node ->
                new NameAnswer.OfNode(
                    node, Because.of(ConnectionReason.NAME_IS_NODE).withFact("node", host.name())))
        .orElseGet(() -> notThere(host.toString(), NearMisses.ofNode(host.name(), world)));
  }

  private static NameAnswer notThere(String asked, String near) {
    return new NameAnswer.Elsewhere(
        Because.of(ConnectionReason.NAME_NOT_THERE)
            .withFact("asked", asked)
            .withFact("there is", near));
  }

  private NameAnswer named(DestinationHost.Named host) {
    return Ascii.equalsIgnoreCase(host.name(), LOCALHOST)
        ? new NameAnswer.OfAddresses(LOOPBACK)
        : names.resolve(host.name(), origin);
  }

  private void follow(NameAnswer answer, Destination destination) {
    if (answer instanceof NameAnswer.OfService found) {
      findings.note(found.why());
      noteForeign(destination);
      new ServiceTargets(found.service(), names, world, findings).find(destination.port());
    } else if (answer instanceof NameAnswer.OfEndpoint found) {
      findings.note(found.why());
      noteForeign(destination);
      new HeadlessTargets(found.service(), found.hostname(), world, findings)
          .find(destination.port());
    } else if (answer instanceof NameAnswer.OfPod found) {
      findings.note(found.why());
      PlainTargets.ofPod(found.pod(), destination.port(), findings);
    } else if (answer instanceof NameAnswer.OfNode found) {
      findings.note(found.why());
      PlainTargets.ofNode(found.node(), destination.port(), world, findings);
    } else if (answer instanceof NameAnswer.OfAddresses found) {
      for (IpAddress address : found.addresses()) {
        PlainTargets.ofAddress(address, destination.port(), world, findings);
      }
    } else if (answer instanceof NameAnswer.Elsewhere nothing) {
      findings.note(nothing.why());
    }
  }

  // Names of the cluster are known to who asks its DNS.
  private void noteForeign(Destination destination) {
    boolean asksCluster =
        origin.isPod()
            || origin
                .pod()
                .filter(pod -> pod.spec().dnsPolicy().is(DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET))
                .isPresent();
    if (destination.host() instanceof DestinationHost.Named && !asksCluster) {
      findings.note(Because.of(ConnectionReason.NAME_FOREIGN_TO_CALLER));
    }
  }
}
