package io.servicesemantics.impl.pod;

import io.servicesemantics.pod.ResolverReason;
import org.jspecify.annotations.Nullable;

/** A word of a resolv.conf on its way: whence it comes, and what keeps it out in the end. */
final class ConfEntry {

  final ConfPart part;
  final String text;
  final ResolverReason whence;
  @Nullable ResolverReason leftOut;

  ConfEntry(ConfPart part, String text, ResolverReason whence) {
    this.part = part;
    this.text = text;
    this.whence = whence;
  }

  boolean isKept() {
    return leftOut == null;
  }
}
