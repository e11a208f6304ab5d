package io.servicesemantics.impl.allocation;

import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPAddress object, and how it stands to the Services.
 *
 * <p>Source: {@code ipallocator/controller/repairip.go}, syncIPAddress (api 6.8).
 *
 * @param name its name
 * @param address the address it is named by, if it is one
 * @param parent what it names as its owner
 * @param standing how it stands to the Services
 * @param event what the repair loop tells of it; empty when nothing
 */
record AddressRecord(
    String name,
    Optional<IpAddress> address,
    AllocationHolder parent,
    Standing standing,
    String event) {

  private static final String MANAGED_BY = "ipaddress.kubernetes.io/managed-by";
  private static final String ALLOCATOR = "ipallocator.k8s.io";

  /** How an IPAddress stands to the Services. */
  enum Standing {
    /** The Service it names has the address. */
    RIGHTFUL,
    /** The Service it names has other addresses. */
    OF_OTHER_SERVICE,
    /** The Service it names does not exist. */
    OF_MISSING_SERVICE,
    /** It names something else, which is nobody's concern here. */
    OF_OTHER_OBJECT,
    /** It names something else, though it was made for a Service. */
    MODIFIED
  }

  static AddressRecord of(IpAddressObject object, ClusterSnapshot world) {
    String name = object.metadata().name();
    ParentReference parent =
        object.spec().parentRef().orElseGet(() -> ParentReference.builder().build());
    NamespacedName parentName = NamespacedName.of(parent.namespace(), parent.name());
    boolean isManaged = ALLOCATOR.equals(object.metadata().labels().get(MANAGED_BY));
    Standing standing = standing(name, parent, isManaged, world.servicesByName().get(parentName));
    String resource =
        parent.group().isEmpty() ? parent.resource() : parent.resource() + "." + parent.group();
    return new AddressRecord(
        name,
        IpAddress.tryParseLenient(name),
        new AllocationHolder(resource, parentName),
        standing,
        isManaged ? event(standing, name, parent) : "");
  }

  private static Standing standing(
      String name, ParentReference parent, boolean isManaged, @Nullable Service service) {
    if (!parent.group().isEmpty() || !parent.resource().equals("services")) {
      return isManaged ? Standing.MODIFIED : Standing.OF_OTHER_OBJECT;
    }
    if (service == null) {
      return Standing.OF_MISSING_SERVICE;
    }
    // compared as text: an address that is not written canonically is never found
    return service.spec().clusterIPs().contains(name)
        ? Standing.RIGHTFUL
        : Standing.OF_OTHER_SERVICE;
  }

  private static String event(Standing standing, String name, ParentReference parent) {
    String ofService = "IPAddress: %s for Service %s/%s ";
    return switch (standing) {
      case RIGHTFUL, OF_OTHER_OBJECT -> "";
      case OF_OTHER_SERVICE ->
          String.format(
              ofService + "has a wrong reference; cleaning up",
              name,
              parent.namespace(),
              parent.name());
      case OF_MISSING_SERVICE ->
          String.format(
              ofService + "appears to have leaked: cleaning up",
              name,
              parent.namespace(),
              parent.name());
      case MODIFIED ->
          String.format(
              "IPAddress %s appears to have been modified, not referencing a Service"
                  + " &ParentReference{Group:%s,Resource:%s,Namespace:%s,Name:%s,}: cleaning up",
              name, parent.group(), parent.resource(), parent.namespace(), parent.name());
    };
  }

  /** Whether no Service stands behind it though one should. */
  boolean isOrphan() {
    return standing != Standing.RIGHTFUL && standing != Standing.OF_OTHER_OBJECT;
  }

  /** Whether it names something that is no Service there is. */
  boolean isOfNoService() {
    return standing != Standing.RIGHTFUL && standing != Standing.OF_OTHER_SERVICE;
  }
}
