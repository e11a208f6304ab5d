package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.SimulatedRequest;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;

/**
 * What all Services of one description share.
 *
 * @param world the objects, everything up
 * @param state the slices, found by Service
 * @param vantages the nodes from which endpoints are looked at
 * @param labelSets the labels Pods have, each set once
 * @param requests the requests that made the Services what they are
 * @param places where objects stand in their text
 * @param slices plans slices
 * @param selector selects endpoints
 * @param router resolves what nodes do
 * @param proxy how kube-proxy is set up
 * @param kinds the nodes, and what of theirs may make them differ
 * @param senders an address for each sort of sender
 * @param rivals which Services claim the same addresses
 * @param namings the names of Services
 */
record Scene(
    ClusterSnapshot world,
    SliceState state,
    ImmutableList<Node> vantages,
    LabelSets labelSets,
    ImmutableListMultimap<NamespacedName, SimulatedRequest> requests,
    Places places,
    SlicePlanner slices,
    EndpointSelector selector,
    TrafficRouter router,
    ProxySettings proxy,
    NodeKinds kinds,
    ExampleSenders senders,
    Rivals rivals,
    Namings namings) {

  // The nodes that treat the traffic of a Service alike, together.
  ImmutableList<ImmutableList<Node>> alike(Service service, ServedPorts ports) {
    return kinds.alike(Networks.of(rivals.of(service)), LocalPatterns.of(service, ports, this));
  }
}
