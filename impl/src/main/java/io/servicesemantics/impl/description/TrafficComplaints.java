package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.TrafficCell;
import io.servicesemantics.description.TrafficGroup;
import io.servicesemantics.description.TrafficRow;
import io.servicesemantics.description.TrafficSender;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.profile.LocalDetection;
import io.servicesemantics.routing.AffinityScope;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.service.Service;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What surprises in the traffic of a Service, read off the table of it. */
final class TrafficComplaints {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final int MOST_ENDPOINTS = 3;

  /** Takes one cell with what it is of. */
  private interface Visitor {
    void visit(TrafficRow row, TrafficGroup group, TrafficSender sender, TrafficCell cell);
  }

  private final ServiceStory story;
  private final Service service;
  private final Scene scene;
  private final PortComplaints.Sink sink;

  private TrafficComplaints(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    this.story = story;
    this.service = story.service();
    this.scene = scene;
    this.sink = sink;
  }

  static void check(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    if (story.traffic().rows().isEmpty()) {
      return;
    }
    TrafficComplaints all = new TrafficComplaints(story, scene, sink);
    all.checkStaysOutside();
    all.checkStaysInside();
    all.checkTerminating();
    all.checkRefused();
    all.checkAffinity();
  }

  private void checkStaysOutside() {
    Set<String> silent = new LinkedHashSet<>();
    Set<String> astray = new LinkedHashSet<>();
    boolean[] hazard = new boolean[1];
    forEach(
        (row, group, sender, cell) -> {
          boolean isExternal = !row.destination().kind().isInternal();
          if (isExternal && isOutside(sender)) {
            if (isBecause(cell, VerdictKind.DROP, RoutingReason.EXTERNAL_NONE_HERE)) {
              silent.addAll(names(group));
            } else if (isBecause(cell, VerdictKind.FORWARD, RoutingReason.VIRTUAL_SERVER_FALLS_BACK)
                && cell.verdict() instanceof Forward forward
                && !forward.masquerade()) {
              astray.addAll(names(group));
            }
          } else if (row.destination().kind() == FrontEndKind.NODE_PORT
              && sender == TrafficSender.POD
              && !hazard[0]) {
            hazard[0] = isBecause(cell, VerdictKind.FORWARD, RoutingReason.EXTERNAL_FROM_LOCAL_POD);
          }
        });
    FieldPath field = SPEC.child("externalTrafficPolicy");
    if (!silent.isEmpty()) {
      addSilent(silent, field);
    }
    if (!astray.isEmpty()) {
      sink.add(
          ComplaintReason.ANSWER_GOES_ASTRAY,
          field,
          "who comes from outside by "
              + Words.few(astray)
              + " is sent on to other nodes, and their answers do not find back.",
          "Run a Pod on every node, or write externalTrafficPolicy: Cluster.");
    }
    if (hazard[0]
        && scene.proxy().localDetection() == LocalDetection.CLUSTER_CIDR
        && scene.kinds().nodes().size() > 1) {
      sink.add(
          ComplaintReason.POD_ELSEWHERE_MAY_HANG,
          field,
          "a Pod that calls a node port of another node than its own is sent on from there with"
              + " its address kept, and the answer of a third node does not find back.",
          "Call the cluster IP.");
    }
  }

  private void addSilent(Set<String> silent, FieldPath field) {
    int healthCheck = service.spec().healthCheckNodePort();
    String message =
        "who comes from outside by " + Words.few(silent) + " gets no answer: no endpoint is there";
    if (healthCheck != 0) {
      sink.add(
          ComplaintReason.NODES_WITHOUT_ENDPOINTS,
          field,
          message + ".",
          "A load balancer that asks the health check at port "
              + healthCheck
              + " leaves out nodes without endpoints.");
    } else {
      sink.add(
          ComplaintReason.NO_ANSWER_FROM_OUTSIDE,
          field,
          message + ", and traffic may not go on to other nodes.",
          "Come by nodes with endpoints, run a Pod on every node, or write"
              + " externalTrafficPolicy: Cluster, which hides the client's address.");
    }
  }

  private void checkStaysInside() {
    Set<String> silent = new LinkedHashSet<>();
    forEach(
        (row, group, sender, cell) -> {
          if (row.destination().kind().isInternal()
              && isBecause(cell, VerdictKind.DROP, RoutingReason.CLUSTER_IP_NONE_HERE)) {
            silent.addAll(names(group));
          }
        });
    if (!silent.isEmpty()) {
      sink.add(
          ComplaintReason.NO_ANSWER_INSIDE,
          SPEC.child("internalTrafficPolicy"),
          "Pods on "
              + Words.few(silent)
              + " get no answer from its cluster IP: no endpoint is there, and traffic may not go"
              + " on to other nodes.",
          "Run a Pod on every node from which it is called, or write internalTrafficPolicy:"
              + " Cluster.");
    }
  }

  private void checkTerminating() {
    Set<String> endpoints = new LinkedHashSet<>();
    Set<String> nodes = new LinkedHashSet<>();
    boolean[] isAnyReady = new boolean[1];
    forEach(
        (row, group, sender, cell) -> {
          if (cell.verdict() instanceof Forward forward
              && !forward.endpoints().iterator().next().isReady()) {
            isAnyReady[0] |= !forward.endpoints().universe().ready().isEmpty();
            for (ServiceEndpoint endpoint : forward.endpoints()) {
              endpoints.add(endpoint.toString());
            }
            nodes.addAll(names(group));
          }
        });
    if (!endpoints.isEmpty()) {
      boolean isOne = endpoints.size() == 1;
      sink.add(
          ComplaintReason.ONLY_TERMINATING,
          FieldPath.root(),
          (isAnyReady[0] ? "nothing is ready on " + Words.few(nodes) : "nothing is ready")
              + "; "
              + Words.few(ImmutableList.copyOf(endpoints), MOST_ENDPOINTS)
              + (isOne ? ", which is going away, takes" : ", which are going away, take")
              + " the traffic as long as "
              + (isOne ? "it serves." : "they serve."),
          "Once they are gone nobody answers: look at why no other Pod is ready"
              + (isAnyReady[0] ? " there." : "."));
    }
  }

  private void checkRefused() {
    Set<Integer> ports = new LinkedHashSet<>();
    boolean[] isEverywhere = new boolean[1];
    forEach(
        (row, group, sender, cell) -> {
          if (row.destination().kind() == FrontEndKind.NODE_PORT
              && cell.verdict().kind() == VerdictKind.REJECT) {
            ports.add(row.destination().port());
            isEverywhere[0] |= row.destination().isLoopback();
          }
        });
    if (!ports.isEmpty()) {
      sink.add(
          ComplaintReason.NODE_PORT_REFUSED,
          SPEC.child("ports"),
          "while it has no endpoint, its "
              + (ports.size() == 1 ? "node port " : "node ports ")
              + Words.few(ports)
              + (ports.size() == 1 ? " is refused " : " are refused ")
              + (isEverywhere[0] ? "at every address of every node" : "on every node")
              + ", even if a program of the node listens there.",
          "");
    }
  }

  private void checkAffinity() {
    Optional<TrafficCell> remembered = Optional.empty();
    boolean isReachedFromOutside = false;
    for (TrafficRow row : story.traffic().rows()) {
      for (TrafficGroup group : row.groups()) {
        for (TrafficCell cell : group.cells().values()) {
          if (cell.affinity().isPresent()
              && cell.verdict() instanceof Forward forward
              && forward.endpoints().universe().size() > 1) {
            remembered = Optional.of(cell);
            isReachedFromOutside |=
                !row.destination().kind().isInternal() && !row.destination().isLoopback();
          }
        }
      }
    }
    if (remembered.isEmpty()) {
      return;
    }
    FieldPath field = SPEC.child("sessionAffinity");
    int seconds = ((Forward) remembered.get().verdict()).affinitySeconds().orElse(0);
    boolean isByAddress =
        remembered
            .get()
            .affinity()
            .filter(memory -> memory.scope() == AffinityScope.FRONT_END)
            .isPresent();
    sink.add(
        ComplaintReason.CLIENTS_ARE_REMEMBERED,
        field,
        "a client, told by the address the node sees, goes back to the same endpoint until it has"
            + " made no connection for "
            + seconds
            + " s; each node remembers for itself, and each "
            + (isByAddress ? "address and port" : "port")
            + " apart.",
        "");
    if (isReachedFromOutside && scene.kinds().nodes().size() > 1) {
      sink.add(
          ComplaintReason.CLIENTS_COME_OVER_NODES,
          field,
          "clients from outside that come by several nodes meet an endpoint of each node's choice,"
              + " and those whose address a load balancer hides count as one client.",
          "Have the load balancer keep each client on one node, and keep its address.");
    }
  }

  private void forEach(Visitor visitor) {
    for (TrafficRow row : story.traffic().rows()) {
      for (TrafficGroup group : row.groups()) {
        group.cells().forEach((sender, cell) -> visitor.visit(row, group, sender, cell));
      }
    }
  }

  // Where nothing is known of nodes, one without a name stands for those without endpoints.
  private static ImmutableList<String> names(TrafficGroup group) {
    return group.nodes().equals(ImmutableList.of(""))
        ? ImmutableList.of("nodes without endpoints")
        : group.nodes();
  }

  private static boolean isOutside(TrafficSender sender) {
    return sender == TrafficSender.OUTSIDE || sender == TrafficSender.OUTSIDE_IN_RANGES;
  }

  // The verdict is asked first: it is at hand, and reasons are not.
  private static boolean isBecause(TrafficCell cell, VerdictKind kind, Reason reason) {
    return cell.verdict().kind() == kind && cell.explain().because().reason().equals(reason);
  }
}
