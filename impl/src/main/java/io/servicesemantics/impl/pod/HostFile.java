package io.servicesemantics.impl.pod;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.pod.ResolvConf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the node's resolv.conf as the kubelet does (dns 12.1).
 *
 * @param conf what it says
 * @param error why no Pod can start with it
 */
record HostFile(ResolvConf conf, Optional<String> error) {

  /** What there is where the kubelet is told of no file. */
  static final HostFile NONE = new HostFile(ResolvConf.EMPTY, Optional.empty());

  private static final String NO_VALUE = "nameserver list is empty ";
  private static final int LONGEST = 10 << 20;
  private static final String TOO_LONG = "the read limit is reached";
  private static final Splitter LINES = Splitter.on('\n').trimResults(CharMatcher.whitespace());
  private static final Splitter FIELDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  static HostFile read(String text) {
    if (Octets.of(text) >= LONGEST) {
      return new HostFile(ResolvConf.EMPTY, Optional.of(TOO_LONG));
    }
    List<String> nameservers = new ArrayList<>();
    List<String> searches = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    boolean hasAllValues = true;
    for (String line : LINES.split(text)) {
      List<String> fields = line.startsWith("#") ? List.of() : FIELDS.splitToList(line);
      if (fields.isEmpty()) {
        continue;
      }
      List<String> values = fields.subList(1, fields.size());
      switch (fields.get(0)) {
        case "nameserver" -> {
          if (values.isEmpty()) {
            hasAllValues = false;
          } else {
            nameservers.add(values.get(0));
          }
        }
        case "search" -> {
          searches.clear();
          values.stream()
              .filter(value -> !value.equals("."))
              .map(HostFile::withoutDot)
              .forEach(searches::add);
        }
        case "options" -> values.forEach(value -> options.put(DnsOptions.name(value), value));
        default -> {
          // the kubelet reads no other keyword
        }
      }
    }
    return new HostFile(
        new ResolvConf(
            ImmutableList.copyOf(nameservers),
            ImmutableList.copyOf(searches),
            ImmutableList.copyOf(options.values())),
        hasAllValues ? Optional.empty() : Optional.of(NO_VALUE));
  }

  private static String withoutDot(String domain) {
    return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
  }
}
