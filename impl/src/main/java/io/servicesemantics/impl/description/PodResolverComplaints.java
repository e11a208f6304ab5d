package io.servicesemantics.impl.description;

import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.ResolvConf;

/** Pods whose resolv.conf does not find the cluster's names, or is cut (dns 12). */
final class PodResolverComplaints {

  private final Scene scene;
  private final PodComplaints.Sink sink;

  PodResolverComplaints(Scene scene, PodComplaints.Sink sink) {
    this.scene = scene;
    this.sink = sink;
  }

  void check(Pod pod, KubernetesObject maker) {
    boolean isFirst =
        !pod.spec().dnsPolicy().isSaid() || pod.spec().dnsPolicy().is(DnsPolicy.CLUSTER_FIRST);
    if (pod.spec().dnsConfig().isPresent()) {
      PodResolvConf conf = scene.namings().resolvers().of(pod);
      for (String event : conf.events()) {
        sink.add(
            ComplaintReason.RESOLV_CONF_CUT,
            maker,
            Makers.fieldOf(maker, "dnsConfig"),
            "the kubelet leaves out what is too much for Pod "
                + pod.metadata().name()
                + " and tells: "
                + event,
            "Write less: 3 name servers and 32 domains are kept, those of the cluster among them.");
      }
      conf.conf().ifPresent(file -> checkSearches(pod, maker, file));
    }
    if (isFirst && pod.spec().hostNetwork()) {
      sink.add(
          ComplaintReason.HOST_NETWORK_WITHOUT_CLUSTER_DNS,
          maker,
          Makers.fieldOf(maker, "dnsPolicy"),
          "in the node's network Pod "
              + pod.metadata().name()
              + " asks the node's name servers, which know no Service.",
          "Write dnsPolicy: ClusterFirstWithHostNet if it calls Services by name.");
    }
  }

  private void checkSearches(Pod pod, KubernetesObject maker, ResolvConf conf) {
    // what a Pod searches first that says nothing of its own
    String wanted =
        scene.namings().resolvers().in(pod.metadata().namespace()).searches().stream()
            .findFirst()
            .orElse("");
    if (pod.spec().dnsPolicy().is(DnsPolicy.NONE) && !conf.searches().contains(wanted)) {
      sink.add(
          ComplaintReason.NO_CLUSTER_SEARCH,
          maker,
          Makers.fieldOf(maker, "dnsConfig"),
          "Pod "
              + pod.metadata().name()
              + " does not search "
              + wanted
              + ", so it finds Services by their whole names alone, if its name servers know them.",
          "Write dnsPolicy: ClusterFirst, or that domain under searches.");
    }
  }
}
