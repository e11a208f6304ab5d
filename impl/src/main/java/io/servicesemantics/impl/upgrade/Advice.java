package io.servicesemantics.impl.upgrade;

import static io.servicesemantics.upgrade.UpgradeChangeKind.REFUSED_ON_CREATE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.REFUSED_ON_UPDATE;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.GateStage;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.upgrade.UpgradeCause;
import io.servicesemantics.upgrade.UpgradeChangeKind;

/** What to do before the release changes, by what changes and why. */
final class Advice {

  private Advice() {}

  static String of(UpgradeChangeKind kind, ImmutableList<UpgradeCause> causes, FeatureGates gates) {
    boolean isRefused = kind == REFUSED_ON_CREATE || kind == REFUSED_ON_UPDATE;
    StringBuilder text = new StringBuilder();
    for (UpgradeCause cause : causes) {
      String cure = cure(kind, cause, isRefused);
      if (text.indexOf(cure) < 0) {
        text.append(text.isEmpty() ? "" : " ").append(cure);
      }
    }
    if (text.isEmpty() && isRefused) {
      text.append("Change it as the refusal says.");
    }
    if (isRefused || isTraffic(kind)) {
      causes.forEach(cause -> delay(cause, gates, text));
    }
    return text.toString();
  }

  private static boolean isTraffic(UpgradeChangeKind kind) {
    return switch (kind) {
      case ROUTED_OTHERWISE, SLICED_OTHERWISE, HINTED_OTHERWISE, STORED_OTHERWISE -> true;
      default -> false;
    };
  }

  // A gate that may be set keeps what is, for a while.
  private static void delay(UpgradeCause cause, FeatureGates gates, StringBuilder text) {
    if (cause.reason() instanceof FeatureGate gate
        && gate.stageIn(gates.version()).filter(GateStage::isSettable).isPresent()) {
      text.append(text.isEmpty() ? "" : " ").append("Kubernetes ").append(gates.version());
      text.append(" still does as before with the gate ").append(gate.gateName());
      text.append('=').append(!cause.holdsAfter()).append('.');
    }
  }

  private static String cure(UpgradeChangeKind kind, UpgradeCause cause, boolean isRefused) {
    if (kind == UpgradeChangeKind.REFUSED_IN_OTHER_WORDS
        || kind == UpgradeChangeKind.ACCEPTED_NOW) {
      return "";
    }
    if (cause.reason() instanceof FeatureGate gate) {
      return ofGate(gate, cause.holdsAfter(), isRefused);
    }
    return cause.reason() instanceof Quirk quirk
        ? ofQuirk(quirk, cause.holdsAfter(), isRefused)
        : "";
  }

  private static String ofGate(FeatureGate gate, boolean isOn, boolean isRefused) {
    return switch (gate) {
      case RELAXED_SERVICE_NAME_VALIDATION ->
          isOn ? "" : "Give it a name that begins with a letter.";
      case STRICT_IP_CIDR_VALIDATION ->
          isOn
              ? "Write addresses without leading zeros and not as IPv4 within IPv6, and networks"
                  + " without bits behind the prefix."
              : "";
      case PREFER_SAME_TRAFFIC_DISTRIBUTION, SERVICE_TRAFFIC_DISTRIBUTION -> {
        if (isRefused) {
          yield "Leave trafficDistribution out, or say PreferClose where that is known.";
        }
        yield isOn
            ? "See that there are endpoints enough near every sender; leave trafficDistribution out"
                + " if traffic is not to stay near."
            : "Expect traffic to reach endpoints of all zones.";
      }
      case MULTI_CIDR_SERVICE_ALLOCATOR,
          DISABLE_ALLOCATOR_DUAL_WRITE,
          LOAD_BALANCER_IP_MODE,
          ALLOW_SERVICE_EXTERNAL_IPS ->
          "";
    };
  }

  // Of quirks that come with an older release little is to be advised.
  private static String ofQuirk(Quirk quirk, boolean comes, boolean isRefused) {
    if (isRefused) {
      return quirk == Quirk.METADATA_CHECKED_AS_NEW_ON_UPDATE && comes
          ? "Make it anew, with a name and metadata that a new Service may have."
          : "";
    }
    return switch (quirk) {
      case NO_EXTERNAL_IPS_WARNING ->
          comes ? "" : "Plan for a load balancer or a Gateway in place of externalIPs.";
      case NO_PREFER_CLOSE_WARNING ->
          comes
              ? ""
              : "Write PreferSameZone, which means the same, once no cluster is older than 1.34.";
      case NO_HEADLESS_WARNINGS -> comes ? "" : "Leave out what headless Services ignore.";
      case FIRST_ADDRESS_WARNINGS, ADDRESS_WARNINGS_TELL_THE_FUTURE ->
          "Write the address or network as the warning says.";
      case FIRST_DUPLICATE_COUNTS, SLICE_ENTRIES_SORTED_UNSTABLY ->
          "Give each address one entry in all slices of the Service.";
      case REMOTE_HAIRPIN_HIDDEN ->
          "See what endpoints that call their own Service make of the sender's address.";
      case OWN_TRAFFIC_FILTERED_FIRST ->
          "See what programs on the nodes themselves expect of this address.";
      case SIDECAR_PORTS_NOT_FOUND ->
          comes
              ? "Name the port in an ordinary container too, or give its number."
              : "See that the sidecar is ready for the traffic.";
      case HINTS_FOR_NAMELESS_ZONE, NAMELESS_ZONE_IS_NO_ZONE -> "Label every node with its zone.";
      case TRAFFIC_DISTRIBUTION_UNKNOWN ->
          comes ? "" : "Leave trafficDistribution out if traffic is not to stay near.";
      case OMITTED_NODE_PORTS_ALWAYS_KEPT -> "Say the node ports that are to be kept.";
      default -> "";
    };
  }
}
