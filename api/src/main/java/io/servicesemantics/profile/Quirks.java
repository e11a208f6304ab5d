package io.servicesemantics.profile;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Which quirks a cluster has.
 *
 * @param all the quirks; none of the newest release
 */
public record Quirks(ImmutableSet<Quirk> all) implements Serializable {

  /** No quirks, as the newest release. */
  public static final Quirks NONE = new Quirks(ImmutableSet.of());

  /** Keeps the quirks in their own order. */
  public Quirks {
    all = Sets.immutableEnumSet(all);
  }

  /**
   * Returns the quirks of a release.
   *
   * @param version the release
   * @return its quirks
   * @throws IllegalArgumentException for a release whose answers are not known
   */
  public static Quirks of(KubernetesVersion version) {
    version.checkKnown();
    List<Quirk> had = Arrays.stream(Quirk.values()).filter(quirk -> quirk.isIn(version)).toList();
    return new Quirks(ImmutableSet.copyOf(had));
  }

  /**
   * Returns whether the cluster has a quirk.
   *
   * @param quirk the quirk
   * @return whether it has
   */
  public boolean has(Quirk quirk) {
    return all.contains(quirk);
  }
}
