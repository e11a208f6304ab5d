package io.servicesemantics.impl.app;

import io.servicesemantics.testkit.vector.Difference;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Counts how many of a set agree, and keeps the first that do not. */
final class Tally {
  private static final int SHOWN = 10;
  private static final int WIDTH = 400;

  private int agreed;
  private int notImplemented;
  private int all;
  private final List<String> shown = new ArrayList<>();

  void agree() {
    all++;
    agreed++;
  }

  void notImplemented() {
    all++;
    notImplemented++;
  }

  void disagree(String id, String what, Difference difference) {
    all++;
    if (shown.size() < SHOWN) {
      shown.add(
          String.format(
              "  %s: %s%n    at %s%n    expected %s%n    actual   %s",
              id,
              what,
              difference.path().isEmpty() ? "the root" : difference.path(),
              cut(difference.expected()),
              cut(difference.actual())));
    }
  }

  int agreed() {
    return agreed;
  }

  int all() {
    return all;
  }

  boolean anyDisagreed() {
    return agreed + notImplemented < all;
  }

  boolean anyNotImplemented() {
    return notImplemented > 0;
  }

  void print(PrintStream out, String name) {
    if (all == notImplemented) {
      out.printf("%s not implemented (%d)%n", name, all);
      return;
    }
    out.printf("%s agree %d of %d%n", name, agreed, all);
    shown.forEach(out::println);
  }

  private static String cut(String text) {
    return text.length() <= WIDTH
        ? text
        : text.substring(0, WIDTH) + "... (" + text.length() + " characters)";
  }
}
