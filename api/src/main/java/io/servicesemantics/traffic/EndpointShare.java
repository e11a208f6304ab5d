package io.servicesemantics.traffic;

import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.ServiceEndpoint;
import java.io.Serializable;

/**
 * What one endpoint gets of a load.
 *
 * @param endpoint the endpoint
 * @param zone the zone it is in, by its node or else by its slice; empty where neither says it
 * @param share which part of all new connections it gets
 */
public record EndpointShare(ServiceEndpoint endpoint, String zone, Fraction share)
    implements Serializable {

  /** {@return the Pod it stands for; empty where the slice names none} */
  public String pod() {
    return endpoint.said().targetRef().map(ObjectReference::name).orElse("");
  }

  /** {@return the node it is on; empty where the slice names none} */
  public String node() {
    return endpoint.said().nodeName().orElse("");
  }

  /** {@return endpoint and share, such as {@code 10.244.2.7:8080 1/2}} */
  @Override
  public String toString() {
    return endpoint + " " + share;
  }
}
