package io.servicesemantics.pod;

/** What a program is told where a look-up finds no address: errors of {@code getaddrinfo}. */
public enum LookupError {
  /** The name does not exist. */
  EAI_NONAME("Name or service not known"),
  /** The name exists, but has no address of the family. */
  EAI_NODATA("No address associated with hostname"),
  /** The name server failed; another time it may not. */
  EAI_AGAIN("Temporary failure in name resolution"),
  /** The name is an address of the family that is not wanted. */
  EAI_ADDRFAMILY("Address family for hostname not supported");

  private final String words;

  LookupError(String words) {
    this.words = words;
  }

  /** {@return what programs print for it} */
  public String words() {
    return words;
  }
}
