package io.servicesemantics.impl.connection;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.connection.DestinationHost;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.connection.UrlParts;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.List;
import java.util.Optional;

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
                host ->
                    new NameAnswer.OfAddresses(
                        ImmutableList.of(host.address()), ImmutableList.of()));
    resolver.follow(answer, destination.port());
    resolver.noteForeign(destination, answer);
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
                names.of(
                    service,
                    Because.of(ConnectionReason.NAME_IS_SERVICE)
                        .withFact("service", service.namespacedName()),
                    origin))
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
        ? new NameAnswer.OfAddresses(LOOPBACK, ImmutableList.of())
        : names.resolve(host.name(), origin, findings);
  }

  private void follow(NameAnswer answer, DestinationPort asked) {
    if (answer instanceof NameAnswer.OfService found) {
      findings.note(found.why());
      ServiceTargets.of(found.service(), world, findings).find(asked);
    } else if (answer instanceof NameAnswer.Resolved found) {
      findings.note(found.why());
      resolved(found, asked);
    } else if (answer instanceof NameAnswer.OfAlias found) {
      found.why().forEach(findings::note);
      follow(found.target(), numbered(found.aliases(), asked));
    } else if (answer instanceof NameAnswer.OfPod found) {
      findings.note(found.why());
      PlainTargets.ofPod(found.pod(), asked, findings);
    } else if (answer instanceof NameAnswer.OfNode found) {
      findings.note(found.why());
      PlainTargets.ofNode(found.node(), asked, world, findings);
    } else if (answer instanceof NameAnswer.OfAddresses found) {
      found.why().forEach(findings::note);
      for (IpAddress address : found.addresses()) {
        PlainTargets.ofAddress(address, asked, world, findings);
      }
    } else if (answer instanceof NameAnswer.Elsewhere nothing) {
      findings.note(nothing.why());
    }
  }

  private void resolved(NameAnswer.Resolved found, DestinationPort asked) {
    if (found.isEndpoint() || found.service().spec().isHeadless()) {
      HeadlessTargets.at(found.service(), found.addresses(), world, findings).find(asked);
    } else {
      ServiceTargets.at(found.service(), found.addresses(), world, findings).find(asked);
    }
  }

  // Behind an alias nobody knows the names of its ports.
  private static DestinationPort numbered(ImmutableList<Service> aliases, DestinationPort asked) {
    if (asked instanceof DestinationPort.Named named) {
      for (Service alias : aliases) {
        for (ServicePort port : alias.spec().ports()) {
          if (port.name().equals(named.name()) && port.port() >= 1 && port.port() <= 65535) {
            return new DestinationPort.Numbered(
                port.port(), Optional.of(Ports.protocol(port.protocol())));
          }
        }
      }
    }
    return asked;
  }

  // Names of the cluster are known to who asks its DNS.
  private void noteForeign(Destination destination, NameAnswer answer) {
    boolean isOfCluster =
        answer instanceof NameAnswer.OfService
            || answer instanceof NameAnswer.Resolved
            || answer instanceof NameAnswer.OfAlias;
    if (destination.host() instanceof DestinationHost.Named
        && isOfCluster
        && origin.pod().isEmpty()) {
      findings.note(Because.of(ConnectionReason.NAME_FOREIGN_TO_CALLER));
    }
  }
}
