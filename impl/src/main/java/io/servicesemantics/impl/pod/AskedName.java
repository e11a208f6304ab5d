package io.servicesemantics.impl.pod;

import com.google.common.primitives.Ints;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.pod.ResolvConf;
import java.util.Optional;

/**
 * A name as a program gives it.
 *
 * @param text the text
 */
record AskedName(String text) {

  private static final String NDOTS = "ndots:";
  private static final int DEFAULT_NDOTS = 1;
  private static final int MOST_NDOTS = 15;

  /** Whether a dot behind it says that nothing is to be added. */
  boolean isAbsolute() {
    return text.endsWith(".");
  }

  int dots() {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      dots += text.charAt(i) == '.' ? 1 : 0;
    }
    return dots;
  }

  /** The name alone; empty where it is too long to be asked. */
  Optional<DnsName> asItIs() {
    return DnsName.tryParse(text);
  }

  /** The name with a domain behind it; empty where that is too long to be asked. */
  Optional<DnsName> in(String domain) {
    return domain.equals(".") ? asItIs() : DnsName.tryParse(text + "." + domain);
  }

  /**
   * From how many dots on the name is asked as it is first; the last option counts, or the first.
   */
  static int ndots(ResolvConf conf, boolean lastCounts) {
    int ndots = DEFAULT_NDOTS;
    for (String option : conf.options()) {
      Integer value =
          option.startsWith(NDOTS) ? Ints.tryParse(option.substring(NDOTS.length())) : null;
      if (value != null && value >= 0) {
        ndots = Math.min(value, MOST_NDOTS);
        if (!lastCounts) {
          return ndots;
        }
      }
    }
    return ndots;
  }
}
