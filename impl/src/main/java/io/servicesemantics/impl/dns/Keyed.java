package io.servicesemantics.impl.dns;

/** Something that stands in a {@link KeyTable}, under the hash of its key. */
interface Keyed {

  /** The hash, always the same. */
  int keyHash();
}
