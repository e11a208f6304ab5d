package io.servicesemantics.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Puts labels together to a name as it goes over the wire, within the limits of RFC 1035 2.3.4. */
final class NameBuilder {

  static final int MOST_OCTETS = 255;
  static final int MOST_IN_LABEL = 63;

  private byte[] octets = new byte[64];
  private int length;

  /** Adds a label; false where it is empty or anything would be too long. */
  boolean addLabel(String label) {
    byte[] letters = label.getBytes(UTF_8);
    return addLabel(letters, letters.length);
  }

  boolean addLabel(byte[] letters, int count) {
    // one octet is kept for the root
    if (count == 0 || count > MOST_IN_LABEL || length + 1 + count >= MOST_OCTETS) {
      return false;
    }
    reserve(1 + count);
    octets[length++] = (byte) count;
    System.arraycopy(letters, 0, octets, length, count);
    length += count;
    return true;
  }

  /** Adds a whole name; false where the sum would be too long. */
  boolean addAll(byte[] name) {
    if (length + name.length > MOST_OCTETS) {
      return false;
    }
    reserve(name.length);
    System.arraycopy(name, 0, octets, length, name.length);
    length += name.length;
    return true;
  }

  /** The octets, of labels that a whole name was added behind. */
  byte[] toOctets() {
    return Arrays.copyOf(octets, length);
  }

  /** The octets, with the root behind the labels. */
  byte[] finish() {
    return Arrays.copyOf(octets, length + 1);
  }

  private void reserve(int more) {
    // one more for the root, so that finishing never cuts
    if (length + more + 1 > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more + 1));
    }
  }
}
