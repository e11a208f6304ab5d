package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.ServiceVariable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which Services give which names of variables.
 *
 * <p>Where several do, the one the kubelet comes to last counts, and it goes through them in no
 * fixed order (routing 5.11). The same Services are always decided alike, in all the names they
 * share: that is one <i>contest</i>.
 */
final class Claims {

  /** What the Services told of say under a name, in their order. */
  record Claim(ImmutableList<ServiceVariable> said, ImmutableSet<NamespacedName> contest) {

    /** Whether it makes a difference who counts. */
    boolean isLeftToChance() {
      return texts().size() > 1;
    }

    ImmutableSet<String> texts() {
      ImmutableSet.Builder<String> texts = ImmutableSet.builder();
      for (ServiceVariable variable : said) {
        texts.add(variable.value());
      }
      return texts.build();
    }
  }

  private final Map<String, Claim> byName = new LinkedHashMap<>();

  private Claims() {}

  static Claims of(LinkedServices services) {
    Claims claims = new Claims();
    for (LinkedServices.Linked linked : services.told().values()) {
      // Within a Service the last one of a name counts.
      Map<String, ServiceVariable> ofService = new LinkedHashMap<>();
      for (ServiceVariable variable : ServiceVariables.of(linked.service())) {
        ofService.put(variable.name(), variable);
      }
      ofService.values().forEach(claims::add);
    }
    return claims;
  }

  private void add(ServiceVariable variable) {
    Claim before = byName.get(variable.name());
    ImmutableList.Builder<ServiceVariable> said = ImmutableList.builder();
    ImmutableSet.Builder<NamespacedName> contest = ImmutableSet.builder();
    if (before != null) {
      said.addAll(before.said());
      contest.addAll(before.contest());
    }
    byName.put(
        variable.name(),
        new Claim(said.add(variable).build(), contest.add(variable.service()).build()));
  }

  @Nullable Claim get(String name) {
    return byName.get(name);
  }

  /** Every claim by its name: Services in order, each in the kubelet's order. */
  Map<String, Claim> all() {
    return byName;
  }
}
