package io.servicesemantics.description;

/** A time span in the few letters {@code kubectl get} shows under AGE. */
final class HumanDuration {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;
  // Go's durations end here, at 292 years.
  private static final long LONGEST = Long.MAX_VALUE / 1_000_000_000;

  private HumanDuration() {}

  // Follows k8s.io/apimachinery/pkg/util/duration, HumanDuration.
  static String of(long seconds) {
    long span = Math.min(seconds, LONGEST);
    if (span < -1) {
      return "<invalid>";
    }
    if (span < 2 * MINUTE) {
      return Math.max(0, span) + "s";
    }
    if (span < 10 * MINUTE) {
      return parts(span, MINUTE, "m", 1, "s");
    }
    if (span < 3 * HOUR) {
      return span / MINUTE + "m";
    }
    if (span < 8 * HOUR) {
      return parts(span, HOUR, "h", MINUTE, "m");
    }
    if (span < 2 * DAY) {
      return span / HOUR + "h";
    }
    if (span < 8 * DAY) {
      return parts(span, DAY, "d", HOUR, "h");
    }
    if (span < 2 * YEAR) {
      return span / DAY + "d";
    }
    return span < 8 * YEAR ? parts(span, YEAR, "y", DAY, "d") : span / YEAR + "y";
  }

  private static String parts(
      long span, long unit, String unitName, long smaller, String smallerName) {
    long rest = span % unit / smaller;
    return span / unit + unitName + (rest == 0 ? "" : rest + smallerName);
  }
}
