package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;

/**
 * The Pods a workload makes, by number, made one at a time because a manifest may ask for two
 * billion.
 */
final class PodSequence {

  private final Workload workload;
  private final NameSuffix suffix;
  private final int size;
  private final ImmutableList<Node> nodes;

  private PodSequence(Workload workload, NameSuffix suffix, int size, ImmutableList<Node> nodes) {
    this.workload = workload;
    this.suffix = suffix;
    this.size = size;
    this.nodes = nodes;
  }

  static PodSequence of(Workload workload, ImmutableList<Node> nodes, NameSuffix suffix) {
    ImmutableList<Node> own =
        switch (workload.workloadKind()) {
          case DAEMON_SET -> Placement.takers(nodes, workload.spec().template().spec(), true);
          default -> ImmutableList.of();
        };
    return new PodSequence(workload, suffix, Math.max(0, size(workload, own)), own);
  }

  private static int size(Workload workload, ImmutableList<Node> own) {
    return switch (workload.workloadKind()) {
      case DAEMON_SET -> own.size();
      case JOB, CRON_JOB -> jobSize(workload);
      default -> workload.spec().replicas().orElse(1);
    };
  }

  private static int jobSize(Workload workload) {
    if (workload.spec().suspend()) {
      return 0;
    }
    int parallelism = workload.spec().parallelism().orElse(1);
    return Math.min(parallelism, workload.spec().completions().orElse(parallelism));
  }

  int size() {
    return size;
  }

  Pod get(int number) {
    return switch (workload.workloadKind()) {
      case DEPLOYMENT -> ofDeployment(number);
      case STATEFUL_SET -> ofStatefulSet(number);
      case DAEMON_SET -> ofDaemonSet(number);
      case JOB, CRON_JOB -> ofJob(number);
      case REPLICA_SET, REPLICATION_CONTROLLER ->
          pod(name() + "-" + suffix.ofPod(number), ImmutableMap.of(), spec(), owner());
    };
  }

  private Pod ofDeployment(int number) {
    String replicaSet = name() + "-" + suffix.ofTemplate();
    return pod(
        replicaSet + "-" + suffix.ofPod(number),
        ImmutableMap.of(KnownLabels.POD_TEMPLATE_HASH, suffix.ofTemplate()),
        spec(),
        owner("apps/v1", "ReplicaSet", replicaSet));
  }

  private Pod ofStatefulSet(int number) {
    String ordinal = Long.toString((long) workload.spec().startOrdinal() + number);
    String name = name() + "-" + ordinal;
    return pod(
        name,
        ImmutableMap.of(
            "controller-revision-hash",
            name() + "-" + suffix.ofTemplate(),
            KnownLabels.STATEFUL_SET_POD_NAME,
            name,
            KnownLabels.POD_INDEX,
            ordinal),
        spec().withHostname(name).withSubdomain(workload.spec().serviceName()),
        owner());
  }

  private Pod ofDaemonSet(int number) {
    return pod(
        name() + "-" + suffix.ofPod(number),
        ImmutableMap.of("controller-revision-hash", suffix.ofTemplate()),
        spec().withNodeName(nodes.get(number).metadata().name()),
        owner());
  }

  private Pod ofJob(int number) {
    boolean cron = workload.workloadKind() == WorkloadKind.CRON_JOB;
    String job = cron ? name() + "-0" : name();
    ImmutableMap.Builder<String, String> labels =
        ImmutableMap.<String, String>builder()
            .put("batch.kubernetes.io/job-name", job)
            .put("job-name", job);
    OwnerReference owner = owner("batch/v1", "Job", job);
    if (!workload.spec().indexed()) {
      return pod(job + "-" + suffix.ofPod(number), labels.buildOrThrow(), spec(), owner);
    }
    String indexed = job + "-" + number;
    labels.put("batch.kubernetes.io/job-completion-index", Integer.toString(number));
    return pod(
        indexed + "-" + suffix.ofPod(number),
        labels.buildOrThrow(),
        spec().withHostname(indexed),
        owner);
  }

  private Pod pod(
      String name, ImmutableMap<String, String> labels, PodSpec spec, OwnerReference owner) {
    ObjectMeta template = workload.spec().template().metadata();
    return Pod.builder()
        .metadata(
            ObjectMeta.builder()
                .name(name)
                .namespace(workload.metadata().namespace())
                .labels(
                    ImmutableMap.<String, String>builder()
                        .putAll(template.labels())
                        .putAll(labels)
                        .buildKeepingLast())
                .annotations(template.annotations())
                .finalizers(template.finalizers())
                .addOwnerReferences(owner)
                .build())
        .spec(spec)
        .build();
  }

  private PodSpec spec() {
    return workload.spec().template().spec();
  }

  private String name() {
    return workload.metadata().name();
  }

  private OwnerReference owner() {
    return owner(workload.apiVersion(), workload.kind(), name()).withUid(workload.metadata().uid());
  }

  private static OwnerReference owner(String apiVersion, String kind, String name) {
    return OwnerReference.builder()
        .apiVersion(apiVersion)
        .kind(kind)
        .name(name)
        .controller(true)
        .blockOwnerDeletion(true)
        .build();
  }
}
