package io.servicesemantics.impl.text;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML scalar means to Kubernetes: YAML 1.1's words and numbers, without its dates and its
 * numbers of base 60, and with {@code 0o17}.
 *
 * <p>Source: go-yaml v2 {@code resolve.go} and {@code decode.go} (scalar), sigs.k8s.io/yaml {@code
 * convertToJSONableObject} for keys.
 */
final class GoScalar {
  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final String BOOL = STANDARD + "bool";
  private static final String INT = STANDARD + "int";
  private static final String NULL = STANDARD + "null";
  private static final String BINARY = STANDARD + "binary";
  private static final String TIMESTAMP = STANDARD + "timestamp";
  private static final String FLOAT = STANDARD + "float";

  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:(?:[Tt](\\d{1,2}:\\d{1,2}:\\d{1,2})(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d))"
              + "|(?: (\\d{1,2}:\\d{1,2}:\\d{1,2})(?:\\.\\d+)?))?");

  private GoScalar() {}

  /** Why a scalar cannot be what its tag says. */
  record Mismatch(String message) {}

  /**
   * What a scalar without quotes and tag means: text, Boolean, Integer, Long, BigInteger, Double or
   * null.
   */
  static @Nullable Object plain(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    if (digit || first == '+' || first == '-' || first == '.') {
      return numeric(text, first);
    }
    return text.length() <= 5 ? word(text) : text;
  }

  /**
   * What a scalar with a tag means, in whatever style it is written.
   *
   * @return the value, or a {@link Mismatch}
   */
  static @Nullable Object tagged(String tag, String text) {
    return switch (tag) {
      case BINARY -> binary(text);
      case BOOL, INT, FLOAT, NULL, TIMESTAMP -> fitting(tag, text);
      default -> text;
    };
  }

  private static @Nullable Object fitting(String tag, String text) {
    Object value = plain(text);
    String found = kindOf(value);
    boolean fits =
        tag.equals(STANDARD + found)
            || (tag.equals(FLOAT) && (value instanceof Integer || value instanceof Long))
            || (tag.equals(TIMESTAMP) && value instanceof String && isTimestamp(text));
    return fits
        ? value
        : new Mismatch(
            "!!"
                + tag.substring(STANDARD.length())
                + " before `"
                + text
                + "`, which is "
                + "a !!"
                + found);
  }

  /**
   * The key a value becomes in JSON, where every key is text; null where Kubernetes has none, which
   * is the case for null itself and for numbers from 2<sup>63</sup> on.
   */
  static @Nullable String key(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Double number) {
      return GoNumber.formatFloat32(number);
    }
    return value == null || value instanceof BigInteger ? null : value.toString();
  }

  /** The number as JSON would print it: 80 for 80.0, so that it fits where an integer belongs. */
  static @Nullable Object asInJson(@Nullable Object value) {
    if (value instanceof Double number) {
      double exact = number;
      if (exact == Math.rint(exact) && Math.abs(exact) < 0x1p63) {
        return GoNumber.narrow((long) exact);
      }
    }
    return value;
  }

  private static @Nullable Object word(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> true;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> false;
      case "~", "null", "Null", "NULL" -> null;
      default -> text;
    };
  }

  private static Object numeric(String text, char first) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      default -> finite(text, first);
    };
  }

  private static Object finite(String text, char first) {
    boolean underscored = text.indexOf('_') >= 0;
    String digits = underscored ? text.replace("_", "") : text;
    if (first == '.') {
      boolean wellFormed = !underscored || GoNumber.underscoresSeparateDigits(text);
      Double number = wellFormed ? GoNumber.parseFloat(digits) : null;
      return number == null ? text : number;
    }
    Number number = GoNumber.parseInteger(digits);
    if (number == null) {
      number = GoNumber.parseFloat(digits);
    }
    if (number == null) {
      number = signAfterPrefix(digits);
    }
    return number == null ? text : number;
  }

  // go-yaml cuts off a leading 0b itself and then reads a number of base 2, sign and all
  private static @Nullable Number signAfterPrefix(String text) {
    if (!text.startsWith("0b") || text.length() < 4) {
      return null;
    }
    char sign = text.charAt(2);
    return sign == '-' || sign == '+' ? GoNumber.digits(text, 3, 2, sign == '-', true) : null;
  }

  private static String kindOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    return value instanceof Double ? "float" : "int";
  }

  private static Object binary(String text) {
    String packed = text.replace("\n", "").replace("\r", "");
    // unlike Java's, Go's decoder insists on the padding
    if (packed.length() % 4 == 0) {
      try {
        return utf8(Base64.getDecoder().decode(packed));
      } catch (IllegalArgumentException e) {
        return new Mismatch("!!binary before text that is not base64");
      }
    }
    return new Mismatch("!!binary before text that is not base64");
  }

  // each byte that is no UTF-8 becomes one replacement character, as in Go's JSON
  private static String utf8(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put('\uFFFD');
      }
      in.position(in.position() + result.length());
    }
  }

  private static boolean isTimestamp(String text) {
    Matcher parts = DATE_AND_TIME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    int month = Integer.parseInt(parts.group(2));
    int day = Integer.parseInt(parts.group(3));
    String time = parts.group(4) == null ? parts.group(5) : parts.group(4);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(Integer.parseInt(parts.group(1)), month).lengthOfMonth()
        && (time == null || isTimeOfDay(time));
  }

  private static boolean isTimeOfDay(String time) {
    int minutes = time.indexOf(':') + 1;
    int seconds = time.indexOf(':', minutes) + 1;
    return Integer.parseInt(time.substring(0, minutes - 1)) < 24
        && Integer.parseInt(time.substring(minutes, seconds - 1)) < 60
        && Integer.parseInt(time.substring(seconds)) < 60;
  }
}
