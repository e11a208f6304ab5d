package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.List;

/**
 * How a program finds name servers: the contents of {@code /etc/resolv.conf}.
 *
 * @param nameservers the addresses of the servers, in the order they are asked
 * @param searches the domains tried behind short names, in order
 * @param options the options, such as {@code ndots:5}
 */
public record ResolvConf(
    ImmutableList<String> nameservers,
    ImmutableList<String> searches,
    ImmutableList<String> options)
    implements Serializable {

  private static final Splitter LINES = Splitter.on('\n');
  private static final Splitter FIELDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  /** Nothing at all. */
  public static final ResolvConf EMPTY =
      new ResolvConf(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

  /** Checks that no part is missing. */
  public ResolvConf {
    checkNotNull(nameservers, "Name servers are null; expected a list");
    checkNotNull(searches, "Search domains are null; expected a list");
    checkNotNull(options, "Options are null; expected a list");
  }

  /**
   * Reads a file as C libraries do: name servers and options add up, of several search lists the
   * last one counts, a {@code domain} is a list of one, and what is not understood is passed over.
   * Lines that begin with {@code #} or {@code ;} are comments.
   *
   * @param text the contents of an {@code /etc/resolv.conf}
   * @return what it says; of any text something, and nothing of none
   */
  public static ResolvConf parse(String text) {
    ImmutableList.Builder<String> nameservers = ImmutableList.builder();
    ImmutableList<String> searches = ImmutableList.of();
    ImmutableList.Builder<String> options = ImmutableList.builder();
    for (String line : LINES.split(text)) {
      List<String> fields = FIELDS.splitToList(line);
      if (fields.size() < 2) {
        continue;
      }
      List<String> values = fields.subList(1, fields.size());
      switch (fields.get(0)) {
        case "nameserver" -> nameservers.add(values.get(0));
        case "search" -> searches = ImmutableList.copyOf(values);
        case "domain" -> searches = ImmutableList.of(values.get(0));
        case "options" -> options.addAll(values);
        default -> {
          // comments, and what neither library knows
        }
      }
    }
    return new ResolvConf(nameservers.build(), searches, options.build());
  }

  /** {@return the file, as {@link #parse} reads it} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!searches.isEmpty()) {
      text.append("search ").append(String.join(" ", searches)).append('\n');
    }
    nameservers.forEach(server -> text.append("nameserver ").append(server).append('\n'));
    if (!options.isEmpty()) {
      text.append("options ").append(String.join(" ", options)).append('\n');
    }
    return text.toString();
  }
}
