package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.service.Service;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.HealthOverview;
import io.servicesemantics.traffic.ServiceHealth;

/** Answers health checks of Services as kube-proxy does. */
public final class StandardHealthChecker implements HealthChecker {

  private final EndpointSelector selector;
  private final ProxySettings settings;
  private final HealthDecider decider;

  /**
   * Makes a checker.
   *
   * @param selector what reads slices and judges which Services kube-proxy serves
   * @param settings how kube-proxy is set up
   */
  public StandardHealthChecker(EndpointSelector selector, ProxySettings settings) {
    this.selector = selector;
    this.settings = settings;
    this.decider = new HealthDecider(selector, settings);
  }

  @Override
  public ServiceHealth answer(
      Service service,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices,
      boolean serviceProxyHealthy) {
    LocalEndpoints endpoints = LocalEndpoints.read(selector, service, family, slices);
    return HealthAnswers.read(
        decider.decide(service, family, node, endpoints, serviceProxyHealthy),
        service,
        family,
        node);
  }

  @Override
  public Explained<ServiceHealth> explain(
      Service service,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices,
      boolean serviceProxyHealthy) {
    LocalEndpoints endpoints = LocalEndpoints.read(selector, service, family, slices);
    HealthDecision decided = decider.decide(service, family, node, endpoints, serviceProxyHealthy);
    return Explained.of(
        HealthAnswers.read(decided, service, family, node),
        new HealthAccount(decided, service, family, node, endpoints)
            .of(selector, settings, slices));
  }

  @Override
  public HealthOverview overview(Service service, ClusterSnapshot world) {
    ImmutableList<EndpointSlice> slices = world.slicesByService().get(service.namespacedName());
    ImmutableList.Builder<ServiceHealth> checks = ImmutableList.builder();
    ImmutableList<IpFamily> families = ServiceFamilies.of(service);
    ImmutableList<LocalEndpoints> endpoints =
        families.stream()
            .map(family -> LocalEndpoints.read(selector, service, family, slices))
            .collect(ImmutableList.toImmutableList());
    for (Node node : world.nodesByName().values()) {
      for (int i = 0; i < families.size(); i++) {
        IpFamily family = families.get(i);
        HealthDecision decided = decider.decide(service, family, node, endpoints.get(i), true);
        checks.add(HealthAnswers.read(decided, service, family, node));
      }
    }
    return new HealthOverview(service.namespacedName(), checks.build());
  }
}
