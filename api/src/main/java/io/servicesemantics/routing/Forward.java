package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.servicesemantics.net.IpAddress;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The verdict that a flow is sent to one of these backends, each with its exact share of new
 * connections.
 *
 * <p>It holds sets of endpoints; {@link #backends} makes the list anew each time. Shares hold for
 * clients that are not remembered: see {@link SessionAffinityRule}.
 */
public final class Forward implements Verdict {

  private static final long serialVersionUID = 1;

  private final EndpointSet endpoints;
  private final @Nullable EndpointSet maskedToThemselves; // null where none of them is
  private final boolean masquerade;
  private final int affinitySeconds; // 0 without affinity

  private Forward(
      EndpointSet endpoints,
      @Nullable EndpointSet maskedToThemselves,
      boolean masquerade,
      int affinitySeconds) {
    this.endpoints = endpoints;
    this.maskedToThemselves = maskedToThemselves;
    this.masquerade = masquerade;
    this.affinitySeconds = affinitySeconds;
  }

  /**
   * Returns a verdict.
   *
   * @param endpoints where flows may go, all alike; not empty
   * @param maskedToThemselves the endpoints that, having called their own Service and being chosen,
   *     see another sender than themselves (routing 2.12.6); a set of the same endpoints
   * @param masquerade whether the sender's address is hidden whatever the backend
   * @param affinitySeconds how long clients are remembered; 0 where they are not
   * @return the verdict
   */
  public static Forward of(
      EndpointSet endpoints,
      EndpointSet maskedToThemselves,
      boolean masquerade,
      int affinitySeconds) {
    checkArgument(!endpoints.isEmpty(), "Endpoints of a verdict: \"[]\"; expected one or more");
    checkArgument(
        affinitySeconds >= 0, "Affinity seconds: \"%s\"; expected 0 or more", affinitySeconds);
    EndpointSet masked =
        maskedToThemselves.containsAll(endpoints)
            ? endpoints
            : maskedToThemselves.intersection(endpoints);
    return new Forward(endpoints, masked.isEmpty() ? null : masked, masquerade, affinitySeconds);
  }

  @Override
  public VerdictKind kind() {
    return VerdictKind.FORWARD;
  }

  /** {@return where the flow may go} */
  public EndpointSet endpoints() {
    return endpoints;
  }

  /** {@return where the flow may go, each with its share; the shares sum to exactly 1} */
  public ImmutableList<Backend> backends() {
    Fraction share = share();
    ImmutableList.Builder<Backend> backends = ImmutableList.builder();
    for (ServiceEndpoint endpoint : endpoints) {
      backends.add(new Backend(endpoint, share));
    }
    return backends.build();
  }

  /** {@return for each endpoint the verdict that it gets every flow, all else being the same} */
  public ImmutableList<Forward> toEachAlone() {
    ImmutableList.Builder<Forward> alone = ImmutableList.builder();
    EndpointSet masked =
        maskedToThemselves == null ? endpoints.universe().none() : maskedToThemselves;
    for (int i = endpoints.nextIndex(0); i >= 0; i = endpoints.nextIndex(i + 1)) {
      alone.add(of(endpoints.only(i), masked, masquerade, affinitySeconds));
    }
    return alone.build();
  }

  /**
   * {@return the share of each backend: all weigh the same, however they are chosen (routing 3.1)}
   */
  public Fraction share() {
    return Fraction.of(1, endpoints.size());
  }

  /** {@return whether the sender's address is hidden whatever the backend} */
  public boolean masquerade() {
    return masquerade;
  }

  /** {@return how long a client stays with its backend, if it does} */
  public OptionalInt affinitySeconds() {
    return affinitySeconds == 0 ? OptionalInt.empty() : OptionalInt.of(affinitySeconds);
  }

  /**
   * Returns whether the sender's address is hidden from a backend: for all flows, or because the
   * sender is the backend (routing 2.12).
   *
   * @param backend one of the backends
   * @param flow the flow
   * @return whether the backend sees another source than the flow's
   */
  public boolean isMasqueraded(Backend backend, Flow flow) {
    return isMasqueraded(backend.endpoint(), flow);
  }

  /**
   * Returns whether the sender's address is hidden from an endpoint.
   *
   * @param endpoint one of the endpoints
   * @param flow the flow
   * @return whether the endpoint sees another source than the flow's
   */
  public boolean isMasqueraded(ServiceEndpoint endpoint, Flow flow) {
    if (masquerade || maskedToThemselves == null || !endpoint.address().equals(flow.source())) {
      return masquerade;
    }
    for (ServiceEndpoint masked : maskedToThemselves) {
      if (masked.equals(endpoint)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isSameFor(Verdict other, Flow flow) {
    return other instanceof Forward that
        && affinitySeconds == that.affinitySeconds
        && endpoints.equals(that.endpoints)
        && isMaskedAlike(that, flow);
  }

  @Override
  public boolean isSameTrafficFor(Verdict other, Flow flow) {
    return other instanceof Forward that
        && affinitySeconds == that.affinitySeconds
        && packets(flow).equals(that.packets(flow));
  }

  // Where packets go, and whom they seem to come from.
  private ImmutableMultiset<SentPacket> packets(Flow flow) {
    ImmutableMultiset.Builder<SentPacket> packets = ImmutableMultiset.builder();
    for (ServiceEndpoint endpoint : endpoints) {
      packets.add(
          new SentPacket(endpoint.address(), endpoint.port(), isMasqueraded(endpoint, flow)));
    }
    return packets.build();
  }

  private record SentPacket(IpAddress address, int port, boolean isMasqueraded) {}

  private boolean isMaskedAlike(Forward other, Flow flow) {
    for (ServiceEndpoint endpoint : endpoints) {
      if (isMasqueraded(endpoint, flow) != other.isMasqueraded(endpoint, flow)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Forward that
        && masquerade == that.masquerade
        && affinitySeconds == that.affinitySeconds
        && endpoints.equals(that.endpoints)
        && Objects.equals(maskedToThemselves, that.maskedToThemselves);
  }

  @Override
  public int hashCode() {
    return Objects.hash(endpoints, masquerade, affinitySeconds);
  }

  /** {@return the backends with their shares, and what else is done} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Forward").append(backends());
    if (masquerade) {
      text.append(" masqueraded");
    }
    if (affinitySeconds != 0) {
      text.append(" sticky for ").append(affinitySeconds).append(" s");
    }
    return text.toString();
  }
}
