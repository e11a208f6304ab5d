package io.servicesemantics.dns;

/** Whatever answers questions about names: a zone of a cluster, or what stands behind it. */
@FunctionalInterface
public interface NameServer {

  /**
   * Answers a question.
   *
   * @param question a name and a type
   * @return the answer; a server that knows nothing of the name says so in its response code
   */
  DnsAnswer answer(DnsQuestion question);
}
