package io.servicesemantics.profile;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** How kube-proxy is set up (routing 12.1). */
@ValueStyle
@Value.Immutable
public interface ProxySettings extends WithProxySettings, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the settings of a mode, all else as upstream sets it.
   *
   * @param mode how kube-proxy programs a node
   * @return the settings
   */
  static ProxySettings of(ProxyMode mode) {
    return builder().mode(mode).build();
  }

  /** {@return how it programs a node} */
  @Value.Default
  default ProxyMode mode() {
    return ProxyMode.IPTABLES;
  }

  /**
   * {@return the networks of the node's addresses at which node ports answer; a family without any
   * means all local addresses, unless {@link #isPrimaryNodePortAddresses}}
   */
  ImmutableList<Cidr> nodePortAddresses();

  /**
   * {@return whether node ports answer at the node's primary addresses alone, if said; unsaid, the
   * mode decides}
   */
  Optional<Boolean> primaryNodePortAddresses();

  /** {@return how traffic of its own Pods is told} */
  @Value.Default
  default LocalDetection localDetection() {
    return LocalDetection.CLUSTER_CIDR;
  }

  /** {@return the networks of all Pods; without any, detection by them judges nothing} */
  ImmutableList<Cidr> clusterCIDRs();

  /** {@return whether all traffic to cluster addresses is masqueraded} */
  @Value.Default
  default boolean masqueradeAll() {
    return false;
  }

  /** {@return whether node ports answer at 127.0.0.1; iptables only} */
  @Value.Default
  default boolean localhostNodePorts() {
    return true;
  }

  /** {@return the scheduler of virtual servers; ipvs only} */
  @Value.Default
  default String ipvsScheduler() {
    return "rr";
  }

  /** {@return networks whose virtual servers are left alone; ipvs only} */
  ImmutableList<Cidr> ipvsExcludeCIDRs();

  /** {@return whether the node answers ARP for its own addresses alone; ipvs only} */
  @Value.Default
  default boolean ipvsStrictARP() {
    return false;
  }

  /** {@return the port of its own health server} */
  @Value.Default
  default int healthzPort() {
    return 10256;
  }

  /** {@return how often it writes its rules at the least} */
  @Value.Default
  default Duration syncPeriod() {
    return Duration.ofSeconds(30);
  }

  /** {@return how long a change may wait to be written before it counts as unhealthy} */
  default Duration healthTimeout() {
    return syncPeriod().multipliedBy(2);
  }

  /** {@return whether node ports answer at the node's primary addresses alone} */
  default boolean isPrimaryNodePortAddresses() {
    return primaryNodePortAddresses()
        .orElse(mode() == ProxyMode.NFTABLES && nodePortAddresses().isEmpty());
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ProxySettings}. */
  class Builder extends ImmutableProxySettings.Builder {
    Builder() {}
  }
}
