package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A domain name, always from the root on: a dot behind it is understood (RFC 1034 section 3.1).
 *
 * <pre>{@code
 * DnsName name = DnsName.parse("web.shop.svc.cluster.local");
 * name.labels();                                       // [web, shop, svc, cluster, local]
 * name.isAtOrBelow(DnsName.parse("Cluster.Local."));   // true
 * }</pre>
 *
 * <p>Names are equal without regard to the case of ASCII letters (RFC 4343), and keep the spelling
 * they were given. A label has 1 to 63 octets, a name at most 255 with the lengths of its labels:
 * what is longer is refused, never cut. Names are ordered as RFC 4034 section 6.1 says, those of a
 * zone behind the zone itself.
 */
public final class DnsName implements Comparable<DnsName>, Serializable {

  /** The root, printed as a single dot. */
  public static final DnsName ROOT = new DnsName(new byte[] {0});

  private static final long serialVersionUID = 1;

  // Larger than any octet, so that no two octets make up for one another.
  private static final int PRIME = 0x01000193;
  private static final int PRIME_2 = 0x26027a69; // its powers
  private static final int PRIME_3 = 0x3ee6b34b;
  private static final int PRIME_4 = 0x502c3f11;

  /** The name as it goes over the wire: labels with their lengths before them, and a 0. */
  private final byte[] octets;

  private final boolean isLowerCase;

  // Made when it is first asked for, which threads may well do twice; 0 until then.
  private transient int hash;

  DnsName(byte[] octets) {
    this(octets, hasNoCapital(octets));
  }

  private DnsName(byte[] octets, boolean isLowerCase) {
    this.octets = octets;
    this.isLowerCase = isLowerCase;
  }

  private static boolean hasNoCapital(byte[] octets) {
    for (byte octet : octets) {
      if (lowered(octet) != octet) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a name, with or without a dot behind. A backslash before a letter takes that letter as it
   * is, before three digits the octet of that number (RFC 1035 section 5.1).
   *
   * @param text such as {@code web.shop.svc.cluster.local.}
   * @return the name
   * @throws IllegalArgumentException for text that is no name, or one that is too long
   */
  public static DnsName parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        "DNS name: \"%s\"; expected labels of 1 to 63 octets with dots between, 253"
                            + " octets at most",
                        Ascii.truncate(text, 300, "..."))));
  }

  /**
   * Reads a name.
   *
   * @param text any text
   * @return what {@link #parse} would read, or nothing where it would throw
   */
  public static Optional<DnsName> tryParse(String text) {
    return Optional.ofNullable(NameText.read(text)).map(DnsName::new);
  }

  /**
   * Returns the name of some labels, in which dots and backslashes are no more than letters.
   *
   * @param labels the labels, the one next to the root last
   * @return the name
   * @throws IllegalArgumentException if a label is empty or too long, or the name is
   */
  public static DnsName of(Iterable<String> labels) {
    NameBuilder name = new NameBuilder();
    for (String label : labels) {
      checkArgument(
          name.addLabel(label),
          "Labels of a name: \"%s\"; expected 1 to 63 octets each, 253 in all",
          labels);
    }
    return new DnsName(name.finish());
  }

  /** {@return how many labels it has; 0 for the root} */
  public int labelCount() {
    int count = 0;
    for (int at = 0; octets[at] != 0; at += octets[at] + 1) {
      count++;
    }
    return count;
  }

  /** {@return the labels as text, the one next to the root last, nothing in them escaped} */
  public ImmutableList<String> labels() {
    ImmutableList.Builder<String> labels = ImmutableList.builder();
    for (int at = 0; octets[at] != 0; at += octets[at] + 1) {
      labels.add(NameText.ofLabel(octets, at));
    }
    return labels.build();
  }

  /** {@return how many octets it has on the wire, 1 to 255} */
  public int length() {
    return octets.length;
  }

  /**
   * Returns an octet of the name as it goes over the wire, for loops that must not allocate.
   *
   * @param index its index, less than {@link #length}
   * @return the octet, 0 to 255: a letter, or the length of the label behind it
   * @throws IndexOutOfBoundsException for any other index
   */
  public int octet(int index) {
    return octets[index] & 0xff;
  }

  /**
   * Returns the hash code of the name that some labels of this one make, for tables of names that
   * are looked into without allocating.
   *
   * @param from the octet at which the first of the labels begins with its length
   * @param end the octet behind the last of the labels
   * @return what {@link #hashCode} of {@link #of} those labels is
   */
  public int hashOf(int from, int end) {
    int mixed = 1;
    int at = from;
    // four in a step, since each step waits for the one before
    for (; at + 3 < end; at += 4) {
      mixed =
          PRIME_4 * mixed
              + PRIME_3 * lowered(octets[at])
              + PRIME_2 * lowered(octets[at + 1])
              + PRIME * lowered(octets[at + 2])
              + lowered(octets[at + 3]);
    }
    for (; at < end; at++) {
      mixed = PRIME * mixed + lowered(octets[at]);
    }
    return PRIME * mixed;
  }

  /**
   * Returns whether some labels of this name make another one.
   *
   * @param from the octet at which the first of the labels begins with its length
   * @param end the octet behind the last of the labels
   * @param other the other name
   * @return whether the other name is {@link #of} those labels
   */
  public boolean isSame(int from, int end, DnsName other) {
    int count = end - from;
    return other.octets.length == count + 1 && isSame(octets, from, other.octets, 0, count);
  }

  /** {@return whether no letter of it is a capital} */
  public boolean isLowerCase() {
    return isLowerCase;
  }

  /** {@return this name with small letters; the name itself where it has no others} */
  public DnsName toLowerCase() {
    if (isLowerCase) {
      return this;
    }
    byte[] lower = new byte[octets.length];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = (byte) lowered(octets[i]);
    }
    return new DnsName(lower);
  }

  /**
   * Returns whether this name is another one, or below it.
   *
   * @param other a zone, say
   * @return whether the other name's labels are the last of this one's
   */
  public boolean isAtOrBelow(DnsName other) {
    int from = octets.length - other.octets.length;
    return from >= 0
        && isSame(octets, from, other.octets, 0, other.octets.length)
        && startsLabel(from);
  }

  private boolean startsLabel(int index) {
    int at = 0;
    while (at < index) {
      at += octets[at] + 1;
    }
    return at == index;
  }

  /**
   * Returns the last labels of this name, spelled as here.
   *
   * @param labels how many of them, 0 to {@link #labelCount}
   * @return the name they make
   */
  public DnsName suffix(int labels) {
    int skipped = labelCount() - labels;
    checkArgument(
        labels >= 0 && skipped >= 0, "Labels to keep of %s: \"%s\"; expected fewer", this, labels);
    if (skipped == 0) {
      return this;
    }
    int at = 0;
    for (int i = 0; i < skipped; i++) {
      at += octets[at] + 1;
    }
    byte[] last = Arrays.copyOfRange(octets, at, octets.length);
    return isLowerCase ? new DnsName(last, true) : new DnsName(last);
  }

  /**
   * Returns the name of a label below this name.
   *
   * @param label the label, in which dots are letters
   * @return the longer name; empty if the label or the name would be too long, or the label empty
   */
  public Optional<DnsName> below(String label) {
    NameBuilder name = new NameBuilder();
    return name.addLabel(label) && name.addAll(octets)
        ? Optional.of(new DnsName(name.toOctets()))
        : Optional.empty();
  }

  /**
   * Returns this name below another one.
   *
   * @param other the name to go behind the labels of this one, such as an entry of a search list
   * @return the longer name; empty if it would be too long
   */
  public Optional<DnsName> followedBy(DnsName other) {
    if (octets.length - 1 + other.octets.length > NameBuilder.MOST_OCTETS) {
      return Optional.empty();
    }
    byte[] both = Arrays.copyOf(octets, octets.length - 1 + other.octets.length);
    System.arraycopy(other.octets, 0, both, octets.length - 1, other.octets.length);
    return Optional.of(new DnsName(both, isLowerCase && other.isLowerCase));
  }

  /**
   * Returns whether another name is the same in the very same spelling.
   *
   * @param other another name
   * @return whether even capitals agree
   */
  public boolean isSpelledAs(DnsName other) {
    return Arrays.equals(octets, other.octets);
  }

  static int lowered(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  private static boolean isSame(byte[] one, int from, byte[] other, int otherFrom, int count) {
    if (Arrays.equals(one, from, from + count, other, otherFrom, otherFrom + count)) {
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (lowered(one[from + i]) != lowered(other[otherFrom + i])) {
        return false;
      }
    }
    return true;
  }

  /** Compares label by label from the root on, as octets of small letters (RFC 4034, 6.1). */
  @Override
  public int compareTo(DnsName other) {
    return NameOrder.compare(octets, other.octets);
  }

  /** {@return whether the other is the same name, in whatever spelling} */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DnsName that
            && octets.length == that.octets.length
            && isSame(octets, 0, that.octets, 0, octets.length));
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = hashOf(0, octets.length - 1);
      hash = known;
    }
    return known;
  }

  /** {@return the name as {@link #parse} reads it, with a dot behind} */
  @Override
  public String toString() {
    return NameText.of(octets);
  }
}
