package io.servicesemantics.impl.app;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a conformance run was asked for.
 *
 * @param vectors a folder of vectors; empty for none, or, when there is no corpus either, for those
 *     that come with the testkit
 * @param corpus a folder of manifests with an {@code expected.tsv}; empty for none
 * @param areas the areas to run; empty for all
 */
record ConformanceOptions(String vectors, String corpus, ImmutableSet<String> areas) {
  private static final Splitter COMMA = Splitter.on(',').trimResults().omitEmptyStrings();

  static ConformanceOptions parse(String... arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("--vectors", "");
    given.put("--corpus", "");
    given.put("--area", "");
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || given.replace(name, argument.substring(equals + 1)) == null) {
        throw new IllegalArgumentException(
            String.format(
                "Argument: \"%s\"; expected --vectors=DIR, --corpus=DIR or --area=a,b", argument));
      }
    }
    return new ConformanceOptions(
        given.getOrDefault("--vectors", ""),
        given.getOrDefault("--corpus", ""),
        ImmutableSet.copyOf(COMMA.split(given.getOrDefault("--area", ""))));
  }
}
