package io.servicesemantics.impl.pod;

import io.servicesemantics.dns.DnsName;
import java.util.Optional;

/**
 * A name as a program gives it.
 *
 * @param text the text
 */
record AskedName(String text) {

  // What neither library has room for (MAXDNAME).
  private static final int LONGEST = 1025;

  /** Whether there is anything that some library could ask about. */
  boolean isAskable() {
    return !text.isEmpty() && text.length() <= LONGEST;
  }

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

  /** The name alone; empty where no question can be made of it. */
  Optional<DnsName> asItIs() {
    return DnsName.tryParse(text);
  }

  /** The name with a domain behind it; empty where no question can be made of that. */
  Optional<DnsName> in(String domain) {
    return text.length() + domain.length() > LONGEST
        ? Optional.empty()
        : DnsName.tryParse(text + "." + domain);
  }
}
