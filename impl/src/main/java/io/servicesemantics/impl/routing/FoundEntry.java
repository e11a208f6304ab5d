package io.servicesemantics.impl.routing;

import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.ServiceEndpoint;

/**
 * An entry of a list of endpoints.
 *
 * @param list the how-many-eth list it is from
 * @param slice the list's slice
 * @param index its place in the list
 */
record FoundEntry(ServiceEndpoint endpoint, int list, NamespacedName slice, int index) {

  String spelling() {
    return spelling(endpoint.said());
  }

  static String spelling(Endpoint said) {
    return String.join(",", said.addresses());
  }
}
