package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.explain.AlignedText;
import io.servicesemantics.routing.Fraction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same load under one policy after the other; prints as a table.
 *
 * @param port what the load is sent to
 * @param load who sends it
 * @param splits what it comes to, {@link PolicyVariant#AS_IT_IS} first; a variant that changes
 *     nothing of the Service is left out
 */
public record PolicyComparison(
    TrafficPort port, ClientLoad load, ImmutableMap<PolicyVariant, TrafficSplit> splits) {

  /** Checks that the Service as it stands is among the variants. */
  public PolicyComparison {
    checkArgument(
        splits.containsKey(PolicyVariant.AS_IT_IS),
        "Variants compared: \"%s\"; expected the Service as it is among them",
        splits.keySet());
  }

  /**
   * Returns what the load comes to under a variant.
   *
   * @param variant the variant
   * @return the shares
   * @throws IllegalArgumentException if the variant was left out
   */
  public TrafficSplit split(PolicyVariant variant) {
    @Nullable TrafficSplit split = splits.get(variant);
    checkArgument(
        split != null, "Variant: \"%s\"; expected one of %s", variant.words(), splits.keySet());
    return split;
  }

  /** {@return a line for each variant, aligned} */
  @Override
  public String toString() {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (Map.Entry<PolicyVariant, TrafficSplit> entry : splits.entrySet()) {
      TrafficSplit split = entry.getValue();
      rows.add(
          ImmutableList.of(
              entry.getKey().words(),
              SplitText.percent(split.lost()),
              SplitText.percent(split.crossingNodes()),
              SplitText.percent(split.crossingZones()),
              split.imbalance().map(it -> SplitText.percent(it.largest())).orElse("-"),
              split.imbalance().map(it -> SplitText.percent(it.smallest())).orElse("-"),
              split
                  .imbalance()
                  .flatMap(Imbalance::largestToMean)
                  .map(SplitText::decimal)
                  .orElse("-"),
              split.delivered().equals(Fraction.ZERO) ? "-" : SplitText.clients(split)));
    }
    return "New connections to "
        + port
        + "\n  "
        + load
        + "\n\n"
        + AlignedText.of(
            ImmutableList.of(
                "POLICY",
                "LOST",
                "CROSSES NODES",
                "CROSSES ZONES",
                "BUSIEST POD",
                "IDLEST POD",
                "TIMES THE MEAN",
                "CLIENT ADDRESS"),
            rows.build());
  }
}
