package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.PortDescription;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a headless Service says that nobody heeds. */
final class HeadlessComplaints {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private HeadlessComplaints() {}

  static void check(
      Service service, ImmutableList<PortDescription> ports, PortComplaints.Sink sink) {
    if (!service.spec().isHeadless()) {
      return;
    }
    for (int i = 0; i < ports.size(); i++) {
      int port = ports.get(i).port().port();
      Set<Integer> others = new LinkedHashSet<>(ports.get(i).podsByNumber().keySet());
      others.remove(port);
      if (!others.isEmpty()) {
        sink.add(
            ComplaintReason.HEADLESS_PORT_NOT_TRANSLATED,
            SPEC.child("ports").index(i),
            "nobody leads its port "
                + port
                + " to theirs: clients find the Pods by DNS, and must call "
                + Words.few(others)
                + " themselves.",
            "Write port: "
                + others.iterator().next()
                + ", unless clients ask DNS for SRV records.");
      }
    }
    if (service.spec().trafficDistribution().isSaid()) {
      addWithoutEffect("trafficDistribution", sink);
    }
    if (service.spec().internalTrafficPolicy().is(InternalTrafficPolicy.LOCAL)) {
      addWithoutEffect("internalTrafficPolicy", sink);
    }
  }

  private static void addWithoutEffect(String field, PortComplaints.Sink sink) {
    sink.add(
        ComplaintReason.HEADLESS_WITHOUT_EFFECT,
        SPEC.child(field),
        "it has no effect: clients of a headless Service go to the Pods themselves, past"
            + " kube-proxy.",
        "Leave it out, or give the Service a cluster IP.");
  }
}
