package io.servicesemantics.dns;

/** What a name server makes of a question (RFC 1035 section 4.1.1, RFC 6891). */
public enum ResponseCode {
  /** All is well; there may yet be no record. */
  NOERROR(0, "There is such a name."),
  /** The question cannot be read. */
  FORMERR(1, "The server cannot read the question."),
  /** The server cannot answer. */
  SERVFAIL(2, "The server cannot answer."),
  /** There is no such name. */
  NXDOMAIN(3, "There is no such name."),
  /** The server does not do such a thing. */
  NOTIMP(4, "The server does not know such questions."),
  /** The server does not want to answer. */
  REFUSED(5, "The server refuses to answer."),
  /** The extension is of a version the server does not know. */
  BADVERS(16, "The server does not know the version of EDNS.");

  private final int number;
  private final String sentence;

  ResponseCode(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  /** {@return its number on the wire} */
  public int number() {
    return number;
  }

  /** {@return what it means, in a sentence} */
  public String sentence() {
    return sentence;
  }
}
