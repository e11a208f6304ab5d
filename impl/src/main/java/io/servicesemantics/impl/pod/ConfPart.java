package io.servicesemantics.impl.pod;

/** What a line of a resolv.conf is about. */
enum ConfPart {
  NAMESERVER,
  SEARCH,
  OPTION;

  /** The word by which an account calls it. */
  String word() {
    return switch (this) {
      case NAMESERVER -> "nameserver";
      case SEARCH -> "search";
      case OPTION -> "option";
    };
  }
}
