package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.traffic.HealthAnswer;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.HealthReason;
import io.servicesemantics.traffic.LoadBalancerPlan;
import io.servicesemantics.traffic.LoadBalancerTargets;
import io.servicesemantics.traffic.ProxyHealth;
import io.servicesemantics.traffic.ServiceHealth;
import io.servicesemantics.traffic.TargetNode;
import io.servicesemantics.traffic.TargetProbe;
import io.servicesemantics.traffic.TargetReason;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds a load balancer's nodes as the cloud's service controller does. */
public final class StandardLoadBalancerTargets implements LoadBalancerTargets {

  private final HealthChecker checker;
  private final ProxySettings settings;

  /**
   * Makes a finder.
   *
   * @param checker what answers health checks of Services
   * @param settings how kube-proxy is set up
   */
  public StandardLoadBalancerTargets(HealthChecker checker, ProxySettings settings) {
    this.checker = checker;
    this.settings = settings;
  }

  @Override
  public LoadBalancerPlan plan(Service service, ClusterSnapshot world) {
    TargetReason handled = TargetDecider.service(service);
    ImmutableList.Builder<TargetNode> nodes = ImmutableList.builder();
    if (handled == TargetReason.SERVICE_HANDLED) {
      ImmutableListMultimap<String, ServiceHealth> checks = checks(service, world);
      for (Node node : world.nodesByName().values()) {
        TargetReason reason = TargetDecider.node(node);
        nodes.add(
            new TargetNode(
                node.metadata().name(),
                reason,
                TargetDecider.besides(node, reason),
                probes(service, node, checks)));
      }
    }
    return new LoadBalancerPlan(service.namespacedName(), handled, nodes.build());
  }

  private ImmutableListMultimap<String, ServiceHealth> checks(
      Service service, ClusterSnapshot world) {
    return isLocal(service)
        ? Multimaps.index(checker.overview(service, world).checks(), ServiceHealth::node)
        : ImmutableListMultimap.of();
  }

  private ImmutableList<TargetProbe> probes(
      Service service, Node node, ImmutableListMultimap<String, ServiceHealth> checks) {
    if (!isLocal(service)) {
      return ImmutableList.of(proxyProbe(node));
    }
    ImmutableList.Builder<TargetProbe> probes = ImmutableList.builder();
    for (ServiceHealth health : checks.get(node.metadata().name())) {
      OptionalInt status =
          health
              .served()
              .map(served -> OptionalInt.of(served.answer().status()))
              .orElse(OptionalInt.empty());
      probes.add(
          new TargetProbe(
              service.spec().healthCheckNodePort(),
              Optional.of(health.family()),
              status,
              health.reason()));
    }
    return probes.build();
  }

  private TargetProbe proxyProbe(Node node) {
    HealthReason eligible = ProxyHealth.eligibility(node);
    boolean passes = eligible == HealthReason.NODE_ELIGIBLE;
    return new TargetProbe(
        settings.healthzPort(),
        Optional.empty(),
        OptionalInt.of(passes ? HealthAnswer.OK : HealthAnswer.SERVICE_UNAVAILABLE),
        passes ? HealthReason.HEALTHZ_EXPECTED_TO_PASS : eligible);
  }

  @Override
  public Explained<LoadBalancerPlan> explain(Service service, ClusterSnapshot world) {
    LoadBalancerPlan plan = plan(service, world);
    Because why = Because.of(plan.reason()).withFact("Service", plan.service());
    if (!plan.isHandled()) {
      return Explained.of(
          plan,
          plan.reason() == TargetReason.SERVICE_NOT_A_LOAD_BALANCER
              ? why.withFact("type", service.spec().type())
              : why.withFact("class", service.spec().loadBalancerClass().orElse("")));
    }
    ImmutableList.Builder<Because> causes = ImmutableList.builder();
    if (isLocal(service)) {
      causes.add(Because.of(TargetReason.POLICY_IS_NO_CRITERION));
      causes.add(
          Because.of(TargetReason.PROBED_AT_SERVICE_PORT)
              .withFact("port", service.spec().healthCheckNodePort()));
    } else {
      causes.add(Because.of(TargetReason.PROBED_AT_PROXY).withFact("port", settings.healthzPort()));
    }
    plan.nodes().forEach(node -> causes.add(account(node)));
    return Explained.of(plan, new Because(why.reason(), why.facts(), causes.build()));
  }

  private static Because account(TargetNode node) {
    Because why = Because.of(node.reason()).withFact("node", node.name());
    for (TargetReason beside : node.besides()) {
      why = why.withCause(Because.of(beside));
    }
    for (TargetProbe probe : node.probes()) {
      Because answered = Because.of(probe.reason()).withFact("port", probe.port());
      if (probe.family().isPresent()) {
        answered = answered.withFact("family", probe.family().get().wireName());
      }
      why =
          why.withCause(
              probe.status().isPresent()
                  ? answered.withFact("status", probe.status().getAsInt())
                  : answered);
    }
    return why;
  }

  private static boolean isLocal(Service service) {
    return service.spec().externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL);
  }
}
