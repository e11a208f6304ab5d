package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.FrontEndKind;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who opens connections to a Service, and where they enter the cluster.
 *
 * <pre>{@code
 * ClientLoad.ofPods(NodeWeights.evenly())                                  // to the cluster IP
 * ClientLoad.ofOutside(NodeWeights.byNode(Map.of("node-a", Fraction.ONE))) // to its node port
 * ClientLoad.through(LoadBalancerModel.of(TargetKind.NODE_PORT))
 * }</pre>
 *
 * <p>Clients are taken not to be endpoints of the Service themselves, and not to be remembered.
 */
public sealed interface ClientLoad {

  /**
   * Pods of the cluster that do not use their node's network.
   *
   * @param nodes where they are
   * @param to what they ask; a node port at their own node
   */
  record FromPods(NodeWeights nodes, FrontEndKind to) implements ClientLoad {
    /** Checks that it is something clients ask. */
    public FromPods {
      checkAsked(nodes, to);
    }

    /** {@return the load in words} */
    @Override
    public String toString() {
      return "from Pods (" + nodes + ") to the " + to.words();
    }
  }

  /**
   * Processes of the nodes, Pods in a node's network among them.
   *
   * @param nodes where they run
   * @param to what they ask; a node port at their own node
   */
  record FromNodes(NodeWeights nodes, FrontEndKind to) implements ClientLoad {
    /** Checks that it is something clients ask. */
    public FromNodes {
      checkAsked(nodes, to);
    }

    /** {@return the load in words} */
    @Override
    public String toString() {
      return "from processes of nodes (" + nodes + ") to the " + to.words();
    }
  }

  /**
   * Clients outside who pick a node, by DNS or by configuration (routing 3.3.6).
   *
   * @param nodes which nodes they pick
   * @param to what they ask there
   * @param client an example of a client; unsaid means one that source ranges let in
   */
  record FromOutside(NodeWeights nodes, FrontEndKind to, Optional<IpAddress> client)
      implements ClientLoad {
    /** Checks that it is something clients ask. */
    public FromOutside {
      checkAsked(nodes, to);
      checkNotNull(client, "Example of a client is null; expected one, or empty");
    }

    /** {@return the load in words} */
    @Override
    public String toString() {
      return "from outside (" + nodes + ") to the " + to.words();
    }
  }

  /**
   * Clients outside who go through a load balancer.
   *
   * @param balancer how it works
   */
  record ThroughBalancer(LoadBalancerModel balancer) implements ClientLoad {
    /** Checks that there is one. */
    public ThroughBalancer {
      checkNotNull(balancer, "Load balancer of a load is null; expected one");
    }

    /** {@return the load in words} */
    @Override
    public String toString() {
      String nodes = balancer.healthChecked() ? "healthy nodes" : "all nodes";
      String to =
          switch (balancer.targets()) {
            case NODE_PORT -> "the node port of " + nodes;
            case VIP -> "its own address at " + nodes;
            case POD_IP -> "ready Pods themselves";
          };
      return "through a load balancer to " + to + ", spread " + balancer.spread().words();
    }
  }

  private static void checkAsked(NodeWeights nodes, FrontEndKind to) {
    checkNotNull(nodes, "Nodes of a load are null; expected their weights");
    checkArgument(
        to != FrontEndKind.HEALTH_CHECK_NODE_PORT,
        "What clients ask: \"%s\"; expected an address or port that leads to endpoints",
        to.words());
  }

  /**
   * Returns the load of Pods that ask the cluster IP.
   *
   * @param nodes where they are
   * @return the load
   */
  static ClientLoad ofPods(NodeWeights nodes) {
    return new FromPods(nodes, FrontEndKind.CLUSTER_IP);
  }

  /**
   * Returns the load of processes of nodes that ask the cluster IP.
   *
   * @param nodes where they run
   * @return the load
   */
  static ClientLoad ofNodes(NodeWeights nodes) {
    return new FromNodes(nodes, FrontEndKind.CLUSTER_IP);
  }

  /**
   * Returns the load of clients outside who ask the node port of nodes they pick.
   *
   * @param nodes which nodes they pick
   * @return the load
   */
  static ClientLoad ofOutside(NodeWeights nodes) {
    return new FromOutside(nodes, FrontEndKind.NODE_PORT, Optional.empty());
  }

  /**
   * Returns the load of clients outside who go through a load balancer.
   *
   * @param balancer how it works
   * @return the load
   */
  static ClientLoad through(LoadBalancerModel balancer) {
    return new ThroughBalancer(balancer);
  }

  /**
   * Handles every kind of load; a new kind breaks the build of whoever calls this, as it should.
   *
   * @param <R> the kind of result
   * @param pods what to do about Pods
   * @param nodes what to do about processes of nodes
   * @param outside what to do about clients outside
   * @param balancer what to do about a load balancer
   * @return what the function returned
   */
  default <R> R match(
      Function<FromPods, R> pods,
      Function<FromNodes, R> nodes,
      Function<FromOutside, R> outside,
      Function<ThroughBalancer, R> balancer) {
    if (this instanceof FromPods load) {
      return pods.apply(load);
    }
    if (this instanceof FromNodes load) {
      return nodes.apply(load);
    }
    if (this instanceof FromOutside load) {
      return outside.apply(load);
    }
    return balancer.apply((ThroughBalancer) this);
  }
}
