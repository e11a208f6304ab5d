package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Strings.padEnd;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.NamespacedName;
import java.io.Serializable;

/**
 * The nodes of a Service's load balancer, as the cloud's service controller gives them to it.
 *
 * @param service the Service
 * @param reason whether the controller handles it: {@link TargetReason#SERVICE_HANDLED}, or why not
 * @param nodes every node of the cluster; none where the Service is not handled
 */
public record LoadBalancerPlan(
    NamespacedName service, TargetReason reason, ImmutableList<TargetNode> nodes)
    implements Serializable {

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
    return nodes.stream()
        .filter(node -> !node.isTarget())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the targets that pass their health check, so that connections come to them} */
  public ImmutableList<TargetNode> receiving() {
    return nodes.stream().filter(TargetNode::isReceiving).collect(ImmutableList.toImmutableList());
  }

  /** {@return the plan as text: a line for each node and what does not matter, aligned} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("load balancer of ").append(service);
    if (!isHandled()) {
      return text.append(": none. ").append(reason.sentence()).toString();
    }
    text.append(": ").append(targets().size()).append(" of ").append(nodes.size());
    text.append(" nodes, of which ").append(receiving().size()).append(" pass their health check");
    int width = nodes.stream().mapToInt(node -> node.name().length()).max().orElse(0);
    for (TargetNode node : nodes) {
      append(text, node, width);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, TargetNode node, int width) {
    String name = "\n  " + padEnd(node.name(), width, ' ') + "  ";
    String below = "\n" + " ".repeat(name.length() + 9);
    text.append(name)
        .append(node.isTarget() ? "target   " : "left out ")
        .append(node.isTarget() ? "" : node.reason().sentence());
    String separator = node.isTarget() ? "" : below;
    for (TargetReason beside : node.besides()) {
      text.append(separator).append(beside.sentence());
      separator = below;
    }
    for (TargetProbe probe : node.probes()) {
      text.append(separator).append(probe);
      separator = below;
    }
  }
}
