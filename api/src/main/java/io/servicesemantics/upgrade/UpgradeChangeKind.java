package io.servicesemantics.upgrade;

/** In which way something changes for a Service, the gravest first. */
public enum UpgradeChangeKind {
  /** The stored Service is refused where it was accepted, even sent again as it stands. */
  REFUSED_ON_UPDATE("Refused, though it was accepted"),
  /** A new Service like it is refused where it was accepted. */
  REFUSED_ON_CREATE("Refused, though it was accepted"),
  /** Nodes send traffic elsewhere, or show another sender. */
  ROUTED_OTHERWISE("Traffic goes otherwise"),
  /** Its slices have other endpoints, or the same written otherwise. */
  SLICED_OTHERWISE("Other endpoints"),
  /** Its slices have other hints. */
  HINTED_OTHERWISE("Other hints"),
  /** A field of it is stored otherwise. */
  STORED_OTHERWISE("Stored otherwise"),
  /** It is accepted where it was refused. */
  ACCEPTED_NOW("Accepted, though it was refused"),
  /** Who sends it is warned of something else. */
  WARNED_OTHERWISE("Other warnings"),
  /** It is refused as before, but the refusal reads otherwise. */
  REFUSED_IN_OTHER_WORDS("Refused as before, in other words");

  private final String words;

  UpgradeChangeKind(String words) {
    this.words = words;
  }

  /** {@return the kind in a few words, as a heading has them} */
  public String words() {
    return words;
  }

  /** {@return whether nobody need care who does not read messages by program} */
  public boolean isNote() {
    return this == REFUSED_IN_OTHER_WORDS;
  }
}
