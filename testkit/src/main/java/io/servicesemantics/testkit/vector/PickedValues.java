package io.servicesemantics.testkit.vector;

import java.util.regex.Pattern;

/**
 * The values a server picks itself, which vectors do not pin: {@code *} for a number, {@code *4}
 * and {@code *6} for an address, and what follows the prefix of a generated name.
 */
final class PickedValues {
  private static final String IPV4 = "\"[0-9]{1,3}(?:\\.[0-9]{1,3}){3}\"";
  private static final String IPV6 = "\"[0-9a-f:]*:[0-9a-f:]*\"";
  private static final String SUFFIX = "[bcdfghjklmnpqrstvwxz2456789]{5}";
  private static final Pattern MARKS =
      Pattern.compile("\"\\*[46]\"|(?<=Duplicate value: )\\*(?=[,\\]]|$)");
  private static final int LONGEST_PREFIX = 58;

  private final String generateName;
  private final String prefix;

  /**
   * The values picked in answer to one request.
   *
   * @param generateName the prefix of the name the server makes; empty where it makes none
   */
  PickedValues(String generateName) {
    this.generateName = generateName;
    this.prefix = generateName.substring(0, Math.min(generateName.length(), LONGEST_PREFIX));
  }

  /** {@return whether a text is the one recorded, but for what was picked} */
  boolean isSame(String recorded, String text) {
    if (recorded.equals(text)) {
      return true;
    }
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    var marks = MARKS.matcher(recorded);
    while (marks.find()) {
      appendText(pattern, recorded.substring(from, marks.start()));
      pattern.append(
          switch (marks.group()) {
            case "\"*4\"" -> IPV4;
            case "\"*6\"" -> IPV6;
            default -> "[0-9]+";
          });
      from = marks.end();
    }
    appendText(pattern, recorded.substring(from));
    return Pattern.matches(pattern.toString(), text);
  }

  /** {@return the text recorded where the other one is the same, and the other one where not} */
  String masked(String recorded, String text) {
    return isSame(recorded, text) ? recorded : text;
  }

  /**
   * {@return the whole prefix and a star, where the name is one the server would have made of it}
   */
  String maskedName(String name) {
    return isSame(prefix + "*", name) ? generateName + "*" : name;
  }

  // a generated name stands in the text as its prefix and a star
  private void appendText(StringBuilder pattern, String text) {
    String name = prefix + "*";
    int from = 0;
    for (int at = indexOfName(text, name, 0); at >= 0; at = indexOfName(text, name, from)) {
      pattern.append(Pattern.quote(text.substring(from, at + prefix.length())));
      pattern.append(SUFFIX);
      from = at + name.length();
    }
    pattern.append(Pattern.quote(text.substring(from)));
  }

  private int indexOfName(String text, String name, int from) {
    return prefix.isEmpty() ? -1 : text.indexOf(name, from);
  }
}
