package io.servicesemantics.impl.app;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The switches about traffic: who calls, what is called, and how kube-proxy is set up.
 *
 * @param call caller and destination; empty where no call is asked about
 * @param mode how kube-proxy programs nodes; upstream's default unless said
 * @param clusterCIDRs the networks of all Pods; none unless said
 */
record CallSwitches(Optional<Call> call, ProxyMode mode, ImmutableList<Cidr> clusterCIDRs) {

  private static final Splitter COMMAS =
      Splitter.on(',').trimResults(CharMatcher.whitespace()).omitEmptyStrings();

  /** Who calls, and what. */
  record Call(Caller from, Destination to) {}

  /**
   * Reads the switches.
   *
   * @param switches gives the text of a switch by its name; empty where it is not given
   */
  static CallSwitches of(UnaryOperator<String> switches) {
    String from = switches.apply("from");
    String to = switches.apply("to");
    if (from.isEmpty() != to.isEmpty()) {
      throw wrong(
          from.isEmpty() ? "Switch \"from\"" : "Switch \"to\"",
          "",
          "it beside \""
              + (from.isEmpty() ? "to" : "from")
              + "\", as in "
              + "-Dfrom=\"pod shop/web-1\" -Dto=http://orders.shop");
    }
    return new CallSwitches(
        from.isEmpty()
            ? Optional.empty()
            : Optional.of(new Call(Caller.parse(from), Destination.parse(to))),
        mode("mode", switches.apply("mode")),
        networks(switches.apply("clusterCIDR")));
  }

  /** Reads a proxy mode; upstream's default unless said. */
  static ProxyMode mode(String name, String text) {
    return text.isEmpty()
        ? ProxySettings.builder().build().mode()
        : Arrays.stream(ProxyMode.values())
            .filter(mode -> mode.wireName().equals(text))
            .findFirst()
            .orElseThrow(
                () -> wrong("Switch \"" + name + "\"", text, "one of iptables, nftables and ipvs"));
  }

  private static ImmutableList<Cidr> networks(String text) {
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    for (String part : COMMAS.split(text)) {
      networks.add(
          Cidr.tryParse(part)
              .orElseThrow(
                  () -> wrong("Switch \"clusterCIDR\"", text, "networks such as 10.244.0.0/16")));
    }
    return networks.build();
  }

  private static IllegalArgumentException wrong(String what, String text, String expected) {
    return new IllegalArgumentException(what + ": \"" + text + "\"; expected " + expected);
  }

  /** The cluster as the switches say it; what they leave open is taken from its objects. */
  ClusterProfile profile(ClusterProfile plain, ClusterSnapshot world) {
    return plain.withProxy(plain.proxy().withMode(mode).withClusterCIDRs(podNetworks(world)));
  }

  private ImmutableList<Cidr> podNetworks(ClusterSnapshot world) {
    return clusterCIDRs.isEmpty() ? PodNetworks.of(world) : clusterCIDRs;
  }

  /** What is taken of kube-proxy, in a sentence. */
  String assumption(ClusterSnapshot world) {
    ImmutableList<Cidr> networks = podNetworks(world);
    StringBuilder text = new StringBuilder("kube-proxy in mode ").append(mode.wireName());
    if (networks.isEmpty()) {
      return text.append("; no network of Pods is known, so no sender counts as a local Pod")
          .toString();
    }
    text.append("; as Pods count senders in");
    networks.forEach(network -> text.append(' ').append(network));
    return clusterCIDRs.isEmpty()
        ? text.append(" (assumed; from the Pod ranges of nodes; -DclusterCIDR says otherwise)")
            .toString()
        : text.toString();
  }
}
