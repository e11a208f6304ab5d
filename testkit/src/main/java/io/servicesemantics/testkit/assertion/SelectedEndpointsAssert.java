package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.TopologyMode;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a choice of endpoints, which are named by their addresses. */
public final class SelectedEndpointsAssert
    extends AbstractAssert<SelectedEndpointsAssert, SelectedEndpoints> {

  SelectedEndpointsAssert(SelectedEndpoints actual) {
    super(actual, SelectedEndpointsAssert.class);
  }

  /**
   * Checks the cluster's list.
   *
   * @param addresses the addresses expected, in order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public SelectedEndpointsAssert hasCluster(String... addresses) {
    isNotNull();
    return check("cluster", ImmutableList.copyOf(addresses), addresses(actual.cluster()));
  }

  /**
   * Checks the node's own list.
   *
   * @param addresses the addresses expected, in order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public SelectedEndpointsAssert hasLocal(String... addresses) {
    isNotNull();
    return check("local", ImmutableList.copyOf(addresses), addresses(actual.local()));
  }

  /**
   * Checks the endpoints in either list.
   *
   * @param addresses the addresses expected, in order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public SelectedEndpointsAssert hasAllReachable(String... addresses) {
    isNotNull();
    return check("allReachable", ImmutableList.copyOf(addresses), addresses(actual.allReachable()));
  }

  /**
   * Checks whether anything in the cluster is usable.
   *
   * @param expected what is expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public SelectedEndpointsAssert hasAny(boolean expected) {
    isNotNull();
    return check("hasAny", expected, actual.hasAny());
  }

  /**
   * Checks which hints narrowed the cluster's list down.
   *
   * @param expected the mode expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public SelectedEndpointsAssert hasTopologyMode(TopologyMode expected) {
    isNotNull();
    return check("topologyMode", expected, actual.topologyMode());
  }

  /**
   * Checks that kube-proxy makes no port, and why.
   *
   * @param reason the reason expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public SelectedEndpointsAssert isNotServed(SelectionReason reason) {
    isNotNull();
    return check("notServed", Optional.of(reason), actual.notServed());
  }

  private SelectedEndpointsAssert check(String name, Object expected, Object found) {
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found, expected, "Expected %s to be%n  %s%nbut of%n  %s", name, expected, actual);
    }
    return this;
  }

  private static ImmutableList<String> addresses(EndpointSet endpoints) {
    ImmutableList.Builder<String> addresses = ImmutableList.builder();
    for (ServiceEndpoint endpoint : endpoints) {
      addresses.add(endpoint.addressText());
    }
    return addresses.build();
  }
}
