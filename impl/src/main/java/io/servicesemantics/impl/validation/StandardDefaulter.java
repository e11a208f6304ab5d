package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.service.Service;

/** Sets defaults as the API server does. */
public final class StandardDefaulter implements ServiceDefaulter {

  private final StoredServices stored;
  private final boolean setsIpMode;

  /**
   * Makes what sets defaults.
   *
   * @param ranges the networks of the cluster, the first of which tells its primary family
   * @param gates the feature gates of the cluster
   */
  public StandardDefaulter(ServiceRanges ranges, FeatureGates gates) {
    this.setsIpMode = gates.has(FeatureGate.LOAD_BALANCER_IP_MODE);
    IpFamily primary =
        ranges.serviceCIDRs().isEmpty() ? IpFamily.IPV4 : ranges.serviceCIDRs().get(0).family();
    this.stored = new StoredServices(primary);
  }

  @Override
  public Service applyTo(Service service) {
    return Defaults.read(Defaulting.decide(service, setsIpMode), service);
  }

  @Override
  public ImmutableList<FieldChange> explain(Service service) {
    return Defaults.account(Defaulting.decide(service, setsIpMode), service);
  }

  @Override
  public Service onRead(Service service) {
    return stored.asRead(service);
  }

  @Override
  public EndpointSlice applyTo(EndpointSlice slice) {
    ImmutableList.Builder<EndpointPort> ports = ImmutableList.builder();
    boolean changed = false;
    for (EndpointPort port : slice.ports()) {
      EndpointPort whole = port.name().isPresent() ? port : port.withName("");
      whole = whole.protocol().isSaid() ? whole : whole.withProtocol(Protocol.TCP);
      changed |= !whole.equals(port);
      ports.add(whole);
    }
    return changed ? slice.withPorts(ports.build()) : slice;
  }

  @Override
  public Endpoints applyTo(Endpoints endpoints) {
    ImmutableList.Builder<EndpointSubset> subsets = ImmutableList.builder();
    boolean changed = false;
    for (EndpointSubset subset : endpoints.subsets()) {
      EndpointSubset whole = withProtocols(subset);
      changed |= !whole.equals(subset);
      subsets.add(whole);
    }
    return changed ? endpoints.withSubsets(subsets.build()) : endpoints;
  }

  private static EndpointSubset withProtocols(EndpointSubset subset) {
    ImmutableList.Builder<EndpointSubsetPort> ports = ImmutableList.builder();
    boolean changed = false;
    for (EndpointSubsetPort port : subset.ports()) {
      boolean lacksProtocol = port.protocol().text().isEmpty();
      changed |= lacksProtocol;
      ports.add(lacksProtocol ? port.withProtocol(Protocol.TCP) : port);
    }
    return changed ? subset.withPorts(ports.build()) : subset;
  }
}
