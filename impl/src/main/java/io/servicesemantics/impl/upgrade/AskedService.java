package io.servicesemantics.impl.upgrade;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * A Service that is asked about.
 *
 * @param name its namespace and name
 * @param location where it stands, if it was read from text
 * @param sent the request that made it
 * @param stored as it is stored in the release before; empty where that refused it
 * @param home its namespace, if there is one
 */
record AskedService(
    NamespacedName name,
    Optional<SourceLocation> location,
    AdmissionRequest sent,
    Optional<Service> stored,
    Optional<Namespace> home) {

  AdmissionDecision create(AskedCluster cluster) {
    return cluster.create(sent.withVerb(Verb.CREATE), home);
  }

  // The Service sent again as it is stored.
  AdmissionDecision update(AskedCluster cluster, Service stored) {
    return cluster.update(AdmissionRequest.update(stored), stored, home);
  }

  // The Service once its manifest is applied again; as it was, where that is refused.
  Service applied(AskedCluster cluster, Service stored) {
    return cluster.update(sent.withVerb(Verb.UPDATE), stored, home) instanceof Accepted accepted
        ? accepted.service()
        : stored;
  }
}
