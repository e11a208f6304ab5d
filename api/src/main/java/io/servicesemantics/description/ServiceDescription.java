package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.SimulatedRequest;
import io.servicesemantics.slicing.PodMembership;
import java.util.Optional;

/**
 * One Service, described; prints as text for a terminal.
 *
 * @param service the Service as it is stored
 * @param location where it stands, if it was read from text
 * @param requests the requests that made it what it is, in order, with what was set and picked;
 *     empty where it was found as it stands
 * @param notServed why kube-proxy has no part in it, as with a headless Service; empty where it has
 * @param localTraffic what becomes of traffic that must stay on its node; empty where no traffic
 *     must
 * @param traffic what becomes of its traffic, by destination, node and sender
 * @param naming its names, and what they answer
 * @param ports its ports, in its order
 * @param endpoints the endpoints in its slices
 * @param leftOut Pods that are no endpoints and yet belong here: those it selects, and those whose
 *     labels nearly match; with the reason
 * @param complaints what is wrong with it
 * @param notes what works as it was made to, in a way that surprises many
 */
public record ServiceDescription(
    Service service,
    Optional<SourceLocation> location,
    ImmutableList<SimulatedRequest> requests,
    Optional<SelectionReason> notServed,
    Optional<LocalTraffic> localTraffic,
    TrafficTable traffic,
    ServiceNaming naming,
    ImmutableList<PortDescription> ports,
    ImmutableList<EndpointDescription> endpoints,
    ImmutableList<Explained<PodMembership>> leftOut,
    ImmutableList<Complaint> complaints,
    ImmutableList<Complaint> notes) {

  /** Checks that no part is null. */
  public ServiceDescription {
    checkNotNull(service, "Service is null; expected the one described");
    checkNotNull(location, "Location is null; expected one, or empty");
    checkNotNull(requests, "Requests are null; expected a list");
    checkNotNull(notServed, "Reason for no port is null; expected one, or empty");
    checkNotNull(localTraffic, "Local traffic is null; expected it, or empty");
    checkNotNull(traffic, "Traffic is null; expected a table");
    checkNotNull(naming, "Names are null; expected them");
    checkNotNull(ports, "Ports are null; expected a list");
    checkNotNull(endpoints, "Endpoints are null; expected a list");
    checkNotNull(leftOut, "Pods left out are null; expected a list");
    checkNotNull(complaints, "Complaints are null; expected a list");
    checkNotNull(notes, "Notes are null; expected a list");
  }

  /** {@return the description as text} */
  @Override
  public String toString() {
    return DescriptionText.of(this);
  }
}
