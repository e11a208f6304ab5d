package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.QuotedText;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * What Go's JSON parser says to text that is no JSON: the error of the first byte it cannot go on
 * with.
 *
 * <p>Reads every byte once; nesting is bounded as Go bounds it. Source: {@code encoding/json}, the
 * scanner.
 */
final class GoJson {

  private static final int MOST_NESTING = 10_000;
  private static final String END = "unexpected end of JSON input";

  private enum State {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    AFTER_VALUE,
    AFTER_KEY,
    STRING,
    ESCAPE,
    HEXADECIMAL,
    MINUS,
    ZERO,
    INTEGER,
    POINT,
    FRACTION,
    EXPONENT,
    EXPONENT_SIGN,
    EXPONENT_DIGITS,
    LITERAL
  }

  private final byte[] text;
  // a bit for each open map or list: set for maps
  private final BitSet open = new BitSet();
  private int depth;
  private State state = State.VALUE;
  private boolean inKey;
  private int digitsLeft;
  private String literal = "";
  private int literalAt;

  private GoJson(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@return Go's error; empty where the text is one JSON value} */
  static String fault(String text) {
    return new GoJson(text).scan();
  }

  private String scan() {
    for (byte one : text) {
      String fault = step(one & 0xff);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    if (state == State.AFTER_VALUE && depth == 0) {
      return "";
    }
    // a number may end with the text, so Go looks at what a blank behind it would make
    String fault = step(' ');
    if (!fault.isEmpty()) {
      return fault;
    }
    return state == State.AFTER_VALUE && depth == 0 ? "" : END;
  }

  private String step(int c) {
    return switch (state) {
      case VALUE -> isSpace(c) ? "" : beginValue(c);
      case VALUE_OR_END -> isSpace(c) ? "" : c == ']' ? close() : beginValue(c);
      case KEY -> isSpace(c) ? "" : beginKey(c);
      case KEY_OR_END -> isSpace(c) ? "" : c == '}' ? close() : beginKey(c);
      case AFTER_VALUE -> isSpace(c) ? "" : afterValue(c);
      case AFTER_KEY -> isSpace(c) ? "" : c == ':' ? go(State.VALUE) : bad(c, "after object key");
      case STRING -> inString(c);
      case ESCAPE -> escape(c);
      case HEXADECIMAL -> hexadecimal(c);
      case LITERAL -> literal(c);
      default -> number(c);
    };
  }

  private String beginValue(int c) {
    inKey = false;
    return switch (c) {
      case '{' -> open(true, State.KEY_OR_END);
      case '[' -> open(false, State.VALUE_OR_END);
      case '"' -> go(State.STRING);
      case '-' -> go(State.MINUS);
      case '0' -> go(State.ZERO);
      case 't' -> begin("true");
      case 'f' -> begin("false");
      case 'n' -> begin("null");
      default -> isDigit(c) ? go(State.INTEGER) : bad(c, "looking for beginning of value");
    };
  }

  private String open(boolean isMap, State next) {
    if (depth >= MOST_NESTING) {
      return "exceeded max depth";
    }
    open.set(depth++, isMap);
    return go(next);
  }

  private String close() {
    depth--;
    return go(State.AFTER_VALUE);
  }

  private String beginKey(int c) {
    inKey = true;
    return c == '"' ? go(State.STRING) : bad(c, "looking for beginning of object key string");
  }

  private String afterValue(int c) {
    if (depth == 0) {
      return bad(c, "after top-level value");
    }
    boolean isMap = open.get(depth - 1);
    if (c == ',') {
      return go(isMap ? State.KEY : State.VALUE);
    }
    if (c == (isMap ? '}' : ']')) {
      return close();
    }
    return bad(c, isMap ? "after object key:value pair" : "after array element");
  }

  private String inString(int c) {
    if (c == '"') {
      return go(inKey ? State.AFTER_KEY : State.AFTER_VALUE);
    }
    if (c == '\\') {
      return go(State.ESCAPE);
    }
    return c < ' ' ? bad(c, "in string literal") : "";
  }

  private String escape(int c) {
    if (c == 'u') {
      digitsLeft = 4;
      return go(State.HEXADECIMAL);
    }
    return "bfnrt\\/\"".indexOf(c) >= 0 ? go(State.STRING) : bad(c, "in string escape code");
  }

  private String hexadecimal(int c) {
    if (Character.digit(c, 16) < 0 || c >= 0x80) {
      return bad(c, "in \\u hexadecimal character escape");
    }
    return --digitsLeft == 0 ? go(State.STRING) : "";
  }

  private String begin(String word) {
    literal = word;
    literalAt = 1;
    return go(State.LITERAL);
  }

  private String literal(int c) {
    char wanted = literal.charAt(literalAt);
    if (c != wanted) {
      return bad(c, "in literal " + literal + " (expecting '" + wanted + "')");
    }
    return ++literalAt == literal.length() ? go(State.AFTER_VALUE) : "";
  }

  private String number(int c) {
    return switch (state) {
      case MINUS ->
          isDigit(c) ? go(c == '0' ? State.ZERO : State.INTEGER) : bad(c, "in numeric literal");
      case POINT ->
          isDigit(c) ? go(State.FRACTION) : bad(c, "after decimal point in numeric literal");
      case EXPONENT -> c == '+' || c == '-' ? go(State.EXPONENT_SIGN) : exponentDigit(c);
      case EXPONENT_SIGN -> exponentDigit(c);
      default -> moreOfNumber(c);
    };
  }

  private String exponentDigit(int c) {
    return isDigit(c) ? go(State.EXPONENT_DIGITS) : bad(c, "in exponent of numeric literal");
  }

  private String moreOfNumber(int c) {
    if (isDigit(c) && state != State.ZERO) {
      return "";
    }
    if (c == '.' && (state == State.ZERO || state == State.INTEGER)) {
      return go(State.POINT);
    }
    if ((c == 'e' || c == 'E') && state != State.EXPONENT_DIGITS) {
      return go(State.EXPONENT);
    }
    state = State.AFTER_VALUE;
    return isSpace(c) ? "" : afterValue(c);
  }

  private String go(State next) {
    state = next;
    return "";
  }

  private static String bad(int c, String where) {
    return "invalid character " + quoted(c) + " " + where;
  }

  private static String quoted(int c) {
    if (c == '\'') {
      return "'\\''";
    }
    if (c == '"') {
      return "'\"'";
    }
    String inQuotes = QuotedText.of(Character.toString(c));
    return "'" + inQuotes.substring(1, inQuotes.length() - 1) + "'";
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
