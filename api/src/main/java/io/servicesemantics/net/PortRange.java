package io.servicesemantics.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ports from one to another, both included, such as the node ports {@code 30000-32767}.
 *
 * @param first the lowest port: 0 to 65535
 * @param last the highest port: {@code first} to 65535
 */
public record PortRange(int first, int last) implements Serializable {
  private static final int HIGHEST_PORT = 65535;

  /**
   * Takes the two ends.
   *
   * @throws IllegalArgumentException when they are no ports, or the wrong way round
   */
  public PortRange {
    checkArgument(
        first >= 0 && first <= last && last <= HIGHEST_PORT,
        "Port range: \"%s-%s\"; expected two ports from 0 to 65535, the lower first",
        first,
        last);
  }

  /** {@return the range of these ports, both included} */
  public static PortRange of(int first, int last) {
    return new PortRange(first, last);
  }

  /** {@return the range of a single port} */
  public static PortRange of(int port) {
    return new PortRange(port, port);
  }

  /**
   * Reads a range as the flags of kube-apiserver and kube-proxy do ({@code PortRange.Set} of
   * apimachinery's {@code util/net}): {@code 30000-32767}, or {@code 30000+2767} for the same, or a
   * single port; with spaces around it. Empty text, by which a flag keeps its default, is no range.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static PortRange parse(String text) {
    PortRange range = read(text);
    checkArgument(
        range != null,
        "Port range: \"%s\"; expected \"first-last\", \"first+offset\" or one port, up to 65535",
        Ascii.truncate(text, 80, "..."));
    return range;
  }

  /** {@return the range {@link #parse} would read, or nothing where it would throw} */
  public static Optional<PortRange> tryParse(String text) {
    return Optional.ofNullable(read(text));
  }

  private static @Nullable PortRange read(String text) {
    String trimmed = CharMatcher.whitespace().trimFrom(text);
    int hyphen = trimmed.indexOf('-');
    int plus = trimmed.indexOf('+');
    if (hyphen >= 0 && plus >= 0) {
      return null;
    }
    int cut = Math.max(hyphen, plus);
    long first = number(cut < 0 ? trimmed : trimmed.substring(0, cut));
    long second = cut < 0 ? first : number(trimmed.substring(cut + 1));
    if (first < 0 || second < 0) {
      return null;
    }
    long last = plus >= 0 ? first + second : second;
    return first <= last && last <= HIGHEST_PORT ? new PortRange((int) first, (int) last) : null;
  }

  // As strconv.Atoi reads it; -1 for what is no number, is negative, or is past every port.
  private static long number(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int start = signed ? 1 : 0;
    long value = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!AddressReader.isDigit(c)) {
        return -1;
      }
      value = value * 10 + (c - '0');
      if (value > HIGHEST_PORT) {
        return -1;
      }
    }
    boolean negative = text.startsWith("-") && value > 0;
    return start == text.length() || negative ? -1 : value;
  }

  /** {@return whether the port is one of the range's} */
  public boolean contains(int port) {
    return port >= first && port <= last;
  }

  /** {@return how many ports it has: 1 to 65536} */
  public int size() {
    return last - first + 1;
  }

  /** {@return both ends with a hyphen between, also of a single port; {@link #parse} reads it} */
  @Override
  public String toString() {
    return first + "-" + last;
  }
}
