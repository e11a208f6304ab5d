package io.servicesemantics.impl.routing;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which senders a Service's load-balancer addresses take, in one family (routing 2.2.6, 2.10.2).
 *
 * @param networks the networks, one or more
 * @param vips the load-balancer addresses that are senders themselves, where the node is in a range
 */
record SourceRanges(ImmutableList<Cidr> networks, ImmutableList<IpAddress> vips) {

  // What Go's strings.TrimSpace takes away.
  private static final CharMatcher BLANK =
      CharMatcher.anyOf("\t\n\u000b\f\r \u0085\u00a0").or(CharMatcher.whitespace());

  /** The ranges of a Service; null where every sender is taken. */
  static @Nullable SourceRanges of(
      Service service, IpFamily family, ImmutableList<IpAddress> vips, NodeAddresses node) {
    List<String> said = service.spec().loadBalancerSourceRanges();
    if (said.isEmpty()) {
      return null;
    }
    ImmutableList.Builder<Cidr> ofFamily = ImmutableList.builder();
    for (String text : said) {
      Cidr network = Cidr.tryParseLenient(BLANK.trimFrom(text)).orElse(null);
      if (network != null && network.family() == family) {
        if (network.prefixLength() == 0) {
          return null;
        }
        ofFamily.add(network);
      }
    }
    ImmutableList<Cidr> networks = ofFamily.build();
    if (networks.isEmpty()) {
      return null;
    }
    IpAddress own = node.primary(family);
    return new SourceRanges(
        networks, own != null && isIn(networks, own) ? vips : ImmutableList.of());
  }

  /** Whether a sender is taken. */
  boolean accepts(IpAddress sender, IpAddress asked, ProxyTraits traits) {
    return isIn(networks, sender)
        || (vips.contains(sender) && (traits.acceptsEveryVip() || sender.equals(asked)));
  }

  private static boolean isIn(ImmutableList<Cidr> networks, IpAddress address) {
    for (int i = 0; i < networks.size(); i++) {
      if (networks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }
}
