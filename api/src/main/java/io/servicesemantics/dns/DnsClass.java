package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * The class of a question, by its number: in practice always {@link #IN} (RFC 1035 section 3.2.4).
 *
 * @param number the number, 0 to 65535
 */
public record DnsClass(int number) implements Serializable {

  /** The Internet. */
  public static final DnsClass IN = new DnsClass(1);

  /** Chaosnet, which some servers tell about themselves in. */
  public static final DnsClass CH = new DnsClass(3);

  /** Hesiod. */
  public static final DnsClass HS = new DnsClass(4);

  /** No class (RFC 2136). */
  public static final DnsClass NONE = new DnsClass(254);

  /** Any class. */
  public static final DnsClass ANY = new DnsClass(255);

  /** Checks the range. */
  public DnsClass {
    checkArgument(number >= 0 && number <= 65535, "DNS class: \"%s\"; expected 0 to 65535", number);
  }

  /** {@return its name, or {@code CLASS} and its number (RFC 3597)} */
  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "IN";
      case 3 -> "CH";
      case 4 -> "HS";
      case 254 -> "NONE";
      case 255 -> "ANY";
      default -> "CLASS" + number;
    };
  }
}
