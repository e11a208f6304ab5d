package io.servicesemantics.admission;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.time.Instant;

/**
 * Decides requests about Services as the API server does.
 *
 * <p>Nothing wrong in a Service makes a method throw. Each decision carries the state that comes
 * after it; a state is immutable, so that what-if questions cost nothing.
 *
 * <pre>{@code
 * ClusterState cluster = admission.emptyState();
 * AdmissionDecision decision = admission.create(service, cluster, NumberPicker.lowestFree());
 * }</pre>
 */
public interface ServiceAdmission {

  /**
   * Returns a cluster without Services, that has the namespaces every cluster has.
   *
   * @return the state
   */
  ClusterState emptyState();

  /**
   * Returns the state of a cluster as found: its Services, namespaces, ServiceCIDRs and
   * IPAddresses. The namespaces every cluster has, and those its Services are in, exist.
   *
   * @param world the cluster's objects
   * @return the state
   */
  ClusterState stateOf(ClusterSnapshot world);

  /**
   * Decides a request.
   *
   * @param request the request
   * @param state the cluster it comes to
   * @param picker how free numbers are picked
   * @return the decision
   */
  AdmissionDecision admit(AdmissionRequest request, ClusterState state, NumberPicker picker);

  /**
   * Decides the request to make a Service.
   *
   * @param service the Service
   * @param state the cluster it comes to
   * @param picker how free numbers are picked
   * @return the decision
   */
  default AdmissionDecision create(Service service, ClusterState state, NumberPicker picker) {
    return admit(AdmissionRequest.create(service), state, picker);
  }

  /**
   * Decides the request to put a Service in the place of the one of that name.
   *
   * @param service the Service
   * @param state the cluster it comes to
   * @param picker how free numbers are picked
   * @return the decision
   */
  default AdmissionDecision update(Service service, ClusterState state, NumberPicker picker) {
    return admit(AdmissionRequest.update(service), state, picker);
  }

  /**
   * Tells field by field what would become of a Service were the request made: what is kept,
   * changed, wiped, freed, newly picked or refused, and why.
   *
   * @param request the request
   * @param state the cluster it comes to
   * @param picker how free numbers are picked
   * @return the preview
   */
  UpdatePreview preview(AdmissionRequest request, ClusterState state, NumberPicker picker);

  /**
   * Decides the request to delete a Service.
   *
   * @param service its namespace and name
   * @param state the cluster
   * @param now when; a Service that finalizers hold is marked with it
   * @return the decision
   */
  DeletionDecision delete(NamespacedName service, ClusterState state, Instant now);
}
