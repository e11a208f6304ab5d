package io.servicesemantics.traffic;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** The body of kube-proxy's own health answers, as Go's {@code json.Marshal} prints it. */
final class HealthBody {

  // As Go's time.RFC3339Nano: no trailing zeros, and no point without digits behind it.
  private static final DateTimeFormatter SECONDS_AND_FRACTION =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private HealthBody() {}

  /**
   * Returns the body.
   *
   * @param lastUpdated the time told as the last update
   * @param now the time of the question
   * @param nodeEligible whether the node may have traffic; empty where that is not told
   * @param healthy whether every family is healthy
   * @param families the families, in order
   * @return the JSON text, without blanks
   */
  static String of(
      Instant lastUpdated,
      Instant now,
      Optional<Boolean> nodeEligible,
      boolean healthy,
      ImmutableList<FamilyHealth> families) {
    StringBuilder json = new StringBuilder("{");
    time(json, "lastUpdated", lastUpdated).append(',');
    time(json, "currentTime", now).append(',');
    nodeEligible.ifPresent(eligible -> bool(json, "nodeEligible", eligible).append(','));
    bool(json, "healthy", healthy);
    if (!families.isEmpty()) {
      json.append(",\"status\":");
      char separator = '{';
      for (FamilyHealth family : families) {
        json.append(separator).append('"').append(family.family().wireName()).append("\":{");
        time(json, "lastUpdated", family.lastUpdated()).append(',');
        bool(json, "healthy", family.isHealthy()).append('}');
        separator = ',';
      }
      json.append('}');
    }
    return json.append('}').toString();
  }

  @CanIgnoreReturnValue
  private static StringBuilder time(StringBuilder json, String name, Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    json.append('"').append(name).append("\":\"");
    SECONDS_AND_FRACTION.formatTo(time, json);
    return json.append("Z\"");
  }

  @CanIgnoreReturnValue
  private static StringBuilder bool(StringBuilder json, String name, boolean value) {
    return json.append('"').append(name).append("\":").append(value);
  }
}
