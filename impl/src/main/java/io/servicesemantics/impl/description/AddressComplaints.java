package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is wrong with the addresses of a Service: claimed twice, or of a family it lacks. */
final class AddressComplaints {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private final ServiceStory story;
  private final Service service;
  private final Scene scene;
  private final PortComplaints.Sink sink;

  private AddressComplaints(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    this.story = story;
    this.service = story.service();
    this.scene = scene;
    this.sink = sink;
  }

  static void check(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    if (!story.served().isEmpty()) {
      AddressComplaints all = new AddressComplaints(story, scene, sink);
      all.checkClaims();
      all.checkServed();
      all.checkFamilies();
    }
  }

  private void checkClaims() {
    scene
        .rivals()
        .claimedTwice(service)
        .asMap()
        .forEach(
            (place, others) -> {
              sink.add(
                  ComplaintReason.ADDRESS_CLAIMED_TWICE,
                  FieldPath.root(),
                  place
                      + " is also an address of Service "
                      + Words.few(others)
                      + "; which of them gets the traffic is left to chance.",
                  "Let one Service alone have that address and port.");
            });
  }

  private void checkServed() {
    Set<IpFamily> families = new LinkedHashSet<>();
    story.served().forEach(served -> families.add(served.family()));
    ImmutableList<String> external = service.spec().externalIPs();
    for (int i = 0; i < external.size(); i++) {
      checkServed(external.get(i), SPEC.child("externalIPs").index(i), families);
    }
    for (LoadBalancerIngress point : service.status().loadBalancer().ingress()) {
      checkServed(point.ip(), FieldPath.of("status").child("loadBalancer"), families);
    }
  }

  private void checkServed(String text, FieldPath field, Set<IpFamily> families) {
    IpAddress address = IpAddress.tryParseLenient(text).orElse(null);
    if (address != null && !families.contains(address.family())) {
      String family = address.family().wireName();
      sink.add(
          ComplaintReason.ADDRESS_NOT_SERVED,
          field,
          "nodes leave traffic to "
              + text
              + " alone: the Service has no "
              + family
              + " cluster IP.",
          "Write ipFamilyPolicy: PreferDualStack, or an address of the Service's own family.");
    }
  }

  private void checkFamilies() {
    Map<IpFamily, Boolean> hasReady = new EnumMap<>(IpFamily.class);
    for (ServedPorts.Served served : story.served()) {
      hasReady.merge(served.family(), !served.endpoints().ready().isEmpty(), Boolean::logicalOr);
    }
    boolean isAny = hasReady.containsValue(true);
    hasReady.forEach(
        (family, has) -> {
          if (isAny && !has) {
            sink.add(
                ComplaintReason.FAMILY_WITHOUT_ENDPOINTS,
                SPEC.child("ipFamilies"),
                "its "
                    + family.wireName()
                    + " addresses are refused: nothing ready behind it has an address of that"
                    + " family.",
                "Give the Pods addresses of both families, or write ipFamilyPolicy: SingleStack.");
          } else if (hasReady.size() > 1 && hasNodePort() && isAddressless(family)) {
            sink.add(
                ComplaintReason.FAMILY_WITHOUT_NODES,
                SPEC.child("ipFamilies"),
                "no node says an "
                    + family.wireName()
                    + " address, so its node ports are reached by the other family alone.",
                "");
          }
        });
  }

  private boolean hasNodePort() {
    return service.spec().ports().stream().anyMatch(port -> port.nodePort() != 0);
  }

  private boolean isAddressless(IpFamily family) {
    for (Node node : scene.kinds().nodes()) {
      if (!HostAddresses.of(node, family).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
