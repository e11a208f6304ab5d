package io.servicesemantics.profile;

import io.servicesemantics.explain.Reason;

/**
 * What an older release does or says otherwise than the newest one, without any gate to say so.
 *
 * <p>The newest release has none of them: what is true of it is no quirk. Together with {@link
 * FeatureGate} this is the only place where releases are compared.
 *
 * <p>Source: answers of the releases themselves (versions 3 to 5).
 */
public enum Quirk implements Reason {
  /** Nobody is warned that externalIPs are deprecated. */
  NO_EXTERNAL_IPS_WARNING("1.36", "A3", "Nobody is warned that externalIPs are deprecated."),
  /** A warning about an odd address tells that a future release will refuse it. */
  ADDRESS_WARNINGS_TELL_THE_FUTURE(
      "1.36", "A4", "A warning about an odd address tells that a future release will refuse it."),
  /** The error that no address is free does not name the Service. */
  FULL_RANGE_NAMES_NO_SERVICE(
      "1.36", "A5", "The error that no address is free does not name the Service."),
  /** Nobody is warned that PreferClose is deprecated. */
  NO_PREFER_CLOSE_WARNING("1.35", "A6", "Nobody is warned that PreferClose is deprecated."),
  /** Faults of label keys speak of qualified names, and of characters. */
  KEYS_ARE_QUALIFIED_NAMES(
      "1.35", "A7", "Faults of label keys speak of qualified names, and of characters."),
  /** For a name that no address can be taken under, every address is tried. */
  UNTAKEABLE_NAME_EXHAUSTS_RANGE(
      "1.35", "A8", "For a name that no address can be taken under, every address is tried."),
  /** Nobody is warned of fields that headless Services ignore. */
  NO_HEADLESS_WARNINGS("1.34", "A10", "Nobody is warned of fields that headless Services ignore."),
  /** Messages show values as Go prints them, not as JSON. */
  VALUES_IN_GO_SYNTAX("1.34", "A11", "Messages show values as Go prints them, not as JSON."),
  /** Faults of owner references repeat the name of the field. */
  OWNER_FAULTS_NAME_THE_FIELD(
      "1.34", "A11b", "Faults of owner references repeat the name of the field."),
  /** An update checks the name and the metadata as those of a new object too. */
  METADATA_CHECKED_AS_NEW_ON_UPDATE(
      "1.34",
      "A11c, A11d",
      "An update checks the name and the metadata as those of a new object too."),
  /** Warnings about the spelling of addresses have their first wording and extent. */
  FIRST_ADDRESS_WARNINGS(
      "1.33",
      "A12",
      "Warnings about the spelling of addresses have their first wording and extent."),
  /** Nobody is warned that Endpoints are deprecated. */
  NO_ENDPOINTS_WARNING("1.33", "api 9", "Nobody is warned that Endpoints are deprecated."),
  /** There is no field trafficDistribution. */
  TRAFFIC_DISTRIBUTION_UNKNOWN("1.30", "A15", "There is no field trafficDistribution."),
  /** Node ports left out of an update are kept even where none are wanted. */
  OMITTED_NODE_PORTS_ALWAYS_KEPT(
      "1.30", "A16", "Node ports left out of an update are kept even where none are wanted."),
  /** The fault of a load balancer's address gives no examples. */
  INGRESS_ADDRESS_FAULT_IS_SHORT(
      "1.30", "A17", "The fault of a load balancer's address gives no examples."),
  /** A bad source range is told of the whole list. */
  SOURCE_RANGES_JUDGED_TOGETHER("1.30", "A18", "A bad source range is told of the whole list."),
  /** Slices have the addresses of Pods as they are written. */
  POD_ADDRESSES_KEPT_AS_WRITTEN(
      "1.33", "E2", "Slices have the addresses of Pods as they are written."),
  /** A target port that only a sidecar names is not found. */
  SIDECAR_PORTS_NOT_FOUND("1.33", "E3", "A target port that only a sidecar names is not found."),
  /** An endpoint on a node without a zone is hinted for the zone without a name. */
  HINTS_FOR_NAMELESS_ZONE(
      "1.33", "E4", "An endpoint on a node without a zone is hinted for the zone without a name."),
  /** Of entries with one address the first counts, except on the node of a later one. */
  FIRST_DUPLICATE_COUNTS(
      "1.36",
      "R1",
      "Of entries with one address the first counts, except on the node of a later one."),
  /** Among more than twelve entries of a slice, those of one address are read in no plain order. */
  SLICE_ENTRIES_SORTED_UNSTABLY(
      "1.31",
      "R1",
      "Among more than twelve entries of a slice, those of one address are read in no plain order."),
  /** nftables hides the sender who is the endpoint, wherever that is. */
  REMOTE_HAIRPIN_HIDDEN(
      "1.36", "R2", "nftables hides the sender who is the endpoint, wherever that is."),
  /** nftables filters the node's own traffic before it knows where it goes. */
  OWN_TRAFFIC_FILTERED_FIRST(
      "1.34", "R4, R5", "nftables filters the node's own traffic before it knows where it goes."),
  /** A node without a zone is not in the zone without a name. */
  NAMELESS_ZONE_IS_NO_ZONE(
      "1.33", "R6", "A node without a zone is not in the zone without a name."),
  /** kube-proxy takes two spellings of an address for two endpoints. */
  ENDPOINT_ADDRESSES_KEPT_AS_WRITTEN(
      "1.31", "R8", "kube-proxy takes two spellings of an address for two endpoints."),
  /** kube-proxy is healthy while it does not know its node. */
  HEALTHY_WHILE_NODE_UNKNOWN(
      "1.34", "R9", "kube-proxy is healthy while it does not know its node.");

  private final String goneIn;
  private final String rule;
  private final String sentence;

  Quirk(String goneIn, String rule, String sentence) {
    this.goneIn = goneIn;
    this.rule = rule.startsWith("api") ? rule : "versions " + rule;
    this.sentence = sentence;
  }

  /** {@return the first release that does not have it} */
  public KubernetesVersion goneIn() {
    return KubernetesVersion.parse(goneIn);
  }

  /**
   * Returns whether a release has it.
   *
   * @param version the release
   * @return whether it has
   */
  public boolean isIn(KubernetesVersion version) {
    return !version.isAtLeast(goneIn());
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }
}
