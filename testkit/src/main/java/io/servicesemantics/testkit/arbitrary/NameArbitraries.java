package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Names of every kind, good up to their very limits, and bad by one character (api 3.8). */
public final class NameArbitraries {

  private static final String LONGEST_LABEL = "x".repeat(63);
  private static final String LONGEST_SUBDOMAIN = "abcdefghi.".repeat(25) + "xyz"; // 253 characters

  private NameArbitraries() {}

  /** {@return RFC 1123 labels, from one to 63 characters} */
  public static Arbitrary<String> labels() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of("web", "api", "db")),
        Tuple.of(1, Arbitraries.of("a", "0", "1st", "a--b", "x-1", LONGEST_LABEL)),
        Tuple.of(1, Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8)));
  }

  /** {@return text that is no RFC 1123 label} */
  public static Arbitrary<String> wrongLabels() {
    return Arbitraries.of(
        "A", "-a", "a-", "a.b", ".", "..", "a_b", "a b", "é", "a/b", "a%b", LONGEST_LABEL + "x");
  }

  /** {@return RFC 1123 subdomains, up to 253 characters} */
  public static Arbitrary<String> subdomains() {
    return Arbitraries.oneOf(
        labels(),
        Arbitraries.of(
            "db.example.com", "10.0.0.1", "a.b", LONGEST_LABEL + "x.com", LONGEST_SUBDOMAIN));
  }

  /** {@return text that is no RFC 1123 subdomain} */
  public static Arbitrary<String> wrongSubdomains() {
    return Arbitraries.of(
        "A.b", "a..b", ".a", "a.-b", "_dns.com", "a b", "https://a", LONGEST_SUBDOMAIN + "x");
  }

  /** {@return names of container ports: up to 15 characters with a letter among them} */
  public static Arbitrary<String> portNames() {
    return Arbitraries.of("http", "a", "8080x", "x-1", "abcdefghijklmno");
  }

  /** {@return text that is no name of a container port; empty text is left out} */
  public static Arbitrary<String> wrongPortNames() {
    return Arbitraries.of(
        "80", "HTTP", "-a", "a-", "a--b", "1--2", "abcdefghijklmnop", "a.b", "é", " ");
  }

  /** {@return qualified names: keys of labels, finalizers, application protocols} */
  public static Arbitrary<String> qualifiedNames() {
    return Arbitraries.of(
        "app",
        "a",
        "A_b.c-d",
        "app.kubernetes.io/name",
        "kubernetes.io/h2c",
        "example.com/" + LONGEST_LABEL,
        LONGEST_SUBDOMAIN + "/a");
  }

  /** {@return text that is no qualified name} */
  public static Arbitrary<String> wrongQualifiedNames() {
    return Arbitraries.of(
        "",
        "-bad",
        "bad-",
        "a b",
        "/a",
        "a/",
        "a/b/c",
        "Upper.com/a",
        "a..b/c",
        LONGEST_LABEL + "x",
        LONGEST_SUBDOMAIN + "x/a",
        "é",
        "<&>");
  }

  /** {@return values of labels, empty text among them} */
  public static Arbitrary<String> labelValues() {
    return Arbitraries.of("web", "", "v1.2_x", "A", LONGEST_LABEL);
  }

  /** {@return text that is no value of a label} */
  public static Arbitrary<String> wrongLabelValues() {
    return Arbitraries.of("-", "a-", "a b", "a/b", LONGEST_LABEL + "x", "é", "\"", "\u0001");
  }

  /** {@return up to three labels or pairs of a selector} */
  public static Arbitrary<ImmutableMap<String, String>> labelSets() {
    return Arbitraries.maps(qualifiedNames(), labelValues()).ofMaxSize(3).map(ImmutableMap::copyOf);
  }

  /** {@return up to three pairs of keys and values, right or wrong} */
  public static Arbitrary<ImmutableMap<String, String>> anyLabelSets() {
    return Arbitraries.maps(
            mostly(qualifiedNames(), wrongQualifiedNames()),
            mostly(labelValues(), wrongLabelValues()))
        .ofMaxSize(3)
        .map(ImmutableMap::copyOf);
  }

  /** One of the first in nine of ten cases, and one of the others in the tenth. */
  static <T> Arbitrary<T> mostly(Arbitrary<T> good, Arbitrary<T> bad) {
    return Arbitraries.frequencyOf(Tuple.of(9, good), Tuple.of(1, bad));
  }
}
