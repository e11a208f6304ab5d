package io.servicesemantics.profile;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A release of Kubernetes, by its first two numbers: patch releases do not change what a Service
 * means.
 *
 * @param major the first number, 1 to date
 * @param minor the second number
 */
public record KubernetesVersion(int major, int minor)
    implements Comparable<KubernetesVersion>, Serializable {

  /** The oldest release whose answers are known, as far as creates and updates go. */
  public static final KubernetesVersion V1_29 = new KubernetesVersion(1, 29);

  /** The newest release whose recorded answers this library agrees with. */
  public static final KubernetesVersion V1_36 = new KubernetesVersion(1, 36);

  /** Every release whose answers are known, the oldest first. */
  public static final ImmutableList<KubernetesVersion> KNOWN =
      IntStream.rangeClosed(V1_29.minor, V1_36.minor)
          .mapToObj(minor -> new KubernetesVersion(V1_36.major, minor))
          .collect(ImmutableList.toImmutableList());

  private static final int MAX_DIGITS = 4;

  /** Checks that neither number is negative. */
  public KubernetesVersion {
    checkArgument(
        major >= 0 && minor >= 0,
        "Kubernetes version: \"%s.%s\"; expected numbers of 0 or more",
        major,
        minor);
  }

  /**
   * Returns a release.
   *
   * @param major the first number
   * @param minor the second number
   * @return the release
   */
  public static KubernetesVersion of(int major, int minor) {
    return new KubernetesVersion(major, minor);
  }

  /**
   * Reads {@code 1.36}, {@code v1.36} or {@code v1.36.2}; what follows the second number is not
   * kept.
   *
   * @param text the text
   * @return the release
   * @throws IllegalArgumentException if the text is no version
   */
  public static KubernetesVersion parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Kubernetes version: \"" + text + "\"; expected text such as \"1.36\""));
  }

  /**
   * Reads a version as {@link #parse} does.
   *
   * @param text the text
   * @return the release, or empty if the text is no version
   */
  public static Optional<KubernetesVersion> tryParse(String text) {
    int start = text.startsWith("v") ? 1 : 0;
    int dot = digitsEnd(text, start);
    if (dot == start || dot >= text.length() || text.charAt(dot) != '.') {
      return Optional.empty();
    }
    int end = digitsEnd(text, dot + 1);
    boolean ends = end == text.length() || (text.charAt(end) == '.' && end + 1 < text.length());
    if (end == dot + 1 || !ends || dot - start > MAX_DIGITS || end - dot - 1 > MAX_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(
        new KubernetesVersion(
            Integer.parseInt(text.substring(start, dot)),
            Integer.parseInt(text.substring(dot + 1, end))));
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /**
   * Returns whether this release is the other one or a later one.
   *
   * @param other another release
   * @return whether it is
   */
  public boolean isAtLeast(KubernetesVersion other) {
    return compareTo(other) >= 0;
  }

  void checkKnown() {
    checkArgument(
        KNOWN.contains(this),
        "Kubernetes version: \"%s\"; expected %s to %s, whose answers are known",
        this,
        V1_29,
        V1_36);
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  /** {@return the two numbers, such as {@code 1.36}} */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
