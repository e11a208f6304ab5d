package io.servicesemantics.dns;

/** The canonical order of names (RFC 4034 section 6.1). */
final class NameOrder {

  private static final int MOST_LABELS = 128;

  private NameOrder() {}

  static int compare(byte[] one, byte[] other) {
    int[] starts = new int[MOST_LABELS];
    int[] otherStarts = new int[MOST_LABELS];
    int count = starts(one, starts);
    int otherCount = starts(other, otherStarts);
    for (int i = 1; i <= Math.min(count, otherCount); i++) {
      int order = label(one, starts[count - i], other, otherStarts[otherCount - i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(count, otherCount);
  }

  private static int starts(byte[] name, int[] starts) {
    int count = 0;
    for (int at = 0; name[at] != 0; at += name[at] + 1) {
      starts[count++] = at;
    }
    return count;
  }

  private static int label(byte[] one, int at, byte[] other, int otherAt) {
    int length = one[at];
    int otherLength = other[otherAt];
    for (int i = 1; i <= Math.min(length, otherLength); i++) {
      int order =
          Integer.compare(
              DnsName.lowered(one[at + i]) & 0xff, DnsName.lowered(other[otherAt + i]) & 0xff);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(length, otherLength);
  }
}
