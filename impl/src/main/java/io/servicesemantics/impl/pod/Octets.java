package io.servicesemantics.impl.pod;

import com.google.common.base.Utf8;

/** Lengths as the kubelet and C libraries count them: in octets of UTF-8. */
final class Octets {

  private Octets() {}

  static int of(String text) {
    return Utf8.encodedLength(text);
  }
}
