package io.servicesemantics.impl.dns;

/** Something that stands in a {@link KeyTable}, under a hash of its key. */
abstract class Keyed {

  final int hash;

  Keyed(int hash) {
    this.hash = hash;
  }
}
