package io.servicesemantics.cluster;

import io.servicesemantics.object.WireName;

/** The kinds of object that make Pods. */
public enum WorkloadKind implements WireName {
  /** Any number of equal Pods, replaced step by step when the template changes. */
  DEPLOYMENT("Deployment", "apps/v1"),
  /** Numbered Pods that keep their names. */
  STATEFUL_SET("StatefulSet", "apps/v1"),
  /** A Pod on every node. */
  DAEMON_SET("DaemonSet", "apps/v1"),
  /** Any number of equal Pods. */
  REPLICA_SET("ReplicaSet", "apps/v1"),
  /** The older form of a ReplicaSet. */
  REPLICATION_CONTROLLER("ReplicationController", "v1"),
  /** Pods that run to an end. */
  JOB("Job", "batch/v1"),
  /** Jobs at set times. */
  CRON_JOB("CronJob", "batch/v1");

  private final String wireName;
  private final String apiVersion;

  WorkloadKind(String wireName, String apiVersion) {
    this.wireName = wireName;
    this.apiVersion = apiVersion;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** {@return the API group and version of objects of this kind} */
  public String apiVersion() {
    return apiVersion;
  }
}
