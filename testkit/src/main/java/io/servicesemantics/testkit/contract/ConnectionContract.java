package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.fixture.ConnectionFixtures.VIP;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.loadBalanced;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.profile;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.world;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.connection.Arrival;
import io.servicesemantics.connection.ConnectionAttempt;
import io.servicesemantics.connection.ConnectionOutcome;
import io.servicesemantics.connection.ConnectionPath;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.connection.Connections;
import io.servicesemantics.connection.Hop;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Connections} does. */
public interface ConnectionContract extends SemanticsContract {

  /** A Pod that calls a Service by any of its names reaches its Pods, each with its share. */
  @Test
  default void everyNameOfAService_leadsToItsPods() {
    ClusterSnapshot world = world(ServiceFixtures.clusterIp());
    for (String name :
        ImmutableList.of(
            "web",
            "web:http",
            "web:80",
            "shop/web:http",
            "web.shop:80",
            "web.shop.svc:80",
            "web.shop.svc.cluster.local:80",
            "web.shop.svc.cluster.local.:80",
            "http://web.shop/cart?item=1",
            "10.96.0.21:80")) {
      ConnectionTrace trace = trace(ProxyMode.NFTABLES, "client", name, world);

      assertThat(trace.outcome()).as("%s", trace).isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(arrivals(trace))
          .as("%s", trace)
          .extracting(
              arrival -> arrival.pod().get().name() + " " + arrival.node() + " " + arrival.share())
          .containsExactly("web-1 node-a 1/2", "web-2 node-b 1/2");
    }
  }

  /** What leads nowhere is an answer, with what there is instead. */
  @Test
  default void namesThatLeadNowhere_areAnswered() {
    ClusterSnapshot world = world(ServiceFixtures.clusterIp());

    ConnectionTrace name = trace(ProxyMode.NFTABLES, "client", "wob:80", world);
    assertThat(name.outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(name.toString()).contains("shop/web");

    ConnectionTrace port = trace(ProxyMode.NFTABLES, "client", "web:https", world);
    assertThat(port.outcome()).isEqualTo(ConnectionOutcome.PORT_NOT_FOUND);
    assertThat(port.toString()).contains("http 80/TCP");

    ConnectionTrace caller = trace(ProxyMode.NFTABLES, "shop/clint", "web:80", world);
    assertThat(caller.outcome()).isEqualTo(ConnectionOutcome.CALLER_NOT_FOUND);
    assertThat(caller.toString()).contains("pod shop/client");
  }

  /** A port that a Service does not have is tried, for the modes differ in what they do then. */
  @Test
  default void aPortThatIsNotThere_isTriedAllTheSame() {
    ClusterSnapshot world = world(ServiceFixtures.clusterIp());

    assertThat(trace(ProxyMode.NFTABLES, "client", "web:81", world).outcome())
        .isEqualTo(ConnectionOutcome.REFUSED);
    assertThat(trace(ProxyMode.IPVS, "client", "web:81", world).outcome())
        .isEqualTo(ConnectionOutcome.REFUSED);
    assertThat(trace(ProxyMode.IPTABLES, "client", "web:81", world).outcome())
        .isEqualTo(ConnectionOutcome.NO_ANSWER);
  }

  /** A call from outside is asked at every node it may arrive at; nodes that are alike, once. */
  @Test
  default void aCallFromOutside_isAskedAtEveryNode() {
    ConnectionTrace trace =
        trace(
            ProxyMode.NFTABLES,
            "203.0.113.7",
            VIP + ":80",
            world(loadBalanced(ExternalTrafficPolicy.LOCAL)));

    assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.DEPENDS);
    assertThat(trace.attempts().get(0).paths())
        .extracting(path -> path.entries() + " " + path.outcome())
        .containsExactly("[node-a] CONNECTED", "[node-b] CONNECTED", "[node-c] NO_ANSWER");

    ConnectionTrace open =
        trace(
            ProxyMode.NFTABLES,
            "203.0.113.7",
            VIP + ":80",
            world(loadBalanced(ExternalTrafficPolicy.CLUSTER)));
    assertThat(open.attempts().get(0).paths())
        .extracting(path -> path.entries() + " " + path.outcome())
        .containsExactly("[node-a, node-b, node-c] CONNECTED");
  }

  /** Whose address a backend sees: the caller's, or that of the node that redirected the call. */
  @Test
  default void theSenderSeen_isTold() {
    ClusterSnapshot world = world(loadBalanced(ExternalTrafficPolicy.CLUSTER));

    assertThat(arrivals(trace(ProxyMode.NFTABLES, "client", "web:80", world)))
        .extracting(Arrival::sees)
        .allMatch(sees -> sees.equals(Optional.of(IpAddress.parse("10.244.1.9"))));
    assertThat(arrivals(trace(ProxyMode.NFTABLES, "203.0.113.7 via node-a", VIP + ":80", world)))
        .extracting(arrival -> arrival.node() + " " + arrival.sees())
        .containsExactly("node-a Optional.empty", "node-b Optional[192.168.0.1]");
  }

  /** An answer that goes round the node that redirected the call is never heard. */
  @Test
  default void anAnswerThatGoesRoundTheNode_isNeverHeard() {
    ClusterSnapshot world = world(loadBalanced(ExternalTrafficPolicy.LOCAL));

    assertThat(arrivals(trace(ProxyMode.NFTABLES, "client", "node-b:30080", world)))
        .extracting(arrival -> arrival.node() + " " + arrival.outcome())
        .containsExactly("node-a NO_ANSWER", "node-b CONNECTED");
    assertThat(trace(ProxyMode.IPVS, "203.0.113.7", "node-c:30080", world).outcome())
        .isEqualTo(ConnectionOutcome.NO_ANSWER);
    assertThat(trace(ProxyMode.IPVS, "203.0.113.7", "node-a:30080", world).outcome())
        .isEqualTo(ConnectionOutcome.CONNECTED);
  }

  /** Nobody answers pings of a cluster IP; nodes and Pods answer those of their own addresses. */
  @Test
  default void pings_areAnsweredByMachinesAlone() {
    ClusterSnapshot world = world(ServiceFixtures.clusterIp());

    assertThat(trace(ProxyMode.NFTABLES, "client", "ping web", world).outcome())
        .isEqualTo(ConnectionOutcome.REFUSED);
    assertThat(trace(ProxyMode.IPVS, "client", "ping web", world).outcome())
        .isEqualTo(ConnectionOutcome.REFUSED);
    assertThat(trace(ProxyMode.IPTABLES, "client", "ping web", world).outcome())
        .isEqualTo(ConnectionOutcome.NO_ANSWER);
    assertThat(trace(ProxyMode.NFTABLES, "client", "ping node-b", world).outcome())
        .isEqualTo(ConnectionOutcome.CONNECTED);
    assertThat(trace(ProxyMode.NFTABLES, "client", "ping pod web-2", world).outcome())
        .isEqualTo(ConnectionOutcome.CONNECTED);
  }

  /** The shares of all backends make up the whole. */
  @Test
  default void shares_sumToOne() {
    Fraction sum = Fraction.ZERO;
    for (Arrival arrival :
        arrivals(
            trace(ProxyMode.IPTABLES, "node node-c", "web", world(ServiceFixtures.clusterIp())))) {
      sum = sum.plus(arrival.share());
    }
    assertThat(sum).isEqualTo(Fraction.ONE);
  }

  private ConnectionTrace trace(
      ProxyMode mode, String caller, String destination, ClusterSnapshot world) {
    return semantics(profile(mode)).connections().trace(caller, destination, world);
  }

  private static ImmutableList<Arrival> arrivals(ConnectionTrace trace) {
    ImmutableList.Builder<Arrival> arrivals = ImmutableList.builder();
    for (ConnectionAttempt attempt : trace.attempts()) {
      for (ConnectionPath path : attempt.paths()) {
        for (Hop hop : path.hops()) {
          if (hop instanceof Hop.Delivery delivery) {
            arrivals.addAll(delivery.arrivals());
          }
        }
      }
    }
    return arrivals.build();
  }
}
