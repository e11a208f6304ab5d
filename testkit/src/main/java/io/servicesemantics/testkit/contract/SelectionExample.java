package io.servicesemantics.testkit.contract;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointHints;

/**
 * A choice of endpoints worked out by the real program, written short: routing 10.4.
 *
 * <p>An endpoint is written {@code 2:TFT L z:a n:me}: the last octet of its address; ready, serving
 * and terminating; whether it is on node {@code me}; its zone and node hint. The node {@code me} is
 * in the zone given, {@code -} being none. Lists are written by last octets.
 *
 * @param internalLocal whether internalTrafficPolicy is Local
 * @param externalLocal whether externalTrafficPolicy is Local
 * @param nodePort whether the Service has a node port
 * @param zone the node's zone
 * @param endpoints the endpoints
 * @param cluster the cluster's list
 * @param local the node's own list
 * @param hasAny whether anything is usable
 */
record SelectionExample(
    boolean internalLocal,
    boolean externalLocal,
    boolean nodePort,
    String zone,
    String endpoints,
    String cluster,
    String local,
    boolean hasAny) {

  // internal/external policy, C or L, N with a node port; then as the parts above
  static final ImmutableList<SelectionExample> ALL =
      ImmutableList.of(
          of("CC-", "a", "1:TTF z:a, 2:TTF z:b", "1", "", true),
          of("CC-", "a", "1:TTF z:a, 2:TTF", "1,2", "", true),
          of("CC-", "a", "1:TTF z:a, 2:FTT, 3:TTF z:b", "1", "", true),
          of("CC-", "c", "1:TTF z:a, 2:TTF z:b", "1,2", "", true),
          of("CC-", "-", "1:TTF z:a, 2:TTF z:b", "1,2", "", true),
          of("CC-", "a", "1:TTF L z:a n:me, 2:TTF z:a n:x", "1", "", true),
          of("CC-", "a", "1:TTF L z:a n:me, 2:TTF z:a, 3:TTF z:b n:y", "1,2", "", true),
          of("CC-", "a", "1:FTT z:a, 2:FTT z:b, 3:FFT z:b", "1,2", "", true),
          of("CC-", "a", "1:FTF", "", "", false),
          of("CLN", "a", "1:TTF, 2:FTT L", "1", "2", true),
          of("CLN", "a", "1:TTF z:a, 2:TTF L z:b", "1", "2", true),
          of("CL-", "a", "1:TTF, 2:TTF L", "1,2", "", true),
          of("LC-", "a", "1:TTF", "", "", true),
          of("LC-", "a", "1:FFF L, 2:FTT", "", "", true),
          of("LLN", "a", "1:TTF, 2:TTF L", "1,2", "2", true),
          of("CLN", "a", "1:TFT L, 2:TTF", "1,2", "1", true));

  private static SelectionExample of(
      String policies,
      String zone,
      String endpoints,
      String cluster,
      String local,
      boolean hasAny) {
    return new SelectionExample(
        policies.charAt(0) == 'L',
        policies.charAt(1) == 'L',
        policies.charAt(2) == 'N',
        zone,
        endpoints,
        cluster,
        local,
        hasAny);
  }

  ImmutableList<Endpoint> endpointList() {
    ImmutableList.Builder<Endpoint> list = ImmutableList.builder();
    for (String text : Splitter.on(", ").split(endpoints)) {
      list.add(endpoint(text));
    }
    return list.build();
  }

  static String[] addresses(String octets) {
    return Splitter.on(',')
        .omitEmptyStrings()
        .splitToStream(octets)
        .map(octet -> "10.0.0." + octet)
        .toArray(String[]::new);
  }

  private static Endpoint endpoint(String text) {
    ImmutableList<String> parts = ImmutableList.copyOf(Splitter.on(' ').split(text));
    int colon = parts.get(0).indexOf(':');
    String flags = parts.get(0).substring(colon + 1);
    EndpointHints.Builder hints = EndpointHints.builder();
    Endpoint.Builder endpoint =
        Endpoint.builder()
            .addAddresses("10.0.0." + parts.get(0).substring(0, colon))
            .conditions(
                EndpointConditions.of(
                    flags.charAt(0) == 'T', flags.charAt(1) == 'T', flags.charAt(2) == 'T'))
            .nodeName(parts.contains("L") ? "me" : "other");
    for (String part : parts) {
      if (part.startsWith("z:")) {
        hints.addForZones(part.substring(2));
      } else if (part.startsWith("n:")) {
        hints.addForNodes(part.substring(2));
      }
    }
    return endpoint.hints(hints.build()).build();
  }
}
