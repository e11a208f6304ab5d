package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.QuotedText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A time of RFC 3339 as Go reads it, or Go's words for why it is none.
 *
 * <p>Source: Go's {@code time/format.go}: parse with the layout {@code 2006-01-02T15:04:05Z07:00}.
 */
final class GoTime {

  private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";

  private final String text;
  private String rest;
  private @Nullable String error;
  private @Nullable Instant instant;

  private GoTime(String text) {
    this.text = text;
    this.rest = text;
  }

  /** Reads a time. */
  static GoTime parse(String text) {
    GoTime time = new GoTime(text);
    time.read();
    return time;
  }

  /** Prints a time in UTC; the server writes whole seconds, and so does this of whole seconds. */
  static String print(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant);
  }

  /** {@return the time, or null if the text is none} */
  @Nullable Instant instant() {
    return instant;
  }

  /** {@return Go's words for why the text is no time; empty if it is one} */
  String error() {
    return error == null ? "" : error;
  }

  private void read() {
    int year = number("2006", 4, 4, 0, 9999, "");
    separator("-");
    int month = number("01", 2, 2, 1, 12, "month");
    separator("-");
    int day = number("02", 2, 2, 0, 99, "");
    separator("T");
    int hour = number("15", 1, 2, 0, 23, "hour");
    separator(":");
    int minute = number("04", 2, 2, 0, 59, "minute");
    separator(":");
    int second = number("05", 2, 2, 0, 59, "second");
    int nanos = fraction();
    int offset = offset();
    if (error == null && !rest.isEmpty()) {
      fail(": extra text: " + QuotedText.of(rest));
    }
    if (error == null && (day < 1 || day > YearMonth.of(year, month).lengthOfMonth())) {
      fail(": day out of range");
    }
    if (error == null) {
      instant =
          LocalDateTime.of(year, month, day, hour, minute, second, nanos)
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(offset);
    }
  }

  private void separator(String separator) {
    if (error != null) {
      return;
    }
    if (rest.startsWith(separator)) {
      rest = rest.substring(1);
    } else {
      mismatch(separator, rest);
    }
  }

  // a number of so many digits; which of them must be in range has a name
  private int number(String element, int least, int most, int from, int to, String range) {
    if (error != null) {
      return 0;
    }
    String hold = rest;
    int digits = 0;
    int number = 0;
    while (digits < most && digits < rest.length() && isDigit(rest.charAt(digits))) {
      number = 10 * number + rest.charAt(digits++) - '0';
    }
    if (digits < least) {
      mismatch(element, hold);
      return 0;
    }
    rest = rest.substring(digits);
    if (number < from || number > to) {
      fail(": " + range + " out of range");
    }
    return number;
  }

  private int fraction() {
    if (error != null
        || rest.length() < 2
        || (rest.charAt(0) != '.' && rest.charAt(0) != ',')
        || !isDigit(rest.charAt(1))) {
      return 0;
    }
    int nanos = 0;
    int scale = 100_000_000;
    int at = 1;
    for (; at < rest.length() && isDigit(rest.charAt(at)); at++) {
      nanos += scale * (rest.charAt(at) - '0');
      scale /= 10;
    }
    rest = rest.substring(at);
    return nanos;
  }

  private int offset() {
    if (error != null) {
      return 0;
    }
    if (rest.startsWith("Z")) {
      rest = rest.substring(1);
      return 0;
    }
    boolean wellFormed =
        rest.length() >= 6
            && (rest.charAt(0) == '+' || rest.charAt(0) == '-')
            && isDigit(rest.charAt(1))
            && isDigit(rest.charAt(2))
            && rest.charAt(3) == ':'
            && isDigit(rest.charAt(4))
            && isDigit(rest.charAt(5));
    if (!wellFormed) {
      mismatch("Z07:00", rest);
      return 0;
    }
    int hours = 10 * (rest.charAt(1) - '0') + rest.charAt(2) - '0';
    int minutes = 10 * (rest.charAt(4) - '0') + rest.charAt(5) - '0';
    int seconds = (60 * hours + minutes) * 60;
    int offset = rest.charAt(0) == '-' ? -seconds : seconds;
    rest = rest.substring(6);
    if (hours > 24) {
      fail(": time zone offset hour out of range");
    } else if (minutes > 60) {
      fail(": time zone offset minute out of range");
    }
    return offset;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void mismatch(String element, String value) {
    error =
        "parsing time "
            + QuotedText.of(text)
            + " as \""
            + LAYOUT
            + "\": cannot parse "
            + QuotedText.of(value)
            + " as \""
            + element
            + "\"";
  }

  private void fail(String message) {
    error = "parsing time " + QuotedText.of(text) + message;
  }
}
