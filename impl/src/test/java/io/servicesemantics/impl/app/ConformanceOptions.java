package io.servicesemantics.impl.app;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.profile.KubernetesVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a conformance run was asked for.
 *
 * @param vectors a folder of vectors; empty for none, or, when there is no corpus either, for those
 *     that come with the testkit
 * @param corpus a folder of manifests with an {@code expected.tsv}; empty for none
 * @param areas the areas to run; empty for all
 * @param kubernetes the release every vector is asked of; empty for the one that answered it
 * @param versions the older releases to run besides, such as {@code v1.33}; {@code all} for each
 *     there is
 */
record ConformanceOptions(
    String vectors,
    String corpus,
    ImmutableSet<String> areas,
    Optional<KubernetesVersion> kubernetes,
    ImmutableSet<String> versions) {
  private static final String ALL = "all";
  private static final Splitter COMMA = Splitter.on(',').trimResults().omitEmptyStrings();

  static ConformanceOptions parse(String... arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("--vectors", "");
    given.put("--corpus", "");
    given.put("--area", "");
    given.put("--kubernetes", "");
    given.put("--versions", "");
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || given.replace(name, argument.substring(equals + 1)) == null) {
        throw new IllegalArgumentException(
            String.format(
                "Argument: \"%s\"; expected --vectors=DIR, --corpus=DIR, --area=a,b,"
                    + " --kubernetes=v1.33 or --versions=v1.33,v1.34",
                argument));
      }
    }
    String kubernetes = given.getOrDefault("--kubernetes", "");
    return new ConformanceOptions(
        given.getOrDefault("--vectors", ""),
        given.getOrDefault("--corpus", ""),
        ImmutableSet.copyOf(COMMA.split(given.getOrDefault("--area", ""))),
        kubernetes.isEmpty() ? Optional.empty() : Optional.of(KubernetesVersion.parse(kubernetes)),
        ImmutableSet.copyOf(COMMA.split(given.getOrDefault("--versions", ""))));
  }

  /** Whether an older release is to be run besides. */
  boolean wants(KubernetesVersion release) {
    return versions.contains(ALL)
        || versions.stream().anyMatch(said -> KubernetesVersion.parse(said).equals(release));
  }
}
