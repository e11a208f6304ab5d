package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.primitives.Ints;
import java.io.Serializable;
import java.util.Optional;

/**
 * A type of record, or of question, by its number (RFC 1035 section 3.2.2, RFC 3597).
 *
 * <p>Every number is a type: those without a name here print as {@code TYPE65280}.
 *
 * @param number the number, 0 to 65535
 */
public record RecordType(int number) implements Comparable<RecordType>, Serializable {

  /** An IPv4 address. */
  public static final RecordType A = new RecordType(1);

  /** The name of a name server. */
  public static final RecordType NS = new RecordType(2);

  /** Another name for the same. */
  public static final RecordType CNAME = new RecordType(5);

  /** The start of a zone. */
  public static final RecordType SOA = new RecordType(6);

  /** The name of an address. */
  public static final RecordType PTR = new RecordType(12);

  /** Text. */
  public static final RecordType TXT = new RecordType(16);

  /** An IPv6 address. */
  public static final RecordType AAAA = new RecordType(28);

  /** The host and port of a service (RFC 2782). */
  public static final RecordType SRV = new RecordType(33);

  /** What changed in a zone: a question alone. */
  public static final RecordType IXFR = new RecordType(251);

  /** A whole zone: a question alone. */
  public static final RecordType AXFR = new RecordType(252);

  /** Any type: a question alone. */
  public static final RecordType ANY = new RecordType(255);

  private static final int HIGHEST = 65535;
  private static final String UNNAMED = "TYPE";

  private static final ImmutableBiMap<Integer, String> NAMES =
      ImmutableBiMap.<Integer, String>builder()
          .put(1, "A")
          .put(2, "NS")
          .put(5, "CNAME")
          .put(6, "SOA")
          .put(12, "PTR")
          .put(13, "HINFO")
          .put(15, "MX")
          .put(16, "TXT")
          .put(28, "AAAA")
          .put(29, "LOC")
          .put(33, "SRV")
          .put(35, "NAPTR")
          .put(39, "DNAME")
          .put(41, "OPT")
          .put(43, "DS")
          .put(44, "SSHFP")
          .put(46, "RRSIG")
          .put(47, "NSEC")
          .put(48, "DNSKEY")
          .put(50, "NSEC3")
          .put(52, "TLSA")
          .put(64, "SVCB")
          .put(65, "HTTPS")
          .put(99, "SPF")
          .put(251, "IXFR")
          .put(252, "AXFR")
          .put(255, "ANY")
          .put(256, "URI")
          .put(257, "CAA")
          .buildOrThrow();

  /** Checks the range. */
  public RecordType {
    checkArgument(
        number >= 0 && number <= HIGHEST, "Type of a record: \"%s\"; expected 0 to 65535", number);
  }

  /**
   * Reads a type by its name or number, in any case.
   *
   * @param text such as {@code AAAA} or {@code TYPE28}
   * @return the type
   * @throws IllegalArgumentException for any other text
   */
  public static RecordType parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        "Type of a record: \"%s\"; expected one such as AAAA, or TYPE28",
                        Ascii.truncate(text, 40, "..."))));
  }

  /**
   * Reads a type.
   *
   * @param text any text
   * @return what {@link #parse} would read, or nothing where it would throw
   */
  public static Optional<RecordType> tryParse(String text) {
    String name = Ascii.toUpperCase(text);
    Integer number = NAMES.inverse().get(name);
    if (number == null && name.startsWith(UNNAMED)) {
      number = Ints.tryParse(name.substring(UNNAMED.length()));
    }
    return number == null || number < 0 || number > HIGHEST
        ? Optional.empty()
        : Optional.of(new RecordType(number));
  }

  @Override
  public int compareTo(RecordType other) {
    return Integer.compare(number, other.number);
  }

  /** {@return its name, or {@code TYPE} and its number} */
  @Override
  public String toString() {
    String name = NAMES.get(number);
    return name == null ? UNNAMED + number : name;
  }
}
