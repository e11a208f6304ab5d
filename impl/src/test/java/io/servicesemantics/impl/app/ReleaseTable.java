package io.servicesemantics.impl.app;

import com.google.common.collect.Ordering;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.testkit.vector.Vector;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many vectors agree, by release and area, as a table for README. */
final class ReleaseTable {

  private static final class Count {
    private int agreed;
    private int all;

    @Override
    public String toString() {
      return agreed == all
          ? String.format("%,d", all)
          : String.format("**%,d of %,d**", agreed, all);
    }
  }

  private final TreeMap<KubernetesVersion, TreeMap<String, Count>> releases =
      new TreeMap<>(Ordering.natural().reverse());
  private final TreeSet<String> areas = new TreeSet<>();

  void count(Vector vector, boolean agrees) {
    Optional<KubernetesVersion> release = KubernetesVersion.tryParse(vector.kubernetes());
    if (release.isEmpty()) {
      return;
    }
    Count count =
        releases
            .computeIfAbsent(release.get(), none -> new TreeMap<>())
            .computeIfAbsent(vector.area(), none -> new Count());
    count.all++;
    count.agreed += agrees ? 1 : 0;
    areas.add(vector.area());
  }

  boolean hasSeveral() {
    return releases.size() > 1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("| release |");
    areas.forEach(area -> text.append(' ').append(area).append(" |"));
    text.append("\n|---|").append("---:|".repeat(areas.size())).append('\n');
    releases.forEach(
        (release, counts) -> {
          text.append("| ").append(release).append(" |");
          for (String area : areas) {
            Count count = counts.get(area);
            text.append(' ').append(count == null ? "–" : count).append(" |");
          }
          text.append('\n');
        });
    return text.toString();
  }
}
