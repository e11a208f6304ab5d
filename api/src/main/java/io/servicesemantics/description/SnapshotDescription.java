package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.ExpansionNote;
import java.util.HashSet;
import java.util.Set;

/**
 * The Services of a snapshot, described; prints as text for a terminal.
 *
 * @param world the objects described, with all that was brought up and planned
 * @param services the Services, by namespace and name
 * @param refused the Services that the API server refuses, in the order they were put to it
 * @param complaints what is wrong with other objects than Services, and what works in a way that
 *     surprises many
 * @param problems what could not be read of the manifest, other than objects of unread kinds
 * @param notes what was assumed, and which Pods did not come up
 * @param unreadKinds how many objects there are of kinds this library does not read, such as {@code
 *     ConfigMap}, printed as {@code 2 ConfigMap}
 */
public record SnapshotDescription(
    ClusterSnapshot world,
    ImmutableList<ServiceDescription> services,
    ImmutableList<RefusedService> refused,
    ImmutableList<Complaint> complaints,
    ImmutableList<ManifestProblem> problems,
    ImmutableList<ExpansionNote> notes,
    ImmutableList<String> unreadKinds) {

  /** Checks that no part is null. */
  public SnapshotDescription {
    checkNotNull(world, "World is null; expected the objects described");
    checkNotNull(services, "Services are null; expected a list");
    checkNotNull(refused, "Refused Services are null; expected a list");
    checkNotNull(complaints, "Complaints are null; expected a list");
    checkNotNull(problems, "Problems are null; expected a list");
    checkNotNull(notes, "Notes are null; expected a list");
    checkNotNull(unreadKinds, "Unread kinds are null; expected a list");
  }

  /** {@return the Services as {@code kubectl get services -o wide} shows them} */
  public ServiceTable table() {
    ImmutableList.Builder<Service> stored = ImmutableList.builder();
    Set<String> namespaces = new HashSet<>();
    for (ServiceDescription description : services) {
      stored.add(description.service());
      namespaces.add(description.service().metadata().namespace());
    }
    return ServiceTable.of(
        stored.build(), namespaces.size() > 1 ? TableStyle.WIDE.withNamespaces() : TableStyle.WIDE);
  }

  /** {@return all complaints, those about Services first; notes are none} */
  public ImmutableList<Complaint> allComplaints() {
    ImmutableList.Builder<Complaint> all = ImmutableList.builder();
    for (ServiceDescription service : services) {
      all.addAll(service.complaints());
    }
    for (RefusedService service : refused) {
      all.addAll(service.complaints());
    }
    for (Complaint complaint : complaints) {
      if (complaint.reason().weight() != ComplaintWeight.NOTE) {
        all.add(complaint);
      }
    }
    return all.build();
  }

  /** {@return the description as text, its lines short enough to read} */
  @Override
  public String toString() {
    return DescriptionText.of(this);
  }
}
