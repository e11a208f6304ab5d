package io.servicesemantics.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.AlignedText;
import io.servicesemantics.explain.Because;
import io.servicesemantics.routing.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts shares into words and tables. */
final class SplitText {

  // Nobody reads on behind the thirtieth row.
  private static final int MOST = 30;
  // Nor behind the eighth name in a line.
  private static final int MOST_NAMES = 8;
  // A fraction of more letters than this says less than its percentage.
  private static final int LONGEST_FRACTION = 11;

  private SplitText() {}

  static String of(TrafficSplit split) {
    StringBuilder text = new StringBuilder();
    text.append("Who gets the new connections to ").append(split.port()).append('\n');
    text.append("  ").append(split.load()).append("\n\n");
    if (!split.endpoints().isEmpty()) {
      text.append(endpoints(split)).append("\n\n");
    }
    text.append(entries(split)).append("\n\n");
    split.imbalance().ifPresent(imbalance -> imbalance(imbalance, text));
    sums("node", split.byNode(), text);
    sums("zone", split.byZone(), text);
    for (LostShare loss : split.losses()) {
      text.append("Lost: ").append(percent(loss.share())).append(' ').append(loss.fate().words());
      String at = few(loss.byNode().keySet(), name -> name);
      text.append(at.isEmpty() ? "" : ", at " + at).append("\n  ").append(head(loss.because()));
      text.append('\n');
    }
    if (split.losses().isEmpty()) {
      text.append("Lost: nothing\n");
    }
    text.append("Crosses to another node: ").append(percent(split.crossingNodes()));
    text.append(", to another zone: ").append(percent(split.crossingZones())).append('\n');
    text.append("Client addresses: ").append(clients(split));
    return text.toString();
  }

  private static String endpoints(TrafficSplit split) {
    List<EndpointShare> sorted = new ArrayList<>(split.endpoints());
    sorted.sort((one, other) -> other.share().compareTo(one.share()));
    Fraction mean = split.imbalance().map(Imbalance::mean).orElse(Fraction.ZERO);
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (EndpointShare endpoint : sorted.subList(0, Math.min(MOST, sorted.size()))) {
      rows.add(
          ImmutableList.of(
              orDash(endpoint.pod()),
              endpoint.endpoint().toString(),
              orDash(endpoint.node()),
              orDash(endpoint.zone()),
              percent(endpoint.share()),
              exact(endpoint.share()),
              mean.equals(Fraction.ZERO) ? "-" : decimal(endpoint.share().dividedBy(mean)),
              endpoint.endpoint().isReady() ? "" : "going away"));
    }
    String table =
        AlignedText.of(
            ImmutableList.of(
                "POD", "ADDRESS", "NODE", "ZONE", "SHARE", "EXACTLY", "TIMES THE MEAN", ""),
            rows.build());
    return stripped(table) + more(sorted.size(), "endpoints");
  }

  /** What nodes treated alike have in common. */
  private record Treatment(
      String zone, EntryFate fate, int endpoints, int here, boolean isClientHidden) {}

  private static String entries(TrafficSplit split) {
    Map<Treatment, List<EntryShare>> alike = new LinkedHashMap<>();
    for (EntryShare entry : split.entries()) {
      alike.computeIfAbsent(treatment(entry), unused -> new ArrayList<>()).add(entry);
    }
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    int told = 0;
    for (Map.Entry<Treatment, List<EntryShare>> group : alike.entrySet()) {
      if (told++ == MOST) {
        break;
      }
      Fraction weight = Fraction.ZERO;
      for (EntryShare entry : group.getValue()) {
        weight = weight.plus(entry.weight());
      }
      rows.add(
          ImmutableList.of(
              orDash(few(group.getValue(), EntryShare::node)),
              orDash(group.getKey().zone()),
              percent(weight),
              words(group.getKey())));
    }
    String table =
        AlignedText.of(
            ImmutableList.of("ENTERS AT", "ZONE", "PART", "WHAT BECOMES OF IT"), rows.build());
    return stripped(table) + more(alike.size(), "groups of nodes");
  }

  private static Treatment treatment(EntryShare entry) {
    int here = 0;
    for (var endpoint : entry.outcome().endpoints()) {
      here += endpoint.isOn(entry.node()) ? 1 : 0;
    }
    return new Treatment(
        entry.zone(),
        entry.outcome().fate(),
        entry.outcome().endpoints().size(),
        here,
        entry.outcome().isClientHidden());
  }

  private static String words(Treatment treatment) {
    if (treatment.fate().isLost()) {
      return treatment.fate().words();
    }
    String who = treatment.endpoints() == 1 ? "one endpoint" : treatment.endpoints() + " endpoints";
    return treatment.fate().words()
        + (treatment.fate() == EntryFate.SERVED ? " by " : ": ")
        + who
        + ", "
        + here(treatment)
        + "on the node"
        + (treatment.isClientHidden() ? ", client address hidden" : "");
  }

  private static String here(Treatment treatment) {
    if (treatment.here() == 0) {
      return treatment.endpoints() == 1 ? "not " : "none ";
    }
    if (treatment.here() < treatment.endpoints()) {
      return treatment.here() + " ";
    }
    return treatment.endpoints() == 1 ? "" : "all ";
  }

  private static void imbalance(Imbalance imbalance, StringBuilder text) {
    if (imbalance.isEven()) {
      text.append("Even: each endpoint gets ").append(percent(imbalance.mean())).append('\n');
      return;
    }
    text.append("Uneven: the busiest endpoint gets ").append(percent(imbalance.largest()));
    text.append(", the idlest ").append(percent(imbalance.smallest()));
    imbalance
        .largestToSmallest()
        .ifPresent(ratio -> text.append(", a ratio of ").append(decimal(ratio)).append(" to 1"));
    text.append("; the mean is ").append(percent(imbalance.mean())).append('\n');
  }

  private static void sums(String of, Map<String, Fraction> sums, StringBuilder text) {
    if (!sums.isEmpty()) {
      text.append("By ").append(of).append(": ");
      text.append(few(sums.entrySet(), it -> orDash(it.getKey()) + " " + percent(it.getValue())));
      text.append('\n');
    }
  }

  static String clients(TrafficSplit split) {
    Fraction hidden = split.clientsHidden();
    if (split.delivered().equals(Fraction.ZERO)) {
      return "nobody is reached";
    }
    if (hidden.equals(Fraction.ZERO)) {
      return "kept";
    }
    return hidden.equals(split.delivered()) ? "hidden" : "hidden for " + percent(hidden);
  }

  /** The reason at the head of an account, without facts and causes. */
  static String head(Because because) {
    return because.reason().sentence() + " [" + because.reason().rule() + "]";
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String more(int all, String what) {
    return all > MOST ? "\nand " + (all - MOST) + " more " + what : "";
  }

  // Nothing is to stand behind the last word of a line.
  private static String stripped(String table) {
    return String.join("\n", table.lines().map(String::stripTrailing).toList());
  }

  static <T> String few(Collection<T> all, Function<T, String> name) {
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (T each : all) {
      if (told++ == MOST_NAMES) {
        return text.append(" and ").append(all.size() - MOST_NAMES).append(" more").toString();
      }
      text.append(told == 1 ? "" : ", ").append(name.apply(each));
    }
    return text.toString();
  }

  static String exact(Fraction share) {
    String text = share.toString();
    return text.length() > LONGEST_FRACTION ? "-" : text;
  }

  /** A part in per cent, rounded to a tenth; never rounded to all or nothing. */
  static String percent(Fraction share) {
    BigDecimal rounded = rounded(share.times(Fraction.of(100, 1)), 1);
    boolean isSome = share.compareTo(Fraction.ZERO) > 0 && share.compareTo(Fraction.ONE) < 0;
    if (isSome && rounded.signum() == 0) {
      return "under 0.1 %";
    }
    if (isSome && rounded.compareTo(BigDecimal.valueOf(100)) == 0) {
      return "over 99.9 %";
    }
    return rounded.toPlainString() + " %";
  }

  static String decimal(Fraction ratio) {
    return rounded(ratio, 2).toPlainString();
  }

  private static BigDecimal rounded(Fraction number, int digits) {
    BigDecimal rounded =
        new BigDecimal(number.numerator())
            .divide(new BigDecimal(number.denominator()), digits, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
