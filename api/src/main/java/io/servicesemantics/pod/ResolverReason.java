package io.servicesemantics.pod;

import io.servicesemantics.explain.Reason;

/**
 * Why a line is in a Pod's resolv.conf, or why a name is asked about in the course of a look-up.
 */
public enum ResolverReason implements Reason {
  /** The file is there. */
  FILE_WRITTEN("12", "The kubelet writes the Pod this resolv.conf."),
  /** The file cannot be made. */
  NODE_FILE_UNREADABLE(
      "12.1", "The kubelet cannot read the node's own resolv.conf, so no Pod starts on the node."),
  /** Policy None. */
  POLICY_NONE("12.3", "With dnsPolicy None nothing but the Pod's own dnsConfig counts."),
  /** Policy ClusterFirst. */
  POLICY_CLUSTER("12.2", "With dnsPolicy ClusterFirst the cluster's name servers are asked."),
  /** Policy ClusterFirstWithHostNet. */
  POLICY_CLUSTER_WITH_HOST_NET(
      "12.2",
      "With dnsPolicy ClusterFirstWithHostNet the cluster's name servers are asked, on whatever"
          + " network."),
  /** Policy ClusterFirst on the node's network. */
  POLICY_CLUSTER_ON_NODE_NETWORK(
      "12.2",
      "On the node's network dnsPolicy ClusterFirst is as Default: names are looked up as the node"
          + " does. ClusterFirstWithHostNet would ask the cluster."),
  /** Policy Default. */
  POLICY_DEFAULT("12.2", "With dnsPolicy Default names are looked up as the node does."),
  /** No policy. */
  POLICY_UNSAID(
      "12.2",
      "The Pod says no dnsPolicy, for which the API server puts ClusterFirst; without it the"
          + " cluster's name servers are asked."),
  /** A policy the kubelet does not know. */
  POLICY_UNKNOWN(
      "12.2", "The kubelet knows no such dnsPolicy, so the cluster's name servers are asked."),
  /** No name server of the cluster. */
  NO_CLUSTER_SERVERS(
      "12.5",
      "The kubelet is told of no name server of the cluster, so names are looked up as the node"
          + " does."),
  /** No domain of the cluster. */
  NO_CLUSTER_DOMAIN(
      "12.4", "The kubelet is told of no domain of the cluster, so none is searched."),
  /** No file of the node. */
  NO_NODE_FILE(
      "12.6",
      "The kubelet is told of no resolv.conf of the node, so names are asked of the node itself,"
          + " where usually nobody answers."),

  /** From the cluster. */
  SET_BY_CLUSTER("12.4", "It is the cluster's."),
  /** From the node's file. */
  TAKEN_FROM_NODE("12.6", "It is taken from the node's resolv.conf."),
  /** Instead of a node's file. */
  SET_FOR_WANT_OF_FILE("12.6", "It stands for the node itself."),
  /** From the Pod. */
  ADDED_BY_POD("12.7", "The Pod's dnsConfig adds it."),
  /** From the Pod, in place of another value. */
  REPLACED_BY_POD("12.7", "The Pod's dnsConfig sets this value in place of another."),

  /** Out: the cluster's count. */
  NODE_NOT_USED("12.4", "The node has it, but the cluster's counts instead."),
  /** Out: another value counts. */
  OVERRULED_BY_POD("12.7", "It is left out: the Pod's dnsConfig sets another value."),
  /** Out: twice. */
  THERE_ALREADY("12.7", "It is left out: it is there already."),
  /** Out: over the number of name servers. */
  TOO_MANY_NAMESERVERS("12.8", "It is left out: 3 name servers are the most."),
  /** Out: over the number of domains. */
  TOO_MANY_SEARCHES("12.8", "It is left out: 32 search domains are the most."),
  /** Out: too long a domain. */
  SEARCH_TOO_LONG("12.8", "It is left out: a search domain has 253 octets at most."),
  /** Out: too long a line. */
  SEARCH_LINE_TOO_LONG("12.8", "It is left out: all search domains have 2048 octets at most."),

  /** Addresses. */
  LOOKUP_FINDS("13", "The program gets addresses."),
  /** No address. */
  LOOKUP_FAILS("13", "The program gets no address."),
  /** Nothing to look up. */
  NAME_IS_ADDRESS("13", "The name reads as an address, so nobody is asked."),
  /** Nothing to look up, but the other family is wanted. */
  NAME_IS_ADDRESS_OF_OTHER_FAMILY(
      "13", "The name reads as an address of the family that is not wanted, so nobody is asked."),
  /** A line of the hosts file. */
  IN_HOSTS_FILE("13", "The Pod's /etc/hosts has the name, so nobody is asked."),
  /** A line of the hosts file, with the other family. */
  IN_HOSTS_FILE_WITH_OTHER_FAMILY(
      "13.2",
      "The Pod's /etc/hosts has the name with addresses of the family that is not wanted, and musl"
          + " asks nobody then."),
  /** Nothing can be asked. */
  NOT_A_NAME(
      "13",
      "No question can be made of it: a part of the name is empty, or too long, or all of it."),

  /** Asked as it is, and nothing else. */
  ENDS_IN_DOT("13", "The name ends in a dot, so it is asked as it is and nothing else."),
  /** Asked as it is first. */
  ENOUGH_DOTS("13.1", "The name has as many dots as ndots says, so it is asked as it is first."),
  /** Asked as it is, and nothing else. */
  ENOUGH_DOTS_FOR_ALL(
      "13.2",
      "The name has as many dots as ndots says, so musl asks it as it is and searches nothing."),
  /** Asked with a search domain behind it. */
  SEARCHED("13", "A search domain is put behind the name."),
  /** Asked with the root behind it. */
  SEARCHED_IN_ROOT("13.1", "The search domain is the root: the name is asked as it is."),
  /** Asked with a search domain that makes no name. */
  SEARCHED_IN_DOT("13.2", "Of a search domain with nothing before its dot musl makes no name."),
  /** Asked as it is in the end. */
  ASKED_LAST("13", "In the end the name is asked as it is."),
  /** Not asked: what comes out is none. */
  CANDIDATE_NOT_A_NAME(
      "13.1", "With the search domain it is no name any more, and glibc searches no further."),
  /** Not asked: what comes out is none. */
  CANDIDATE_ENDS_LOOKUP(
      "13.2", "With the search domain it is no name any more, and musl ends the look-up."),
  /** Not asked: too long. */
  CANDIDATE_SKIPPED("13.2", "With the search domain it is too long, and musl leaves it out."),
  /** Not asked: asked before. */
  ASKED_BEFORE("13.1", "The search domain is the root, but the name was asked as it is before."),
  /** Not asked: an option. */
  NOT_ASKED_LAST("13.1", "The option no-tld-query keeps glibc from asking a name without dots."),
  /** Nothing is searched. */
  SEARCHES_NOT_READ("13.2", "The search line has more than 255 octets, so musl reads none of it."),
  /** No option counts. */
  OPTIONS_NOT_READ("13.2", "The options line has more than 255 octets, so musl reads none of it."),

  /** Ends: addresses. */
  ENDS_WITH_ADDRESSES("13", "It has addresses, so the look-up ends."),
  /** Ends: an alias alone. */
  ENDS_WITH_ALIAS_ALONE("13.1", "It is an alias that leads to no address, at which glibc ends."),
  /** Ends: no address. */
  ENDS_WITHOUT_DATA(
      "13.2", "The name exists but has no address of the family, at which musl ends."),
  /** Ends: the server failed. */
  ENDS_WITH_FAILURE("13.2", "The server fails to answer a question, at which musl ends."),
  /** On: no such name. */
  GOES_ON_AFTER_NAME_ERROR("13", "There is no such name, so the look-up goes on."),
  /** On: no address. */
  GOES_ON_WITHOUT_DATA("13.1", "The name exists but has no address of the family; glibc goes on."),
  /** On: the server failed. */
  GOES_ON_AFTER_FAILURE("13.1", "The server fails to answer; glibc goes on."),
  /** On, but not with the search. */
  SEARCHES_NO_FURTHER("13.1", "The server refuses to answer; glibc searches no further."),
  /** On, although it has addresses. */
  GOES_ON_DESPITE_DATA(
      "13.2",
      "The server knows the name for one family and denies it for the other; musl goes on."),
  /** The end. */
  NOTHING_LEFT("13", "Nothing is left to ask."),
  /** What it costs. */
  DOT_SPARES_QUESTIONS("13.4", "Written out, with a dot behind, the name costs fewer questions.");

  private final String rule;
  private final String sentence;

  ResolverReason(String rule, String sentence) {
    this.rule = "dns " + rule;
    this.sentence = sentence;
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
