package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeStatus;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** The objects of clusters as large as one likes. */
final class LargeClusters {

  private static final int ZONES = 3;

  private LargeClusters() {}

  /** A Service that selects by two labels and leads to a named port. */
  static Service service(int namespace, int number) {
    return Service.builder()
        .metadata(
            ObjectMeta.of("ns-" + namespace, "svc-" + number).withUid("uid-svc-" + number))
        .spec(
            ServiceSpec.builder()
                .type(ServiceType.CLUSTER_IP)
                .clusterIP("10.96.0.1")
                .ipFamilies(IpFamily.IPV4)
                .putSelector("app", "app-" + number)
                .putSelector("tier", "web")
                .addPorts(ServicePort.of(80).toBuilder().name("http").targetPort("http").build())
                .build())
        .build();
  }

  /** A Pod of that Service. */
  static Pod pod(int namespace, int service, int number, int nodes, boolean ready) {
    String address =
        "10."
            + (128 + number / 65536)
            + "."
            + (number / 256 % 256)
            + "."
            + (number % 256);
    return Pod.builder()
        .metadata(
            ObjectMeta.of("ns-" + namespace, "pod-" + number).toBuilder()
                .uid("uid-pod-" + number)
                .labels(
                    ImmutableMap.of(
                        "app",
                        "app-" + service,
                        "tier",
                        "web",
                        "pod-template-hash",
                        "hash-" + service))
                .build())
        .spec(
            PodSpec.builder()
                .nodeName("node-" + number % nodes)
                .addContainers(
                    Container.builder()
                        .name("main")
                        .addPorts(ContainerPort.of("http", 8080))
                        .build())
                .build())
        .status(
            PodStatus.builder()
                .phase(PodPhase.RUNNING)
                .podIP(address)
                .addPodIP(address)
                .addConditions(
                    Condition.of("Ready", ready ? ConditionStatus.TRUE : ConditionStatus.FALSE))
                .build())
        .build();
  }

  /** Ready nodes, in three zones in turn. */
  static ImmutableList<Node> nodes(int count) {
    ImmutableList.Builder<Node> nodes = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      nodes.add(
          Node.builder()
              .metadata(
                  ObjectMeta.of("node-" + i)
                      .withLabels(ImmutableMap.of(KnownLabels.ZONE, "zone-" + i % ZONES)))
              .status(
                  NodeStatus.builder()
                      .addConditions(Condition.of("Ready", ConditionStatus.TRUE))
                      .putAllocatable("cpu", "4")
                      .build())
              .build());
    }
    return nodes.build();
  }
}
