package io.servicesemantics.impl.slicing;

import io.servicesemantics.endpoint.AddressType;
import java.util.HashSet;
import java.util.Set;

/**
 * Names for new slices of one Service: the prefix Kubernetes asks for, and five characters of the
 * alphabet it uses, which here follow from the Service, the address type and a count.
 *
 * <p>Follows {@code endpointslice/utils.go}, getEndpointSlicePrefix (routing 1.8.1), and {@code
 * apiserver/pkg/storage/names/generate.go}.
 */
final class SliceNames {

  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX_LENGTH = 5;
  private static final int MAX_PREFIX_LENGTH = 63 - SUFFIX_LENGTH;
  private static final int MAX_SUBDOMAIN_LENGTH = 253;

  private final String prefix;
  private final long seed;
  private final Set<String> taken = new HashSet<>();
  private int count;

  SliceNames(String namespace, String owner, AddressType type) {
    this.prefix = prefix(owner);
    this.seed = 31L * (31L * namespace.hashCode() + owner.hashCode()) + type.wireName().hashCode();
  }

  String prefix() {
    return prefix;
  }

  /** Keeps a name from being given out. */
  void take(String name) {
    taken.add(name);
  }

  String next() {
    String base =
        prefix.length() > MAX_PREFIX_LENGTH ? prefix.substring(0, MAX_PREFIX_LENGTH) : prefix;
    while (true) {
      String name = base + suffix(seed + 0x632be59bd9b4e019L * ++count);
      if (taken.add(name)) {
        return name;
      }
    }
  }

  private static String suffix(long seed) {
    // The finalizer of SplitMix64: neighbouring counts give suffixes that look unlike.
    long bits = seed;
    bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
    bits = (bits ^ (bits >>> 31)) >>> 1;
    StringBuilder suffix = new StringBuilder(SUFFIX_LENGTH);
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      suffix.append(ALPHABET.charAt((int) (bits % ALPHABET.length())));
      bits /= ALPHABET.length();
    }
    return suffix.toString();
  }

  private static String prefix(String owner) {
    return isSubdomain(owner + "a") ? owner + "-" : owner;
  }

  // Whether "<owner>-" is a valid start of a name, its last dash taken for a letter.
  private static boolean isSubdomain(String text) {
    if (text.length() > MAX_SUBDOMAIN_LENGTH) {
      return false;
    }
    char before = '.';
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (c == '.' ? before == '.' || before == '-' : !alphanumeric && c != '-') {
        return false;
      }
      if (c == '-' && before == '.') {
        return false;
      }
      before = c;
    }
    return true;
  }
}
