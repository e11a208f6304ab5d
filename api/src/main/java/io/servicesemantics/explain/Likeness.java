package io.servicesemantics.explain;

import com.google.common.base.Ascii;

/** Whether one text looks like another one mistyped: what a near miss is made of. */
public final class Likeness {

  private static final int MOST_SLIPS = 2;
  private static final int SHORTEST = 3;
  // A label's value has at most 63 characters; longer text is not looked at.
  private static final int LONGEST = 63;

  private Likeness() {}

  /**
   * Returns whether two texts are alike: one is part of the other, or they differ by two letters at
   * most. Capitals make no difference; texts of less than three letters must be the same, and those
   * of more than 63 are like none.
   *
   * @param one a text
   * @param other another text
   * @return whether they are alike
   */
  public static boolean of(String one, String other) {
    String a = Ascii.toLowerCase(one);
    String b = Ascii.toLowerCase(other);
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return false;
    }
    if (Math.min(a.length(), b.length()) < SHORTEST) {
      return a.equals(b);
    }
    return a.contains(b) || b.contains(a) || slips(a, b) <= MOST_SLIPS;
  }

  // How many characters must be put in, left out or replaced (Levenshtein's distance).
  private static int slips(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
