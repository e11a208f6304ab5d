package io.servicesemantics.testkit.vector;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first place where two neutral trees say different things.
 *
 * <p>They are compared as JSON values: the order of keys says nothing, the order of arrays does,
 * and numbers are equal when their values are, so that 80 equals 80.0. A key that holds null is not
 * the same as no key.
 *
 * @param path where, from the root, such as {@code slices[0].endpoints[2].zone}; empty at the root
 * @param expected what should stand there, as JSON; {@code absent} where nothing should
 * @param actual what stands there, as JSON; {@code absent} where nothing does
 */
public record Difference(String path, String expected, String actual) {
  private static final String ABSENT = "absent";
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_*][A-Za-z0-9_*-]*");

  /** {@return the first difference between two trees, keys taken in alphabetical order} */
  public static Optional<Difference> between(@Nullable Object expected, @Nullable Object actual) {
    return between("", expected, actual);
  }

  private static Optional<Difference> between(
      String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
      return betweenMaps(path, left, right);
    }
    if (expected instanceof List<?> left && actual instanceof List<?> right) {
      return betweenLists(path, left, right);
    }
    return sameScalar(expected, actual)
        ? Optional.empty()
        : Optional.of(new Difference(path, JsonText.of(expected), JsonText.of(actual)));
  }

  private static Optional<Difference> betweenMaps(String path, Map<?, ?> left, Map<?, ?> right) {
    TreeSet<String> keys = new TreeSet<>();
    addKeys(keys, left.keySet());
    addKeys(keys, right.keySet());
    for (String key : keys) {
      String inner = child(path, key);
      if (!right.containsKey(key)) {
        return Optional.of(new Difference(inner, JsonText.of(left.get(key)), ABSENT));
      }
      if (!left.containsKey(key)) {
        return Optional.of(new Difference(inner, ABSENT, JsonText.of(right.get(key))));
      }
      Optional<Difference> found = between(inner, left.get(key), right.get(key));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static void addKeys(TreeSet<String> keys, Collection<?> from) {
    for (Object key : from) {
      keys.add(String.valueOf(key));
    }
  }

  private static Optional<Difference> betweenLists(String path, List<?> left, List<?> right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String inner = path + "[" + i + "]";
      if (i >= right.size()) {
        return Optional.of(new Difference(inner, JsonText.of(left.get(i)), ABSENT));
      }
      if (i >= left.size()) {
        return Optional.of(new Difference(inner, ABSENT, JsonText.of(right.get(i))));
      }
      Optional<Difference> found = between(inner, left.get(i), right.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String child(String path, String key) {
    if (!PLAIN_KEY.matcher(key).matches()) {
      return path + "[" + JsonText.of(key) + "]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean sameScalar(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return sameNumber(a, b);
    }
    return left == null ? right == null : left.equals(right);
  }

  // Whoever holds a number as Double holds it no more exactly than that.
  private static boolean sameNumber(Number left, Number right) {
    return (isBinaryFraction(left) || isBinaryFraction(right))
        ? left.doubleValue() == right.doubleValue()
        : exact(left).compareTo(exact(right)) == 0;
  }

  private static boolean isBinaryFraction(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger integer
        ? new BigDecimal(integer)
        : BigDecimal.valueOf(number.longValue());
  }
}
