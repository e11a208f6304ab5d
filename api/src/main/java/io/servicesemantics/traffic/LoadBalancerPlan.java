package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.AlignedText;
import io.servicesemantics.object.NamespacedName;

/**
 * The nodes of a Service's load balancer, as the cloud's service controller gives them to it.
 *
 * @param service the Service
 * @param reason whether the controller handles it: {@link TargetReason#SERVICE_HANDLED}, or why not
 * @param nodes every node of the cluster; none where the Service is not handled
 */
public record LoadBalancerPlan(
    NamespacedName service, TargetReason reason, ImmutableList<TargetNode> nodes) {

  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of("NODE", "TARGET", "CHECKED AT", "ANSWER", "BECAUSE");

  /** Checks that no part is missing. */
  public LoadBalancerPlan {
    checkNotNull(service, "Service of a load balancer is null; expected its name");
    checkNotNull(reason, "Reason of a load balancer is null; expected one");
    checkNotNull(nodes, "Nodes of a load balancer are null; expected a list");
    checkArgument(
        nodes.isEmpty() || reason == TargetReason.SERVICE_HANDLED,
        "Nodes of a Service that is not handled: \"%s\"; expected none",
        nodes.size());
  }

  /** {@return whether the cloud's controller handles the Service} */
  public boolean isHandled() {
    return reason == TargetReason.SERVICE_HANDLED;
  }

  /** {@return the nodes the load balancer is given} */
  public ImmutableList<TargetNode> targets() {
    return nodes.stream().filter(TargetNode::isTarget).collect(ImmutableList.toImmutableList());
  }

  /** {@return the nodes it is not given} */
  public ImmutableList<TargetNode> others() {
    return nodes.stream().filter(node -> !node.isTarget()).collect(ImmutableList.toImmutableList());
  }

  /** {@return the targets that pass their health check, so that connections come to them} */
  public ImmutableList<TargetNode> receiving() {
    return nodes.stream().filter(TargetNode::isReceiving).collect(ImmutableList.toImmutableList());
  }

  /** {@return how many nodes, and a table of all of them with what does not matter} */
  @Override
  public String toString() {
    if (!isHandled()) {
      return "No load balancer of " + service + ": " + reason.sentence();
    }
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    nodes.forEach(node -> addRows(node, rows));
    return String.format(
        "Load balancer of %s: %d of %d nodes, %d of which pass their health check.\n%s",
        service,
        targets().size(),
        nodes.size(),
        receiving().size(),
        AlignedText.of(COLUMNS, rows.build()));
  }

  private static void addRows(TargetNode node, ImmutableList.Builder<ImmutableList<String>> rows) {
    String name = node.name();
    String target = node.isTarget() ? "yes" : "no";
    if (!node.isTarget() || (node.probes().isEmpty() && node.besides().isEmpty())) {
      rows.add(ImmutableList.of(name, target, "", "", node.reason().sentence()));
      name = "";
      target = "";
    }
    for (TargetProbe probe : node.probes()) {
      String port = probe.port() + probe.family().map(family -> " " + family.wireName()).orElse("");
      String answer = probe.status().isPresent() ? "" + probe.status().getAsInt() : "none";
      rows.add(ImmutableList.of(name, target, port, answer, probe.reason().sentence()));
      name = "";
      target = "";
    }
    for (TargetReason beside : node.besides()) {
      rows.add(ImmutableList.of(name, target, "", "", beside.sentence()));
      name = "";
      target = "";
    }
  }
}
