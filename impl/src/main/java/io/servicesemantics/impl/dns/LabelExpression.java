package io.servicesemantics.impl.dns;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A label selector written as text, as kubectl and CoreDNS take it: {@code app=web,tier in (a, b),
 * !old}.
 *
 * @param requirements all of which are to be met
 */
record LabelExpression(ImmutableList<Requirement> requirements) {

  private static final CharMatcher BLANKS = CharMatcher.anyOf(" \t");
  private static final CharMatcher IN_VALUES =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-_."));
  private static final CharMatcher IN_KEYS = IN_VALUES.or(CharMatcher.is('/'));
  private static final Splitter VALUES = Splitter.on(',').trimResults(BLANKS);

  /**
   * What a label is to be.
   *
   * @param values the values it may have; empty where any will do
   * @param isWanted whether it is to be one of them, or none of them
   */
  record Requirement(String key, ImmutableSet<String> values, boolean isWanted) {

    boolean isMet(Map<String, String> labels) {
      String value = labels.get(key);
      boolean isOne = value != null && (values.isEmpty() || values.contains(value));
      return isOne == isWanted;
    }
  }

  static LabelExpression parse(String text) {
    ImmutableList.Builder<Requirement> requirements = ImmutableList.builder();
    for (String part : parts(text)) {
      requirements.add(requirement(part, text));
    }
    return new LabelExpression(requirements.build());
  }

  // Commas within brackets separate values.
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (letter == ',' && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    if (!BLANKS.matchesAllOf(text)) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static Requirement requirement(String part, String text) {
    String trimmed = BLANKS.trimFrom(part);
    int bracket = trimmed.indexOf('(');
    if (bracket >= 0) {
      return ofSet(trimmed, bracket, text);
    }
    int equals = trimmed.indexOf('=');
    if (equals < 0) {
      boolean isUnwanted = trimmed.startsWith("!");
      String key = isUnwanted ? BLANKS.trimFrom(trimmed.substring(1)) : trimmed;
      return new Requirement(checkedKey(key, text), ImmutableSet.of(), !isUnwanted);
    }
    boolean isUnequal = equals > 0 && trimmed.charAt(equals - 1) == '!';
    String key = BLANKS.trimFrom(trimmed.substring(0, isUnequal ? equals - 1 : equals));
    int behind = trimmed.startsWith("==", equals) ? equals + 2 : equals + 1;
    String value = BLANKS.trimFrom(trimmed.substring(behind));
    return new Requirement(
        checkedKey(key, text), ImmutableSet.of(checkedValue(value, text)), !isUnequal);
  }

  private static Requirement ofSet(String trimmed, int bracket, String text) {
    List<String> words =
        Splitter.on(BLANKS).omitEmptyStrings().splitToList(trimmed.substring(0, bracket));
    boolean isIn = words.size() == 2 && words.get(1).equals("in");
    boolean isNotIn = words.size() == 2 && words.get(1).equals("notin");
    check((isIn || isNotIn) && trimmed.endsWith(")"), text);
    ImmutableSet.Builder<String> values = ImmutableSet.builder();
    for (String value : VALUES.split(trimmed.substring(bracket + 1, trimmed.length() - 1))) {
      values.add(checkedValue(value, text));
    }
    return new Requirement(checkedKey(words.get(0), text), values.build(), isIn);
  }

  private static String checkedKey(String key, String text) {
    check(!key.isEmpty() && IN_KEYS.matchesAllOf(key), text);
    return key;
  }

  private static String checkedValue(String value, String text) {
    check(IN_VALUES.matchesAllOf(value), text);
    return value;
  }

  private static void check(boolean isRight, String text) {
    checkArgument(
        isRight, "Label selector: \"%s\"; expected such as app=web,tier in (a, b),!old", text);
  }

  boolean isMet(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.isMet(labels)) {
        return false;
      }
    }
    return true;
  }
}
